import { spaced } from './spaced.ts'

/**
 * What the system says for the app while its window isn't in view. Names that others have chosen stand in titles
 * only: some systems read markup in the text below.
 */
type Said = { readonly title: string; readonly body: string }

const sentences = (...parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null).join('')

export const notifications = {
  acts: {
    signInAgain: '重新登录',
    topUp: '充值…',
    notToday: '今天不再提醒',
  },

  signInAgain: (organisation: string): Said => ({
    title: `重新登录“${organisation}”`,
    body: 'Parallel 结束了此授权。历史记录、密钥和设置均保留。',
  }),
  endsSoon: (organisation: string, when: string): Said => ({
    title: `${organisation}：授权将于${spaced(when)}结束`,
    body: '在此之前重新登录，可避免中断。',
  }),
  low: (organisation: string, spendable: string | null, limit: string | null): Said => ({
    title: spendable === null ? `${organisation}：余额不足` : `${organisation}：可用余额 ${spendable}`,
    body: limit === null ? '余额不足。' : `已低于你设定的提醒金额 ${limit}。`,
  }),
  /** `days`: whole ones that are left, null if that isn't known. */
  daysLeft: (
    organisation: string,
    days: number | null,
    spendable: string | null,
    perDay: string | null,
  ): Said => ({
    title: `${organisation}：${
      days === null ? '余额即将用尽' : days < 1 ? '可再用不到 1 天' : `约可再用 ${days} 天`
    }`,
    body: sentences(
      spendable === null ? null : `可用余额 ${spendable}。`,
      perDay === null ? null : `每天约消费 ${perDay}。`,
    ),
  }),
  spending: (organisation: string, spendable: string | null, limit: string | null): Said => ({
    title: `${organisation}：消费过快`,
    body: sentences(
      limit === null ? '最近一小时的消费高于平常。' : `最近一小时消费超过 ${limit}。`,
      spendable === null ? null : `可用余额 ${spendable}。`,
    ),
  }),
  added: (organisation: string, amount: string, spendable: string): Said => ({
    title: `${organisation}：已充值 ${amount}`,
    body: `可用余额现为 ${spendable}。`,
  }),
  notCharged: (organisation: string, amount: string): Said => ({
    title: `${organisation}：未能充值 ${amount}`,
    body: '银行卡未扣款。打开 Parallel Tray 查看原因。',
  }),
  unknown: (organisation: string, amount: string, byItself: boolean): Said => ({
    title: `${organisation}：${amount} 的扣款尚未确认`,
    body: byItself
      ? 'Parallel Tray 会继续用同一参考号查询，因此不会重复扣款。'
      : '打开 Parallel Tray 重试。如果此前未扣款，重试会扣款一次。',
  }),
  tooOld: (organisation: string, amount: string): Said => ({
    title: `${organisation}：${amount} 的扣款未确认`,
    body: '时间过久，重试已不安全。在账单中查看。',
  }),
  signOutPending: (organisation: string): Said => ({
    title: `${organisation}：退出登录尚未确认`,
    body: '已有一个多小时无法连接 Parallel。会不断重试，直到其响应。',
  }),
  storage: {
    title: '未保存到这台电脑',
    body: 'Parallel Tray 将所有内容保留在内存中，并不断尝试保存。打开它查看原因。',
  } satisfies Said,
}
