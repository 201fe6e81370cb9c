/** Newer versions of the app: in the settings, in a strip, in the palette. */
export const restartToUpdate = (version: string) => `再起動して${version}に更新`

/** In a strip, in the palette and passing by. */
export const updates = {
  restart: '再起動',
  copyCommand: 'コマンドをコピー',
  commandCopied: 'コマンドをコピーしました',
  out: (version: string) => `バージョン${version}を利用できます`,
  /** By whoever installs it. `hand`: a person, as the folder is read-only. */
  by: {
    deb: 'パッケージリポジトリからインストールした場合は、このコマンドを実行してください。それ以外の場合は、新しい.debをインストールしてください。',
    rpm: 'パッケージリポジトリからインストールした場合は、このコマンドを実行してください。それ以外の場合は、新しい.rpmをインストールしてください。',
    hand: 'AppImageを手動で置き換えてください。フォルダーに書き込めないため、自動更新できません。',
  },
  strip: {
    ready: (version: string) => `バージョン${version}の準備ができました`,
    explained: '終了時にインストールされます。',
  },
  waits: '再起動していません：シークレット、チャージ、またはサインインが未完了です。',
  checkFor: 'アップデートを確認',
  restartTo: restartToUpdate,
}

/** Only in the settings. */
export const updatesRow = {
  name: 'アップデート',
  never: 'まだ確認していません。',
  upToDate: (when: string) => `最新です（${when}に確認）。`,
  check: '今すぐ確認',
  checking: '確認中',
  downloading: (version: string, percent: string) => `バージョン${version}をダウンロード中：${percent}。`,
  /** Read out for the bar. */
  download: (version: string) => `バージョン${version}のダウンロード`,
  ready: (version: string) => `バージョン${version}の準備ができました。終了時にインストールされます。`,
  failed: {
    check: 'アップデートを確認できませんでした。',
    download: 'アップデートをダウンロードできませんでした。',
  },
  why: {
    network: 'アップデートサーバーに接続できません。',
    server: 'アップデートサーバーから有効な応答がありませんでした。',
    spoiled: 'ダウンロードした内容が公開されたファイルと一致しないため、破棄しました。',
    storage: 'このコンピューターに保存できませんでした。',
  },
  again: (when: string) => `次の試行は${when}です。`,
}
