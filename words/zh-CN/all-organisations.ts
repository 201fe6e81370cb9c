import { spaced, spacedBefore } from './spaced.ts'

/** The table of all organisations. */
export const allOrganisations = {
  /** Of all organisations, how many the total includes. */
  counted: (counted: number, all: number) => `已计入 ${counted}/${all}`,
  findOrganisation: '查找组织',
  found: (count: number) => `找到 ${count} 个`,
  noneFound: '没有结果',
  allCounted: (count: number) => `已计入全部 ${count} 个`,
  someCounted: (counted: number, all: number, why: readonly string[]) =>
    `已计入 ${counted}/${all}，未计入：${why.join('、')}`,
  /** Why an organisation isn't counted. */
  leftOut: {
    invoiced: (count: number) => `${count} 个后付费`,
    signInAgain: (count: number) => `${count} 个需重新登录`,
    unreadable: (count: number) => `${count} 个无法读取登录信息`,
    signingOut: (count: number) => `${count} 个正在退出登录`,
    notRead: (count: number) => `${count} 个尚未获取`,
  },
  stale: (count: number) => `${count} 个不是最新`,
  exportTable: '将所有组织导出为 CSV…',
  exportCsv: '导出 CSV…',
  columns: { name: '组织', days: '剩余天数', amount: '可用余额' },
  trend: '过去 14 天',
  /** Read out for the line. */
  fromTo: (from: string, to: string) => `从${spaced(from)}到${spacedBefore(to)}`,
  days: { lessThanADay: '不到一天', moreThanTwoMonths: '两个多月' },
  topUp: '充值…',
  topUpOf: (name: string) => `为“${name}”充值…`,
  hints: { choose: '选择', open: '打开', topUp: '充值' },
}
