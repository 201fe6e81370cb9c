import type { FailureKind, Keeping } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'

type Check = { readonly name: string; readonly explained: string }
type Ending = {
  readonly title: string
  readonly explained: string
  readonly checks: readonly Check[]
}

const storing: Record<Keeping, string> = {
  encrypted: 'システムのキーリングの鍵で暗号化して保存',
  plain: '選択どおり、このディスクに暗号化せずに保存',
  memory: '選択どおり、終了するまでメモリに保持',
}

const networkChecks: readonly Check[] = [
  {
    name: 'このコンピューターはオンラインですか？',
    explained: 'ブラウザで適当なページを開いて確認できます。',
  },
  {
    name: '認証ページのあるWi-Fiですか？',
    explained: '先にブラウザでネットワークの認証を済ませてください。',
  },
  {
    name: '社内プロキシを使っていますか？',
    explained: 'Parallel Trayは、システムに設定されたプロキシと証明書を使います。',
  },
]

const waitChecks: readonly Check[] = [
  { name: '少し待つ', explained: 'サーバー側の障害は、すぐに解消することがよくあります。' },
  {
    name: 'ParallelのWebサイトは動いていますか？',
    explained: '動いていない場合、問題はParallel側にあります。',
  },
]

const diskChecks: readonly Check[] = [
  { name: 'ディスクの空きはありますか？', explained: '数キロバイトあれば足ります。' },
  {
    name: 'キーリングのロックは解除されていますか？',
    explained: 'ロックを解除してから、新しいコードを取得してください。',
  },
]

/** The ways an attempt ends that have words of their own; the others are put together from `failures`. */
const endings: Partial<Record<FailureKind, Ending>> = {
  expired: {
    title: 'コードの期限が切れました',
    explained: 'ブラウザの古いページは閉じてください。そのコードはもう使えません。',
    checks: [
      {
        name: 'ブラウザが開きませんでしたか？',
        explained: 'リンクをコピーすれば、このコンピューターでも別の端末でも、どのブラウザでも開けます。',
      },
      {
        name: '別のユーザーでサインインしていましたか？',
        explained: '正しいプロファイルか、プライベートウィンドウにリンクをコピーしてください。',
      },
      {
        name: '手元にブラウザがありませんか？',
        explained: 'スマートフォンでQRコードを読み取ってください。',
      },
    ],
  },
  denied: {
    title: 'リクエストは拒否されました',
    explained: 'ブラウザで「拒否」が選択されました。',
    checks: [
      {
        name: 'このサインインに心当たりがありませんか？',
        explained: '拒否して正解です。ほかに必要な操作はありません。',
      },
      {
        name: '求められた権限が多すぎましたか？',
        explained: '許可する内容を減らして、新しいコードを取得してください。残高の表示だけで十分です。',
      },
      { name: '誤って拒否しましたか？', explained: '新しいコードを取得して、承認してください。' },
    ],
  },
  'unknown-client': {
    title: 'このサインインは続行できません',
    explained:
      'このインストールはParallelで認識されなくなったため、コードを承認できません。新しいコードを取得すると、再登録されます。',
    checks: [
      {
        name: '繰り返し発生しますか？',
        explained: 'Parallelのサポートにお問い合わせください。参照番号があれば添えてください。',
      },
    ],
  },
  storage: {
    title: 'サインイン情報を保存できませんでした',
    explained:
      '承認は済みましたが、このディスクに書き込めませんでした。空き容量を増やすかディスクの問題を解決してから、新しいコードを取得してください。',
    checks: diskChecks,
  },
  keyring: {
    title: 'サインイン情報を保存できませんでした',
    explained:
      'システムのキーリングに保存できませんでした。ロックを解除してから、新しいコードを取得してください。',
    checks: diskChecks,
  },
}

