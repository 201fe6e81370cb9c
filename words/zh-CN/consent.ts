import type { DesktopWords } from '../types.ts'

/** What main asks in dialogs of its own, which the window can neither draw nor answer. */
export const consent: DesktopWords['consent'] = {
  cancel: '取消',
  charge: {
    title: (amount: string, organisation: string) => `从“${organisation}”的银行卡扣款 ${amount}？`,
    explained: '将立即扣款，且无法在此撤销。',
    act: (amount: string) => `扣款 ${amount}`,
  },
  again: {
    title: (amount: string, organisation: string) => `重试为“${organisation}”充值 ${amount}？`,
    explained: '如果尚未扣款，现在就会扣款。',
    act: (amount: string) => `重试扣款 ${amount}`,
  },
  overLimit: {
    title: (amount: string, organisation: string) =>
      `超出每日限额，从“${organisation}”的银行卡扣款 ${amount}？`,
    explained: (limit: string) => `你的限额是每天 ${limit}。扣款后无法在此撤销。`,
  },
  raiseLimit: {
    title: (organisation: string, to: string) => `将“${organisation}”的每日限额提高到 ${to}？`,
    explained: (from: string) => `目前为 ${from}。`,
    act: '提高限额',
  },
  removeLimit: {
    title: (organisation: string) => `解除“${organisation}”的每日限额？`,
    explained: (from: string, most: string) => `目前为 ${from}。解除后，24 小时内最多可扣款 ${most}。`,
    act: '解除限额',
  },
  reset: {
    title: '清除 Parallel Tray 的所有数据？',
    explained: '将从所有组织退出登录，并从这台电脑上删除令牌、设置、历史记录和密钥清单。',
    act: '全部清除',
  },
}
