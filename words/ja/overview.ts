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
  explained: 'クレジットから実行中タスクの保留額を引いた額',
  asOf: (when: string, age: string) => `${when}時点（${age}）`,
  lessThanADayAgo: (amount: string) => `24時間前より${amount}減少`,
  moreThanADayAgo: (amount: string) => `24時間前より${amount}増加`,
  asADayAgo: '24時間前と同額',
  nothingLeft: '利用可能額は残っていません。',
  heldOverCredit: 'マイナス：保留額がクレジットを上回っています',
  creditBelowZero: 'クレジット自体がマイナスです。',
  credit: 'クレジット',
  held: '実行中タスクの保留額',
  /** Read out for the bar. */
  split: (spendable: string, held: string) => `利用可能 ${spendable}、保留 ${held}`,

  balance: '残高',
  invoice: '請求書払い',
  invoiceShort: '請求書',
  invoiceExplained: <T>(organisation: T): Phrase<T> => [
    'Parallelは使用分の請求書を「',
    organisation,
    '」に送ります。監視やチャージの対象になる前払い残高がないため、予測と残高不足の通知はオフです。',
  ],

  topUp: 'チャージ…',
  /** Why the button is off. */
  topUpOff: {
    unknown: '前回分が決済されたかどうか判明するまで使えません。',
    stale: '残高を再び取得できるまで使えません。',
    reading: '残高を取得するまで使えません。',
  },
  /** A top-up that isn't over, or whose end hasn't been seen. */
  topUpLine: {
    charging: (amount: string) => `${amount}を決済中`,
    unknown: (amount: string, when: string) =>
      `${amount}（${when}に送信）：決済されたかどうか、まだわかりません。`,
    asking: '再確認中です。',
    next: (wait: string) => `${wait}後に再確認します。`,
    findOut: '今すぐ確認できます。',
    tooOld: 'コンソールの請求ページで確認できます。',
    off: 'それまでチャージは使えません。',
    added: (amount: string, when: string) => `${when}に${amount}をチャージしました。`,
    notCharged: (amount: string, when: string) => `${when}の${amount}：決済されていません。`,
    more: '詳細',
  },

  forecast: {
    lessThanADay: '残り1日未満',
    moreThanTwoMonths: '残り2か月以上',
    about: (days: number) => `残り約${days}日`,
    nothingLeft: '利用可能額なし',
    nothingLeftExplained: 'チャージするまで何も使えません。',
    thisWeek: (perDay: string) => `直近1週間のペース：1日${perDay}`,
    lastDays: (basis: string, perDay: string) => `直近${basis}のペース：1日${perDay}`,
    days: (days: number) => `${days}日`,
    knownAt: (when: string, perDay: string) => `${when}時点のペース：1日${perDay}`,
    runsOutAbout: (when: string, perDay: string) =>
      `このペース（1日${perDay}）では${when}ごろになくなります。`,
    notEnough: 'データがまだ足りません',
    notEnoughExplained: (since: string | null) =>
      since === null
        ? '予測には1日分の残高記録が必要です。Parallel Trayは実行中に残高を取得します。'
        : `予測には1日分の残高記録が必要です。最初の記録は${since}で、Parallel Trayの実行中に増えていきます。`,
    noSpending: '使用なし',
    noSpendingExplained: (basis: string) => `直近${basis}の使用がないため、残高切れの見込みはありません。`,
    today: '今日',
    /** Read out for the chart. */
    chart: (from: string, first: string, last: string) => `${from}以降の利用可能額：${first}から${last}。`,
    chartEnd: (when: string) => `このペースでは${when}頃にゼロになります。`,
  },

  lastDays: '最近の推移',
  allActivity: 'すべての利用状況',
  meanwhile: '今のうちに設定',
  warnBelow: 'この額を下回ったら通知',
  shortcutToOpen: '開くショートカット',
  notSet: '未設定',
  keysMade: (keys: number) =>
    keys === 0 ? 'ここで作成したキーはまだありません' : `ここで作成したキー：${keys}件`,
  keysDue: (keys: string) => `要ローテーション ${keys}件`,
  keysMadeHere: 'ここで作成したキー',
  allKeys: 'アプリとキー',
  authorizationEnded: (when: string) => `認可は${when}に終了`,

  thisSignIn: 'このサインイン',
  authorizedUntil: (date: string) => `認可は${date}まで有効`,
  authorizedExplained: 'それまで自動的に延長されます。',
  signedInUntil: (date: string) => `サインインは少なくとも${date}まで有効`,
  signedInExplained: 'Parallel Trayの実行中は自動的に延長されます。',
  authorized: '認可済み（期限は不明）',

  pendingNow: (count: number) => (count === 1 ? 'サインアウトを処理中' : `${count}件のサインアウトを処理中`),
  pendingNowExplained: '応答があり次第、Parallelに伝えます',
  pendingTitle: '処理中のサインアウト',
  pending: <T>(organisation: T): Phrase<T> => [organisation, '：ここではサインアウト済み'],
  pendingUntil: (when: string) =>
    `Parallelにはまだ伝わっておらず、応答があり次第伝えます。${when}に自然に終了します。`,
  pendingOpen: 'Parallelにはまだ伝わっておらず、応答があり次第伝えます。',
  pendingNext: (when: string) => `${when}に再試行します。`,
  pendingTrying: '試行中',

  /** Under an organisation's name in the list. */
  why: {
    unreadable: '保存されたサインインを開けません',
    signingOut: 'サインアウト中',
    unsaved: '最新のトークンは未保存',
    topUpUnknown: '未確定のチャージがあります',
  },

  strips: {
    signInAgain: {
      title: <T>(organisation: T): Phrase<T> => ['「', organisation, '」への再サインインが必要です'],
      explained: (when: string) => `認可が終了しました（${when}に確認）。`,
      act: '再サインイン',
    },
    unreadable: {
      title: '起動時にキーリングがロックされていました',
      explained: 'ロックを解除して再起動してください。サインインは残っています。',
      act: '再起動',
    },
    unreadableOnWindows: {
      title: 'Windowsが保存されたサインインを開けません',
      explained: 'もう一度サインインしてください。履歴、キー、設定は残ります。',
    },
    unsaved: {
      title: '最新のトークンが保存されていません',
      explained:
        'トークンはメモリにあり、保存を再試行します。保存できる前に終了すると、再サインインが必要になります。',
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
        title: '1時間の使用額が多くなっています',
        explained: (limit: string) => `設定した${limit}を超えています。`,
        short: '使用ペースが速い',
      },
      /** When the limit was taken away meanwhile. */
      noLimit: '通知の設定に基づくお知らせです。',
      notToday: '今日は通知しない',
      topUp: 'チャージ…',
    },
    justArrived: {
      title: <T>(organisation: T): Phrase<T> => ['「', organisation, '」にサインインしました'],
      explained: '心当たりがない場合、他の人が承認しました。',
      insteadOf: (organisation: string) =>
        `ブラウザで選ばれたのはこの組織です。「${organisation}」は再サインインを待っています。`,
      act: 'サインアウト',
    },
    trouble: {
      since: (what: string, when: string) => `${what}（${when}から）`,
      known: '表示はその時点の内容です。',
      byItself: '自動的に再試行します。',
    },
    endsSoon: {
      title: (when: string) => `認可は${when}に終了します`,
      explained: '続けて使うには再サインインしてください。',
      act: '再サインイン',
    },
    signIn: {
      consent: {
        title: 'サインインが選択を待っています',
        explained: 'どこに保管しますか？',
        act: '選択する',
      },
      waiting: {
        title: 'サインインの途中です',
        explained: 'ブラウザでの承認を待っています。',
        act: 'コードを表示',
      },
      ended: {
        title: 'サインインは終了しました',
        explained: 'どの組織にもサインインしていません。',
        act: '理由を見る',
      },
    },
    livesInTray,
    noTray: {
      title: 'このデスクトップにはトレイがありません',
      minimises: '閉じるとウィンドウは最小化されます。',
      quits: '閉じるとアプリは終了します。',
      act: '理由',
    },
    fileSetAside: {
      title: (file: string) => `「${file}」を読み込めませんでした`,
      explained: 'ファイルはそのまま残し、Parallel Trayはこれを使わずに続行します。',
    },
    storage: { title: 'このコンピューターに保存されていません' },
    windowRebuilt: {
      title: 'ウィンドウを作り直しました',
      explained: '送信前の入力だけが失われました。',
    },
  },

  signOutDialog: {
    title: <T>(organisation: T): Phrase<T> => ['「', organisation, '」からサインアウトしますか？'],
    explained:
      'この認可の終了をParallelに伝え、このコンピューターからトークンを削除します。もう一度使うには、新しいコードを承認します。',
    unreachable: '今Parallelに接続できない場合は後で伝え、それまで概要に表示します。',
    cancel: 'キャンセル',
    act: 'サインアウト',
    busy: 'サインアウト中',
  },
}
