import type { CommandName, FailureKind, TlsCause } from '../../preload/contract/index.ts'

type FailureWords = {
  /** A few words that can stand before "、再試行中" and "（14:08から）". */
  readonly short: string
  readonly what: string
  readonly next: string
}

const kinds: Record<FailureKind, FailureWords> = {
  offline: {
    short: '接続なし',
    what: 'Parallelに接続できません。',
    next: 'ネットワークを確認してから、もう一度お試しください。',
  },
  timeout: {
    short: '応答なし',
    what: 'Parallelから時間内に応答がありませんでした。',
    next: '少し待ってから、もう一度お試しください。',
  },
  tls: {
    short: '信頼できない接続',
    what: 'サーバーの証明書がこのコンピューターで信頼されていないため、何も送信していません。',
    next: '日付と時刻を確認してください。社内ネットワークでは、社内の証明書をこのコンピューターにインストールする必要があります。',
  },
  proxy: {
    short: 'プロキシによる遮断',
    what: 'このネットワークのプロキシがParallelに接続しませんでした。',
    next: 'ネットワーク設定でプロキシを確認するか、ネットワーク管理者にお問い合わせください。',
  },
  'proxy-auth': {
    short: 'プロキシのパスワードが必要',
    what: 'このネットワークのプロキシを通るには、パスワードが必要です。',
    next: 'プロキシのユーザー名とパスワードを入力してください。',
  },
  server: {
    short: 'Parallel側の障害',
    what: 'Parallelのサーバーでエラーが発生しました。',
    next: '数分後にもう一度お試しください。',
  },
  'not-json': {
    short: 'Parallel以外からの応答',
    what: 'Parallelではなく別のものが応答しました。多くの場合、Wi-Fiの認証ページかプロキシです。',
    next: 'ブラウザでネットワークの認証を済ませてから、もう一度お試しください。',
  },
  redirected: {
    short: '別のアドレスへの転送',
    what: '応答が別のアドレスを指していました。サインイン情報を守るため、転送には従っていません。',
    next: 'ブラウザでネットワークの認証を済ませるか、プロキシを確認してから、もう一度お試しください。',
  },
  'rate-limited': {
    short: 'リクエスト過多',
    what: 'Parallelから、次のリクエストまで待つよう求められました。',
    next: '1分後にもう一度お試しください。',
  },
  denied: {
    short: '拒否されました',
    what: 'ブラウザで「拒否」が選択されました。',
    next: '誤って拒否した場合は、新しいコードを取得してください。',
  },
  expired: {
    short: 'コードの期限切れ',
    what: 'コードは時間内に承認されませんでした。',
    next: '新しいコードを取得してください。',
  },
  'unknown-client': {
    short: '未登録のインストール',
    what: 'このインストールは、Parallelで認識されなくなりました。',
    next: '新しいコードを取得すると、再登録されます。',
  },
  'signed-out': {
    short: '認可の終了',
    what: 'Parallelがこの認可を終了しました。',
    next: '再サインインしてください。',
  },
  unauthorized: {
    short: '無効なサインイン',
    what: 'Parallelがこのサインインを受け付けませんでした。',
    next: 'もう一度お試しください。解決しない場合は、再サインインしてください。',
  },
  forbidden: {
    short: '許可されていません',
    what: 'このサインインには、その操作の権限がありません。',
    next: '再サインインして許可するか、組織の管理者に依頼してください。',
  },
  'not-found': {
    short: '見つかりません',
    what: 'Parallelには、もう存在しません。',
    next: '更新すると、現在の一覧が表示されます。',
  },
  conflict: {
    short: 'ほかで変更済み',
    what: 'その間に、ほかの場所で変更されました。',
    next: '更新してから、もう一度お試しください。',
  },
  declined: {
    short: 'カードの拒否',
    what: '組織のカードが拒否されました。決済は行われていません。',
    next: '請求ページでカードを確認してください。',
  },
  invalid: {
    short: 'リクエストの拒否',
    what: 'Parallelがリクエストを受け付けませんでした。',
    next: 'Parallel Trayの新しいバージョンがないか確認してください。',
  },
  'over-ceiling': {
    short: '24時間の上限を超過',
    what: 'Parallel Trayの24時間の上限を超えるため、決済は行われていません。',
    next: 'コンソールの請求ページを使うか、24時間経ってからもう一度お試しください。',
  },
  'bad-file': {
    short: '読み取れないファイル',
    what: 'Parallel Trayからエクスポートされたファイルではないか、その後に変更されています。',
    next: 'Parallel Trayでエクスポートしたファイルを選択してください。',
  },
  'file-in-use': {
    short: '使用中のファイル',
    what: '別のプログラムがこのファイルを開いています。',
    next: 'そのプログラムで閉じるか、別の名前で保存してください。',
  },
  storage: {
    short: '保存できません',
    what: 'このコンピューターでファイルを読み書きできませんでした。',
    next: 'ディスクの空き容量と、ユーザーフォルダーのアクセス権を確認してください。',
  },
  keyring: {
    short: 'キーリングがロック中',
    what: 'システムのキーリングがロックされているか、応答がありません。',
    next: 'ロックを解除してから、もう一度お試しください。',
  },
  'shortcut-taken': {
    short: '使用中のショートカット',
    what: 'このショートカットは別のプログラムが使用しています。',
    next: '別のショートカットを選んでください。',
  },
  'no-shortcuts': {
    short: 'ショートカットを使えません',
    what: 'このデスクトップでは、アプリがショートカットを登録できません。',
    next: 'デスクトップの設定で、Parallel Trayを起動するショートカットを作成してください。ウィンドウが開きます。',
  },
  clipboard: {
    short: 'コピーできません',
    what: 'クリップボードに書き込めませんでした。',
    next: 'テキストを選択して、手動でコピーしてください。',
  },
  browser: {
    short: 'ブラウザを開けません',
    what: 'ブラウザを開けませんでした。',
    next: 'リンクをコピーして、手動で開いてください。',
  },
  busy: {
    short: '処理中',
    what: 'すでに処理中です。',
    next: '終わるまでお待ちください。',
  },
  cancelled: {
    short: 'キャンセル済み',
    what: 'キャンセルされました。',
    next: '準備ができたら、もう一度お試しください。',
  },
  bug: {
    short: 'Parallel Trayの不具合',
    what: 'Parallel Trayで不具合が発生しました。',
    next: 'もう一度お試しください。解決しない場合は、終了してから開き直してください。詳細はログにあります。',
  },
}

