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
    notToday: '今天静音',
  },

  signInAgain: (organisation: string): Said => ({
    title: `重新登录 ${organisation}`,
    body: 'Parallel 结束了此授权。历史记录、密钥和设置均保留。',
  }),
  endsSoon: (organisation: string, when: string): Said => ({
    title: `${organisation}：授权将于 ${when}结束`,
    body: '在此之前重新登录，使用不会中断。',
  }),
  low: (organisation: string, spendable: string | null, limit: string | null): Said => ({
    title: spendable === null ? `${organisation}：余额不足` : `${organisation}：可用余额 ${spendable}`,
    body: limit === null ? '余额不足。' : `已低于设定的提醒金额 ${limit}。`,
  }),
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
      limit === null ? '一小时内的消费高于平常。' : `一小时内消费超过 ${limit}。`,
      spendable === null ? null : `可用余额 ${spendable}。`,
    ),
  }),
  added: (organisation: string, amount: string, spendable: string): Said => ({
    title: `${organisation}：已充值 ${amount}`,
    body: `可用余额现为 ${spendable}。`,
  }),
  notCharged: (organisation: string, amount: string): Said => ({
    title: `${organisation}：${amount} 未充值`,
    body: '银行卡未扣款。打开 Parallel Tray 查看原因。',
  }),
  unknown: (organisation: string, amount: string, byItself: boolean): Said => ({
    title: `${organisation}：尚不清楚 ${amount} 是否已扣款`,
    body: byItself
      ? 'Parallel Tray 会用同一参考号再次查询，因此不会重复扣款。'
      : '打开 Parallel Tray 查明结果。这不会导致重复扣款。',
  }),
  tooOld: (organisation: string, amount: string): Said => ({
    title: `${organisation}：不清楚 ${amount} 是否已扣款`,
    body: '时间过久，再次查询已不安全。在账单中查看。',
  }),
  signOutPending: (organisation: string): Said => ({
    title: `${organisation}：Parallel 尚未得知已退出登录`,
    body: '已有一个多小时连不上 Parallel。一旦它有答复，就会通知它。',
  }),
  storage: {
    title: '未保存到这台电脑',
    body: 'Parallel Tray 使用内存中的数据继续运行，并会重试保存。打开它查看原因。',
  } satisfies Said,
}
