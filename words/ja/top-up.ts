import type { Phrase } from '../phrase.ts'

/** Adding money: every step says what was charged, and what wasn't. */
export const topUp = {
  cancel: 'キャンセル',
  close: '閉じる',
  done: '完了',
  tryAgain: 'やり直す',
  amount: '金額',
  askedAt: 'リクエスト日時',
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
    limit: (amount: string) => `今日の上限まであと${amount}です。`,
    next: '続ける',
    wrong: {
      'not-an-amount': (least: string, most: string) =>
        `${least}から${most}までの金額を、25や12.50のように入力してください。`,
      'too-little': (least: string) => `最低額は${least}です。`,
      'too-much': (most: string) =>
        `1回にチャージできるのは${most}までです。それ以上はコンソールの請求ページをご利用ください。`,
      'over-limit': (left: string) =>
        `1日の上限により、今日チャージできるのはあと${left}です。上限は「設定」で変更できます。`,
      'limit-reached': '1日の上限に達しました。上限は「設定」で変更できます。',
    },
  },

  confirm: {
    title: (amount: string) => `今すぐ${amount}を決済しますか？`,
    explained: 'ここでは取り消せません。',
    organisation: '組織',
    paidWith: '支払い方法',
    card: '組織の既定のカード',
    after: '決済後の利用可能額',
    about: (amount: string) => `約${amount}`,
    charge: '決済額',
    act: (amount: string) => `${amount}を決済`,
    busy: '決済中',
  },

  charging: {
    title: (amount: string) => `${amount}を決済中…`,
    explained: 'Parallel Trayを隠しても、結果は保持されます。',
  },

  unknown: {
    title: (amount: string) => `${amount}の決済をまだ確認できていません`,
    lost: 'Parallelの応答が届きませんでした。Parallel Trayは同じ参照番号で確認を続けます。未決済だった場合はその際に決済されますが、',
    notTwice: '二重に決済されることはありません。',
    nextTry: '次の確認',
    in: (wait: string) => `${wait}後`,
    now: '今すぐ',
    byItself: (until: string) =>
      `このウィンドウを閉じても、${until}まで確認を続けます。確認できたら、再びチャージできます。`,
    act: '再確認',
    asking: '確認中',
  },

  /** Sent again only when the user wants it: that may charge the card. */
  later: {
    title: (amount: string) => `${amount}の決済を確認できていません`,
    restarted: (amount: string) =>
      `応答が届く前に、Parallel Trayが終了したか、サインアウトしました。再試行すると同じリクエストを送信します。${amount}が決済済みなら何も起きず、未決済なら今すぐ決済されます。`,
    stopped: (amount: string) =>
      `応答がありませんでした。再試行すると同じリクエストを送信します。${amount}が決済済みなら何も起きず、未決済なら今すぐ決済されます。`,
    act: (amount: string) => `${amount}の決済を再試行`,
    asking: '再試行中',
  },

  tooOld: {
    title: (amount: string) => `${amount}の決済を確認できていません`,
    explained:
      '時間が経ちすぎたため、安全に再試行できません。決済されたかどうかは、コンソールの請求ページで確認できます。',
    putAway: '確認済みとして閉じる',
    puttingAway: '閉じています',
  },

  added: {
    title: (amount: string) => `${amount}をチャージしました`,
    explained: (when: string) => `${when}に既定のカードで決済しました。`,
    now: '現在の利用可能額',
    charged: '決済額',
    /** After "残り約12日". */
    pace: (left: string) => `直近7日間のペースで${left}です。`,
  },

  declined: {
    title: 'カードが拒否されました',
    explained: '決済は行われていません。カード会社に問い合わせるか、請求ページでカードを確認してください。',
    act: '請求ページを開く',
  },

  notCharged: {
    title: (amount: string) => `${amount}は決済されていません`,
    tried: '試行',
    at: (amount: string, when: string) => `${amount}（${when}）`,
    says: 'Parallelの応答',
  },

  notAllowed: {
    title: 'チャージはまだ許可されていません',
    explained: <T>(organisation: T): Phrase<T> => [
      '「',
      organisation,
      '」へのこのサインインでは、まだチャージできません。ブラウザでもう一度サインインすると許可できます。ほかは何も変わりません。',
    ],
    notNow: '後で',
    act: '許可…',
  },

  invoice: {
    title: 'チャージは不要です',
  },

  signedOut: {
    title: 'チャージするには再サインインが必要です',
    explained: 'サインインしていないと決済はできません。',
  },
}
