import type { CommandName, FailureKind, TlsCause } from '../../preload/contract/index.ts'

type FailureWords = {
  /** A few words that can stand before "、再試行を続けています" and "（14:08から）". */
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
    next: '日付と時刻を確認してください。社内ネットワークでは、その証明書をシステムにインストールする必要があります。',
  },
  proxy: {
    short: 'プロキシが接続不可',
    what: 'このネットワークのプロキシがParallelに接続しませんでした。',
    next: 'システムのネットワーク設定でプロキシを確認するか、管理者にお問い合わせください。',
  },
  'proxy-auth': {
    short: 'プロキシのパスワードが必要',
    what: 'このネットワークのプロキシは、パスワードなしでは何も通しません。',
    next: 'プロキシのユーザー名とパスワードを入力してください。',
  },
  server: {
    short: 'Parallel側の障害',
    what: 'Parallelのサーバーがエラーを返しました。',
    next: '数分後にもう一度お試しください。',
  },
  'not-json': {
    short: '別のページが応答',
    what: 'Parallelの代わりに別のものが応答しました。多くの場合、ホテルや列車などのネットワークのログインページか、プロキシです。',
    next: 'ブラウザでネットワークにログインしてから、もう一度お試しください。',
  },
  redirected: {
    short: '別のアドレスへの転送',
    what: '応答が別のアドレスを指していました。サインイン情報が漏れないよう、転送には従っていません。',
    next: 'ブラウザでネットワークにログインするか、プロキシを確認してから、もう一度お試しください。',
  },
  'rate-limited': {
    short: 'リクエスト過多',
    what: 'Parallelが次のリクエストまで待つよう求めています。',
    next: '1分後にもう一度お試しください。',
  },
  denied: {
    short: '拒否',
    what: 'ブラウザで「拒否」が選ばれました。',
    next: '誤操作の場合は、最初からやり直せます。',
  },
  expired: {
    short: 'コードの期限切れ',
    what: 'コードは時間内に承認されませんでした。',
    next: '新しいコードを取得してください。',
  },
  'unknown-client': {
    short: '未登録のインストール',
    what: 'このインストールはParallelに登録されていません。',
    next: 'やり直すと、新しく登録されます。',
  },
  'signed-out': {
    short: '認可の終了',
    what: 'この認可はParallelによって終了されました。',
    next: '再サインインが必要です。',
  },
  unauthorized: {
    short: 'サインインの拒否',
    what: 'Parallelがこのサインインを受け付けませんでした。',
    next: 'もう一度お試しください。解決しない場合は、再サインインしてください。',
  },
  forbidden: {
    short: '権限なし',
    what: 'このサインインには、その操作が許可されていません。',
    next: '再サインインして許可するか、組織の管理者に依頼してください。',
  },
  'not-found': {
    short: '見つかりません',
    what: 'Parallelには、もう存在しません。',
    next: '更新すると、現在の内容を確認できます。',
  },
  conflict: {
    short: 'ほかで変更済み',
    what: 'その間に、ほかで変更されました。',
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
    short: '1日の上限を超過',
    what: 'Parallel Trayが24時間に決済するのはここまでです。何も決済されていません。',
    next: 'コンソールの請求画面から追加するか、明日お試しください。',
  },
  'bad-file': {
    short: '読み取れないファイル',
    what: 'このファイルはParallel Trayで作成されたものではないか、その後変更されています。',
    next: '書き出しで作成したファイルを選んでください。',
  },
  'file-in-use': {
    short: 'ファイルは使用中',
    what: '別のプログラムがこのファイルを開いています。',
    next: 'そのプログラムで閉じるか、別の名前で保存してください。',
  },
  storage: {
    short: '保存できません',
    what: 'このコンピューターでファイルを読み書きできませんでした。',
    next: '空き容量と、ユーザーフォルダへの書き込み権限を確認してください。',
  },
  keyring: {
    short: 'キーリングを開けません',
    what: 'システムのキーリングから応答がありませんでした。',
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
    what: 'システムがブラウザを開けませんでした。',
    next: 'リンクをコピーして、手動で開いてください。',
  },
  busy: {
    short: '処理中',
    what: '同じ処理がまだ進行中です。',
    next: '終わるまでお待ちください。',
  },
  cancelled: {
    short: 'キャンセル済み',
    what: 'キャンセルされました。',
    next: 'いつでもやり直せます。',
  },
  bug: {
    short: 'Parallel Trayの不具合',
    what: 'Parallel Trayで不具合が起きました。',
    next: 'もう一度お試しください。解決しない場合は、終了して起動し直してください。詳細はログにあります。',
  },
}

const tls: Record<TlsCause, Pick<FailureWords, 'what' | 'next'>> = {
  authority: {
    what: 'このコンピューターが知る発行元がサーバーを保証していないため、何も送信していません。社内ネットワークやWi-Fiのログインページではこうなります。',
    next: 'ブラウザでWi-Fiにログインしてください。社内ネットワークでは、その証明書がシステムの証明書ストアに必要です。',
  },
  name: {
    what: '証明書が別のサーバーのものだったため、何も送信していません。Wi-Fiのログインページが応答した可能性があります。',
    next: 'ブラウザでネットワークにログインしてから、もう一度お試しください。',
  },
  date: {
    what: 'このコンピューターの時刻では証明書が有効でないため、何も送信していません。',
    next: 'このコンピューターの日付と時刻を確認してください。正しい場合は、後でもう一度お試しください。',
  },
  revoked: {
    what: 'サーバーの証明書が失効しているため、何も送信していません。',
    next: '別のネットワークでお試しください。変わらない場合は、Parallelのサポートにお問い合わせください。',
  },
  protocol: {
    what: 'サーバーまたは経路の途中が古い暗号化方式しか提供していないため、何も送信していません。',
    next: '別のネットワークで試すか、このネットワークのプロキシの管理者にお問い合わせください。',
  },
}

/** What did not happen, by the command that asked for it. */
const notDone = {
  'sign-in.start': 'サインインを開始できませんでした',
  'sign-in.keep': 'サインインを開始できませんでした',
  'sign-in.cancel': 'サインインをキャンセルできませんでした',
  'organisation.sign-out': 'サインアウトできませんでした',
  'sign-out.everywhere': 'すべてのサインアウトは完了していません',
  'settings.change': '設定を変更できませんでした',
  'limits.change': '制限を変更できませんでした',
  'keys.forget': '一覧から外せませんでした',
  'keys.restore': '一覧に戻せませんでした',
  'proxy.forget': 'パスワードを消去できませんでした',
  'app.reset': '初期化できませんでした',
  'updates.restart': '再起動できませんでした',
} satisfies Partial<Record<CommandName, string>>

export const failures = {
  kinds,
  tls,
  notDone,
  /** Being offline has a title of its own, the most frequent by far. */
  offline: 'オフライン',
  offlineByItself: '接続が戻ると自動的に更新されます。',
  tryAgainIn: (duration: string) => `${duration}後にもう一度お試しください。`,
}
