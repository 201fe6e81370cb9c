export const restartToUpdate = (version: string) => `再起動して${version}に更新`

export const updates = {
  restart: '再起動',
  copyCommand: 'コマンドをコピー',
  commandCopied: 'コマンドをコピーしました',
  out: (version: string) => `バージョン${version}が公開されました`,
  by: {
    deb: 'パッケージソースがある場合はこのコマンドを実行し、ない場合は新しい.debファイルをインストールしてください。',
    rpm: 'パッケージソースがある場合はこのコマンドを実行し、ない場合は新しい.rpmファイルをインストールしてください。',
    hand: '新しいAppImageをこのファイルと置き換えてください。フォルダに書き込めないため自動では更新できません。',
  },
  strip: {
    ready: (version: string) => `バージョン${version}の準備ができました`,
    explained: '終了時にインストールされます。',
  },
  waits: '再起動していません：シークレット、チャージ、またはサインインが完了していません。',
  checkFor: 'アップデートを確認',
  restartTo: restartToUpdate,
}

export const updatesRow = {
  name: 'アップデート',
  never: 'まだ確認していません。',
  upToDate: (when: string) => `最新です（${when}に確認）。`,
  check: '今すぐ確認',
  checking: '確認中',
  downloading: (version: string, percent: string) =>
    `バージョン${version}をダウンロードしています：${percent}。`,
  download: (version: string) => `バージョン${version}のダウンロード`,
  ready: (version: string) => `バージョン${version}の準備ができました。終了時にインストールされます。`,
  failed: {
    check: 'アップデートを確認できませんでした。',
    download: 'アップデートをダウンロードできませんでした。',
  },
  why: {
    network: 'アップデートサーバーに接続できません。',
    server: 'アップデートサーバーから有効な応答がありません。',
    spoiled: '届いた内容が告知と異なるため、破棄しました。',
    storage: 'このコンピューターに書き込めませんでした。',
  },
  again: (when: string) => `${when}に再試行します。`,
}
