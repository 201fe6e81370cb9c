import type { Phrase } from '../phrase.ts'

/** Adding money: every step says what was charged, and what wasn't. */
export const topUp = {
  cancel: 'キャンセル',
  close: '閉じる',
  done: '完了',
  tryAgain: 'もう一度試す',
  amount: '金額',
  askedAt: '送信日時',
  asked: (when: string, age: string) => `${when}（${age}）`,
  reference: '参照番号',
  billing: '請求',
  openBilling: '請求ページを開く',

  choose: {
    title: <T>(organisation: T): Phrase<T> => ['「', organisation, '」にチャージ'],
    spendable: (amount: string) => `現在の利用可能額：${amount}`,
    other: 'または別の金額',
    between: (least: string, most: string) => `${least}〜${most}`,
    worth: {
      lessThanADay: '1日分未満です。',
      moreThanTwoMonths: '2か月分以上です。',
      about: (days: string) => `約${days}日分です。`,
    },
    limit: (amount: string) => `今日の上限の残り：${amount}。`,
    next: '続ける',
    wrong: {
      'not-an-amount': (least: string, most: string) =>
        `${least}から${most}までの金額を、25や12.50のように入力してください。`,
      'too-little': (least: string) => `最低額は${least}です。`,
      'too-much': (most: string) =>
        `Parallelで1回にチャージできるのは${most}までです。それ以上はコンソールの請求ページで行えます。`,
      'over-limit': (left: string) =>
        `自分で決めた上限まで、今日はあと${left}です。上限は設定で変更できます。`,
      'limit-reached': '自分で決めた今日の上限に達しました。上限は設定で変更できます。',
    },
  },

  confirm: {
    title: (amount: string) => `今すぐ${amount}を決済しますか？`,
    explained: 'ここでは取り消せません。',
    organisation: '組織',
    paidWith: '支払い方法',
    card: '組織の既定のカード（即時）',
    after: '決済後の利用可能額',
    about: (amount: string) => `約${amount}`,
    charge: '決済額',
    act: (amount: string) => `${amount}を決済`,
    busy: '決済中',
  },

  charging: {
    title: (amount: string) => `${amount}を決済中…`,
    explained: 'Parallel Trayを隠しても、結果は保存されます。',
  },

  unknown: {
    title: (amount: string) => `${amount}が決済されたかどうか、まだわかりません`,
    lost: '応答が届きませんでした。Parallel Trayは同じ参照番号で再確認するため、',
    notTwice: '二重に決済されることはありません。',
    nextTry: '次の試行',
    in: (wait: string) => `${wait}後`,
    now: '今すぐ',
    byItself: (until: string) =>
      `このウィンドウを閉じても、${until}まで自動的に続けます。判明するまで、ほかのチャージはできません。`,
    act: '今すぐ再確認',
    asking: '確認中',
  },

  /** Asked again only when the user wants it. */
  later: {
    title: (amount: string) => `${amount}が決済されたかどうか、わかりません`,
    restarted:
      '応答が届く前に、Parallel Trayが終了したか、サインアウトされました。「今すぐ確認」は同じリクエストをもう一度送ります。決済済みなら何も起きず、未決済なら今決済されます。',
    stopped:
      '応答がありませんでした。「今すぐ確認」は同じリクエストをもう一度送ります。決済済みなら何も起きず、未決済なら今決済されます。',
    act: '今すぐ確認',
    asking: '確認中',
  },

  tooOld: {
    title: (amount: string) => `${amount}が決済されたかどうか、わかりません`,
    explained:
      '送信から時間が経ちすぎたため、安全に再確認できません。決済の有無はコンソールの請求ページで確認できます。',
    putAway: '確認したので非表示にする',
    puttingAway: '非表示にしています',
  },

  added: {
    title: (amount: string) => `${amount}をチャージしました`,
    explained: (when: string) => `${when}に既定のカードで決済しました。`,
    now: '現在の利用可能額',
    charged: '決済額',
    /** After "残り約12日". */
    pace: (left: string) => `直近1週間のペースで${left}です。`,
  },

  declined: {
    title: 'カードが拒否されました',
    explained: '決済は行われていません。理由は銀行か、Parallelのカード設定で確認できます。',
    act: 'カード設定',
  },

  notCharged: {
    title: (amount: string) => `${amount}は決済されていません`,
    tried: '試行',
    at: (amount: string, when: string) => `${amount}（${when}）`,
    says: 'Parallelの説明',
  },

  notAllowed: {
    title: 'チャージはまだ許可されていません',
    explained: <T>(organisation: T): Phrase<T> => [
      '「',
      organisation,
      '」へのこのサインインには、チャージが許可されていません。ブラウザで短いサインインを行うと許可でき、ほかは何も変わりません。',
    ],
    notNow: '後で',
    act: '許可…',
  },

  invoice: {
    title: 'チャージするものはありません',
  },

  signedOut: {
    title: 'チャージするには再サインインが必要です',
    explained: 'サインインしないと決済はできません。',
  },
}