/** What of `tls` helps differs by its cause. */
const tls: Record<TlsCause, Pick<FailureWords, 'what' | 'next'>> = {
  authority: {
    what: 'サーバー証明書の発行元がこのコンピューターで信頼されていないため、何も送信していません。社内ネットワークやWi-Fiの認証ページでよく起こります。',
    next: 'ブラウザでWi-Fiの認証を済ませてください。社内ネットワークでは、社内の証明書をこのコンピューターにインストールする必要があります。',
  },
  name: {
    what: '証明書が別のサーバーのものだったため、何も送信していません。Wi-Fiの認証ページが応答した可能性があります。',
    next: 'ブラウザでネットワークの認証を済ませてから、もう一度お試しください。',
  },
  date: {
    what: 'このコンピューターの日時ではサーバーの証明書が有効でないため、何も送信していません。',
    next: 'このコンピューターの日付と時刻を確認してください。正しい場合は、後でもう一度お試しください。',
  },
  revoked: {
    what: 'サーバーの証明書が失効しているため、何も送信していません。',
    next: '別のネットワークでお試しください。解決しない場合は、Parallelのサポートにお問い合わせください。',
  },
  protocol: {
    what: 'サーバーまたは経路上の機器が古い暗号化方式にしか対応していないため、何も送信していません。',
    next: '別のネットワークで試すか、ネットワーク管理者にお問い合わせください。',
  },
}

/** Titles for commands where the kind alone doesn’t say what is left as it was. */
const notDone = {
  'sign-in.start': 'サインインを開始できませんでした',
  'sign-in.keep': 'サインインを開始できませんでした',
  'sign-in.cancel': 'サインインをキャンセルできませんでした',
  'organisation.sign-out': 'サインアウトできませんでした',
  'sign-out.everywhere': 'サインアウトが完了していない組織があります',
  'settings.change': '設定を変更できませんでした',
  'limits.change': '上限を変更できませんでした',
  'keys.forget': '一覧から外せませんでした',
  'keys.restore': '一覧に戻せませんでした',
  'proxy.forget': 'パスワードを削除できませんでした',
  'app.reset': '何も消去されていません',
  'updates.restart': '再起動できませんでした',
} satisfies Partial<Record<CommandName, string>>

export const failures = {
  kinds,
  tls,
  notDone,
  /** Being offline has a title of its own, the most frequent by far. */
  offline: 'オフライン',
  offlineByItself: 'オンラインに戻ると自動的に更新されます。',
  tryAgainIn: (duration: string) => `${duration}後にもう一度お試しください。`,
}