export const signIn = {
  title: 'サインイン',
  nowLabel: '現在の状況',

  welcome: {
    title: 'Parallelにサインイン',
    explained: '組織ごとの利用可能額がわかります。ここでパスワードを入力することはありません。',
    addTitle: '組織を追加',
    addExplained: '1回のサインインは1つの組織に対応します。組織はブラウザで選びます。',
    /** What happens after the button. */
    steps: [
      'ここにコードが表示されます。',
      'ブラウザにも同じコードが表示されます。',
      'ブラウザで承認します。',
    ],
    may: 'Parallel Trayに許可する操作',
    mayAside: 'いつでも変更可能',
    start: 'コードを取得',
    starting: 'コードを取得中',
    unofficial: '非公式アプリです。Parallelの製品ではありません。',
  },

  consent: {
    title: 'サインイン情報をどこに保管しますか？',
    explained:
      'このシステムにはキーリングがないため、Parallel Trayは保存内容を暗号化できません。承認の前に選んでください。',
    memory: {
      name: '終了するまでメモリに保持',
      explained: '何も保存されません。起動のたびにサインインが必要です。',
    },
    disk: {
      name: 'このディスクに暗号化せずに保存',
      risk: 'ファイルを読める人は誰でもアカウントを使えます',
      until: '（サインアウトするまで）。',
      impossible: 'このシステムでは暗号化がまったくできないため、選べません。',
    },
    go: '続ける',
    help: 'キーリングを設定',
    now: 'まだ何も要求していません',
    nowExplained: '次にコードが表示されます',
  },

  starting: {
    title: 'コードを取得中…',
    now: (host: string) => `${host}に接続しています`,
    nowExplained: 'コードはここに表示されます',
    explained: 'ブラウザにも同じコードが表示されます。',
  },

  code: {
    title: 'ブラウザに同じコードが出ていますか？',
    copy: 'コードをコピー',
    copyShort: 'コピー',
    copied: 'コピー済み',
    codeCopied: 'コードをコピーしました',
    validFor: '有効時間',
    nearlyOver: '残り1分未満です',
    caution: '自分で始めたサインインの場合だけ、ブラウザで承認してください。',
    inBrowser: 'ブラウザで',
    open: 'ブラウザを開く',
    /** Asks first. */
    openForeign: 'ブラウザを開く…',
    openAgain: 'もう一度開く',
    copyLink: 'リンクをコピー',
    linkCopied: 'リンクをコピーしました',
    foreign: 'このページはParallelのドメインではありません。',
    byPhone: 'またはスマートフォンで',
    qrLabel: 'リンクのQRコード',
    asksTo: '権限',
    change: '変更',
    changeLabel: '権限を変更',
    openToApprove: 'ブラウザを開いて承認してください',
    waiting: '承認を待っています',
    notOpened: 'ブラウザを開けませんでした',
    notOpenedExplained: 'リンクをコピーして、手動でブラウザに貼り付けてください',
    wrongProfile: 'プロファイルが違う場合は、正しい方にリンクをコピーしてください',
    checking: '確認中',
    firstCheck: (seconds: number) => `${seconds}秒後に最初の確認`,
    nextCheck: (checked: number, next: number) => `${checked}秒前に確認、次は${next}秒後`,
    checkingNow: (checked: number) => `${checked}秒前に確認、再び確認中`,
    stillTrying: (why: string) => `${why}、再試行中`,
    nextTry: (seconds: number) => `コードはまだ有効、次の試行は${seconds}秒後`,
    tryingNow: 'コードはまだ有効、試行中',
  },

  foreign: {
    title: 'このアドレスを開きますか？',
    explained: 'サインインページがParallelのドメインではありません。心当たりがある場合だけ開いてください。',
    dont: '開かない',
    open: 'それでも開く',
    opening: '開いています',
    now: '選択を待っています',
    nowExplained: (left: string) => `コードはあと${left}有効です`,
  },

  storing: {
    title: '承認されました',
    explained: <T>(organisation: T): Phrase<T> => [
      'トークンを保存すると、「',
      organisation,
      '」へのサインインが完了します。次に残高を取得します。',
    ],
    now: 'サインイン情報を保存中',
    how: storing,
  },

  ended: {
    endings,
    notApprovedWithin: (lifetime: string) => `${lifetime}以内に承認されませんでした。`,
    again: '新しいコードを取得',
    starting: '開始中',
    change: '権限を変更',
    checksTitle: '確認するとよいこと',
    networkChecks,
    waitChecks,
    now: 'サインインしていません',
    nowExplained: '今回の試行の情報は何も保存されていません',
    nowExpired: '準備ができたら、新しいコードを取得してください',
  },
}
