import type { Phrase } from '../phrase.ts'
import { livesInTray } from './lives-in-tray.ts'

export const overview = {
  organisations: '組織',
  allOrganisations: 'すべての組織',
  addOrganisation: '組織を追加…',
  signOutOf: <T>(organisation: T): Phrase<T> => ['「', organisation, '」からサインアウト…'],
  signOut: 'サインアウト…',
  signingOut: 'サインアウト中',
  refresh: '今すぐ更新',
  refreshAll: 'すべて更新',
  reading: '取得中…',
  notRead: '未取得',
  openBilling: '請求ページを開く',

  spendable: '利用可能額',
  explained: 'クレジットから実行中のタスクの保留額を引いた額',
  asOf: (when: string, age: string) => `${when}時点（${age}）`,
  lessThanADayAgo: (amount: string) => `24時間前より${amount}減少`,
  moreThanADayAgo: (amount: string) => `24時間前より${amount}増加`,
  asADayAgo: '24時間前と同額',
  nothingLeft: '利用可能額は残っていません。',
  heldOverCredit: 'マイナス：保留額がクレジットを上回っています',
  creditBelowZero: 'クレジットがマイナスです。',
  credit: 'クレジット',
  held: '実行中のタスクの保留額',
  /** Read out for the bar. */
  split: (spendable: string, held: string) => `利用可能額${spendable}、保留${held}`,

  balance: '残高',
  invoice: '請求書払い',
  invoiceShort: '請求書',
  invoiceExplained: <T>(organisation: T): Phrase<T> => [
    'Parallelは使用分の請求書を「',
    organisation,
    '」に送ります。前払いの残高がなくチャージも不要なため、予測と残高不足の通知はオフになっています。',
  ],

  topUp: 'チャージ…',
  /** Why the button is off. */
  topUpOff: {
    unknown: '前回の決済を確認できるまで使えません。',
    stale: '残高を更新できるまで使えません。',
    reading: '残高を取得すると使えます。',
  },
  /** A top-up that isn't over, or whose end hasn't been seen. */
  topUpLine: {
    charging: (amount: string) => `${amount}を決済中`,
    unknown: (amount: string, when: string) => `${when}に要求した${amount}の決済を確認できていません。`,
    asking: '再確認しています。',
    next: (wait: string) => `${wait}後に再確認します。`,
    findOut: '今すぐ再試行できます。',
    tooOld: 'コンソールの請求ページで確認してください。',
    off: '確認が済むまでチャージは使えません。',
    added: (amount: string, when: string) => `${when}に${amount}をチャージしました。`,
    notCharged: (amount: string, when: string) => `${when}の${amount}は決済されていません。`,
    more: '詳細',
  },

  forecast: {
    lessThanADay: '残り1日未満',
    moreThanTwoMonths: '残り2か月以上',
    about: (days: number) => `残り約${days}日`,
    nothingLeft: '利用可能額なし',
    nothingLeftExplained: 'チャージするまで、有料のリクエストは失敗します。',
    thisWeek: (perDay: string) => `直近7日間のペース：1日${perDay}`,
    lastDays: (basis: string, perDay: string) => `直近${basis}のペース：1日${perDay}`,
    days: (days: number) => `${days}日間`,
    knownAt: (when: string, perDay: string) => `${when}時点のペース：1日${perDay}`,
    runsOutAbout: (when: string, perDay: string) => `このペース（1日${perDay}）では${when}頃になくなります。`,
    notEnough: 'データがまだ足りません',
    notEnoughExplained: (since: string | null) =>
      since === null
        ? '予測には1日分の残高記録が必要です。Parallel Trayを起動したままにしてください。'
        : `予測には1日分の残高記録が必要です。最初の記録は${since}です。Parallel Trayを起動したままにしてください。`,
    noSpending: '使用なし',
    noSpendingExplained: (basis: string) => `直近${basis}の使用はありません。`,
    today: '今日',
    /** Read out for the chart. */
    chart: (from: string, first: string, last: string) => `${from}以降の利用可能額：${first}から${last}。`,
    chartEnd: (when: string) => `このペースでは${when}頃にゼロになります。`,
  },

  lastDays: '最近の推移',
  allActivity: 'すべての利用状況',
  meanwhile: '今のうちに設定',
  warnBelow: 'この額を下回ったら通知',
  shortcutToOpen: '呼び出しショートカット',
  notSet: '未設定',
  keysMade: (keys: number) =>
    keys === 0 ? 'ここで作成したキーはまだありません' : `ここで作成したキー：${keys}件`,
  keysDue: (keys: string) => `要ローテーション${keys}件`,
  keysMadeHere: 'ここで作成したキー',
  allKeys: 'アプリとキー',
  authorizationEnded: (when: string) => `認可は${when}に終了`,

  thisSignIn: 'このサインイン',
  authorizedUntil: (date: string) => `認可は${date}まで有効`,
  authorizedExplained: 'それまで自動的に延長されます。',
  signedInUntil: (date: string) => `サインインは少なくとも${date}まで有効`,
  signedInExplained: 'Parallel Trayの実行中は自動的に延長されます。',
  authorized: '認可済み（期限不明）',

  pendingNow: (count: number) => `${count}件のサインアウトが未完了`,
  pendingNowExplained: 'Parallelが応答するまで再試行します',
  pendingTitle: '未完了のサインアウト',
  pending: <T>(organisation: T): Phrase<T> => [organisation, '：ここではサインアウト済み'],
  pendingUntil: (when: string) =>
    `Parallelでの完了はまだ確認できておらず、応答があるまで再試行します。遅くとも${when}に期限切れになります。`,
  pendingOpen: 'Parallelでの完了はまだ確認できておらず、応答があるまで再試行します。',
  pendingNext: (when: string) => `次の試行は${when}です。`,
  pendingTrying: '試行中',

  /** Under an organisation's name in the list. */
  why: {
    unreadable: '保存されたサインイン情報を開けません',
    signingOut: 'サインアウト中',
    unsaved: '最新のトークンは未保存',
    topUpUnknown: '決済は未確認',
  },

  strips: {
    signInAgain: {
      title: <T>(organisation: T): Phrase<T> => ['「', organisation, '」への再サインインが必要です'],
      explained: (when: string) => `認可が終了しました（${when}に検出）。`,
      act: '再サインイン',
    },
    unreadable: {
      title: 'キーリングがロックされていました',
      explained: 'ロックを解除し、Parallel Trayを再起動してください。サインイン情報は保存されています。',
      act: '再起動',
    },
    unreadableOnWindows: {
      title: '保存されたサインイン情報をWindowsで開けません',
      explained: 'もう一度サインインしてください。履歴、キー、設定は残ります。',
    },
    unsaved: {
      title: '最新のトークンが保存されていません',
      explained: 'トークンはメモリにあり、保存を再試行しています。その前に終了すると再サインインが必要です。',
    },
    alerts: {
      spendable: {
        title: '残高が少なくなっています',
        explained: (limit: string) => `設定した${limit}を下回っています。`,
        short: '残高わずか',
      },
      daysLeft: {
        title: (days: number) => (days < 1 ? '残り1日未満' : `残り約${days}日`),
        explained: (days: number) => `設定した${days}日を下回っています。`,
        unknown: '残り日数わずか',
        short: 'まもなく残高切れ',
      },
      spending: {
        title: '直近1時間の使用額が多くなっています',
        explained: (limit: string) => `設定した${limit}を超えています。`,
        short: '使用ペースが速い',
      },
      /** When the limit was taken away meanwhile. */
      noLimit: '設定に基づく通知です。',
      notToday: '今日は通知しない',
      topUp: 'チャージ…',
    },
    justArrived: {
      title: <T>(organisation: T): Phrase<T> => ['「', organisation, '」にサインインしました'],
      explained: '心当たりがない場合、ほかの人がコードを承認した可能性があります。',
      insteadOf: (organisation: string) =>
        `ブラウザで選択されたのはこの組織です。「${organisation}」は再サインインが必要なままです。`,
      act: 'サインアウト',
    },
    trouble: {
      since: (what: string, when: string) => `${what}（${when}から）`,
      known: '最後に取得した残高を表示しています。',
      byItself: '自動的に再試行します。',
    },
    endsSoon: {
      title: (when: string) => `認可は${when}に終了します`,
      explained: '続けて使うには再サインインしてください。',
      act: '再サインイン',
    },
    signIn: {
      consent: {
        title: 'サインインが完了していません',
        explained: 'サインイン情報の保存先を選んでください。',
        act: '選択',
      },
      waiting: {
        title: 'サインインの途中です',
        explained: 'ブラウザで承認してください。',
        act: 'コードを表示',
      },
      ended: {
        title: 'サインインを完了できませんでした',
        explained: 'サインインしていません。',
        act: '理由を表示',
      },
    },
    livesInTray,
    noTray: {
      title: 'このデスクトップにはトレイがありません',
      minimises: 'ウィンドウを閉じると最小化されます。',
      quits: '閉じるとアプリは終了します。',
      act: '理由',
    },
    fileSetAside: {
      title: (file: string) => `「${file}」を読み込めませんでした`,
      explained: 'ファイルは残し、使わずに続行します。',
    },
    storage: { title: 'このコンピューターに保存されていません' },
    keyringWaits: {
      title: 'キーリングを待っています',
      explained: 'ロックが解除されると、残高が更新されます。パスワードを求められたら、入力してください。',
    },
    windowRebuilt: {
      title: 'クラッシュしたため、ウィンドウを開き直しました',
      explained: '失われたのは、送信前の入力だけです。',
    },
  },

  signOutDialog: {
    title: <T>(organisation: T): Phrase<T> => ['「', organisation, '」からサインアウトしますか？'],
    explained:
      'この認可の取り消しをParallelに要求し、このコンピューターからトークンを削除します。もう一度サインインするには、新しいコードの承認が必要です。',
    unreachable: 'Parallelに接続できない場合は、接続できるまで再試行し、その間は概要に表示します。',
    cancel: 'キャンセル',
    act: 'サインアウト',
    busy: 'サインアウト中',
  },
}
