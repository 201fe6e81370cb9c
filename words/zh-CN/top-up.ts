import type { Phrase } from '../phrase.ts'
import { spaced, spacedAfter } from './spaced.ts'

/** Adding money: every step says what was charged, and what wasn't. */
export const topUp = {
  cancel: '取消',
  close: '关闭',
  done: '完成',
  tryAgain: '重新尝试',
  amount: '金额',
  askedAt: '请求时间',
  asked: (when: string, age: string) => `${when}，${age}`,
  reference: '参考号',
  billing: '账单',
  openBilling: '打开账单',

  choose: {
    title: <T>(organisation: T): Phrase<T> => ['为“', organisation, '”充值'],
    spendable: (amount: string) => `当前可用余额：${amount}`,
    other: '或其他金额',
    between: (least: string, most: string) => `${least} 到 ${most}`,
    worth: {
      lessThanADay: '不到一天的用量。',
      moreThanTwoMonths: '两个多月的用量。',
      about: (days: string) => `约 ${days} 天的用量。`,
    },
    limit: (amount: string) => `今天的限额还剩 ${amount}。`,
    next: '继续',
    wrong: {
      'not-an-amount': (least: string, most: string) => `输入 ${least} 到 ${most} 的金额，如 25 或 12.50。`,
      'too-little': (least: string) => `最少 ${least}。`,
      'too-much': (most: string) => `每次最多 ${most}。如需更多，前往控制台的账单页面。`,
      'over-limit': (left: string) => `按每日限额，今天还可充值 ${left}。限额可在“设置”中更改。`,
      'limit-reached': '已达到你的每日限额。限额可在“设置”中更改。',
    },
  },

  confirm: {
    title: (amount: string) => `现在扣款 ${amount}？`,
    explained: '扣款后无法在此撤销。',
    organisation: '组织',
    paidWith: '付款方式',
    card: '组织的默认银行卡',
    after: '扣款后可用余额',
    about: (amount: string) => `约 ${amount}`,
    charge: '扣款金额',
    act: (amount: string) => `扣款 ${amount}`,
    busy: '正在扣款',
  },

  charging: {
    title: (amount: string) => `正在扣款 ${amount}…`,
    explained: '可以隐藏 Parallel Tray，结果会保留。',
  },

  unknown: {
    title: (amount: string) => `${amount} 的扣款尚未确认`,
    lost: '未收到 Parallel 的响应。Parallel Tray 会继续用同一参考号查询：如果此前未扣款，届时会扣款，但',
    notTwice: '不会重复扣款。',
    nextTry: '下次查询',
    in: (wait: string) => `${wait}后`,
    now: '现在',
    byItself: (until: string) =>
      `Parallel Tray 会继续查询到${spaced(until)}为止，关闭此窗口也不会停止。确认后可再次充值。`,
    act: '再次查询',
    asking: '正在查询',
  },

  /** Sent again only when the user wants it: that may charge the card. */
  later: {
    title: (amount: string) => `${amount} 的扣款未确认`,
    restarted: (amount: string) =>
      `收到响应之前，Parallel Tray 已退出，或你已退出登录。重试会发送同一请求：如果 ${amount} 已扣款，不会有任何变化；如果未扣款，现在就会扣款。`,
    stopped: (amount: string) =>
      `没有收到响应。重试会发送同一请求：如果 ${amount} 已扣款，不会有任何变化；如果未扣款，现在就会扣款。`,
    act: (amount: string) => `重试扣款 ${amount}`,
    asking: '正在重试',
  },

  tooOld: {
    title: (amount: string) => `${amount} 的扣款未确认`,
    explained: '时间过久，重试已不安全。可在控制台的账单中查看是否已扣款。',
    putAway: '我已查看，关闭',
    puttingAway: '正在关闭',
  },

  added: {
    title: (amount: string) => `已充值 ${amount}`,
    explained: (when: string) => `${spacedAfter(when)}已从默认银行卡扣款。`,
    now: '当前可用余额',
    charged: '已扣款',
    /** Around "约可再用 12 天". */
    pace: (left: string) => `按最近 7 天的消费速度，${left}。`,
  },

  declined: {
    title: '银行卡被拒',
    explained: '没有扣款。联系发卡行，或在账单页面检查银行卡。',
    act: '打开账单',
  },

  notCharged: {
    title: (amount: string) => `${amount} 未扣款`,
    tried: '已尝试',
    at: (amount: string, when: string) => `${when}，${amount}`,
    says: 'Parallel 的说明',
  },

  notAllowed: {
    title: '尚未允许充值',
    explained: <T>(organisation: T): Phrase<T> => [
      '此登录还不能为“',
      organisation,
      '”充值。在浏览器中重新登录即可允许，其他不变。',
    ],
    notNow: '以后再说',
    act: '允许…',
  },

  invoice: {
    title: '无需充值',
  },

  signedOut: {
    title: '重新登录后才能充值',
    explained: '没有登录就无法扣款。',
  },
}
