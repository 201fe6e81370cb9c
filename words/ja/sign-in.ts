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
    name: 'オンラインですか？',
    explained: 'ブラウザで適当なページを開いて確認できます。',
  },
  {
    name: 'Wi-Fiにログインページがありますか？',
    explained: '先にブラウザでネットワークにログインしてください。',
  },
  {
    name: '社内プロキシを使っていますか？',
    explained: 'Parallel Trayは、システムに設定されたプロキシと証明書を使います。',
  },
]

const waitChecks: readonly Check[] = [
  { name: '少し待つ', explained: 'サーバー側の障害は、自然に解消することがよくあります。' },
  { name: 'Webサイトは動いていますか？', explained: 'そちらも動いていなければ、待つしかありません。' },
]

const diskChecks: readonly Check[] = [
  { name: 'ディスクの空きはありますか？', explained: '数キロバイトあれば足ります。' },
  {
    name: 'キーリングは開いていますか？',
    explained: 'ロックを解除してから、やり直してください。',
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
        name: '別のユーザーでログインしていましたか？',
        explained: '正しいプロファイルか、プライベートウィンドウにリンクをコピーしてください。',
      },
      { name: '使えるブラウザがありませんか？', explained: 'スマートフォンでQRコードを読み取れます。' },
    ],
  },
  denied: {
    title: 'リクエストは拒否されました',
    explained: 'ブラウザで「拒否」が選ばれました。',
    checks: [
      {
        name: 'このサインインに心当たりがありませんか？',
        explained: '拒否は正しい対応でした。ほかに必要な操作はありません。',
      },
      {
        name: '求める権限が多すぎましたか？',
        explained: '権限を減らしてやり直せます。残高を見るだけなら、ほかの権限は不要です。',
      },
      { name: '誤操作でしたか？', explained: 'やり直して、新しいコードを承認してください。' },
    ],
  },
  'unknown-client': {
    title: 'このサインインは終了しました',
    explained:
      'このインストールはParallelに登録されていないため、コードを承認できません。やり直すと新しく登録され、新しいコードが表示されます。',
    checks: [
      {
        name: '何度も起きますか？',
        explained: 'Parallelのサポートに問い合わせてください。参照番号があれば添えてください。',
      },
    ],
  },
  storage: {
    title: 'サインインを保存できませんでした',
    explained:
      '承認は済みましたが、このディスクに書き込めませんでした。空き容量を増やすか問題を直してから、やり直してください。',
    checks: diskChecks,
  },
  keyring: {
    title: 'サインインを保存できませんでした',
    explained: 'システムのキーリングに保存できませんでした。ロックを解除してから、やり直してください。',
    checks: diskChecks,
  },
}

export const signIn = {
  title: 'サインイン',
  nowLabel: '現在の状況',

  welcome: {
    title: 'Parallelにサインイン',
    explained: '組織ごとに、あといくら使えるかがわかります。ここにパスワードは入力しません。',
    addTitle: '組織を追加',
    addExplained: '1回のサインインは1つの組織に対応します。どの組織かはブラウザで選びます。',
    steps: [
      'ここにコードが表示されます。',
      'ブラウザにも同じコードが表示されます。',
      'ブラウザで承認します。',
    ],
    may: 'Parallel Trayに許可すること',
    mayAside: 'いつでも変更可能',
    start: 'コードを取得',
    starting: 'コードを取得中',
    unofficial: '非公式アプリ。Parallelの製品ではありません。',
  },

  restoring: {
    title: 'サインインを開いています…',
    explained:
      'サインインはシステムのキーリングにある鍵で暗号化されています。パスワードを求められたら入力してください。それまで待機します。',
    now: 'キーリングを待っています',
    nowExplained: '閉じている間も何も失われません',
  },

  consent: {
    title: 'サインインをどこに保管しますか？',
    explained:
      'このシステムにはキーリングがないため、Parallel Trayは保存内容を暗号化できません。承認の前に選んでください。',
    memory: {
      name: '終了するまでメモリに保持',
      explained: 'どこにも書き込まれません。起動のたびにサインインし直します。',
    },
    disk: {
      name: 'このディスクに暗号化せずに保存',
      risk: 'ファイルを読める人は誰でもアカウントを使えます',
      until: '（サインアウトするまで）。',
      impossible: 'このシステムでは暗号化がまったくできないため、選べません。',
    },
    go: '続ける',
    help: 'キーリングを設定する',
    now: 'まだ何も要求していません',
    nowExplained: '次にコードが表示されます',
  },

  starting: {
    title: 'コードを取得中…',
    now: (host: string) => `${host}に問い合わせています`,
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
    caution: '自分で始めたサインインなら、ブラウザで承認してください。',
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
    asksTo: '求める権限',
    change: '変更',
    changeLabel: '許可する内容を変更',
    openToApprove: 'ブラウザを開いて承認してください',
    waiting: '承認を待っています',
    notOpened: 'ブラウザを開けませんでした',
    notOpenedExplained: 'リンクをコピーして、ブラウザで開いてください',
    wrongProfile: 'プロファイルが違う場合は、正しい方にリンクをコピーしてください',
    checking: '確認中',
    firstCheck: (seconds: number) => `${seconds}秒後に最初の確認`,
    nextCheck: (checked: number, next: number) => `${checked}秒前に確認、次は${next}秒後`,
    checkingNow: (checked: number) => `${checked}秒前に確認、再び確認中`,
    stillTrying: (why: string) => `${why}、再試行を続けています`,
    nextTry: (seconds: number) => `コードはまだ有効、次の試行は${seconds}秒後`,
    tryingNow: 'コードはまだ有効、試行中',
  },

  foreign: {
    title: 'このアドレスを開きますか？',
    explained: 'サインインページがParallelのドメインではありません。心当たりがある場合にのみ開いてください。',
    dont: '開かない',
    open: 'それでも開く',
    opening: '開いています',
    now: '選択を待っています',
    nowExplained: (left: string) => `コードはあと${left}有効です`,
  },

  storing: {
    title: '承認されました',
    explained: <T>(organisation: T): Phrase<T> => [
      'トークンを安全に保管でき次第、「',
      organisation,
      '」へのサインインが完了します。次に残高を取得します。',
    ],
    now: 'サインインを保管中',
    how: storing,
  },

  ended: {
    endings,
    notApprovedWithin: (lifetime: string) => `${lifetime}以内に承認されませんでした。`,
    again: '新しいコードを取得',
    starting: '開始中',
    change: '許可する内容を変更',
    checksTitle: '確認するとよいこと',
    networkChecks,
    waitChecks,
    now: 'サインインは行われていません',
    nowExplained: '今回の試行の記録は残りません',
    nowExpired: '新しいコードは、要求した場合にのみ発行されます',
  },
}
