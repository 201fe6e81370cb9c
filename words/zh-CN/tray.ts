import { spacedBefore } from './spaced.ts'
import { restartToUpdate } from './updates.ts'

/** The tray icon's tooltip and menu, and what is said before there is a window. */
export const tray = {
  notSignedIn: 'Parallel Tray：未登录',
  restoring: 'Parallel Tray：正在读取登录信息',
  waiting: 'Parallel Tray：正在等待你批准',

  paysByInvoice: '后付费',
  notRead: '尚未获取',
  signInAgain: '需重新登录',
  unreadable: '无法读取已保存的登录信息',
  signingOut: '正在退出登录',
  unsaved: '最新令牌尚未保存',
  low: '余额不足',
  lessThanADay: '不到一天',
  nothingLeft: '已用完',
  spendsFast: '消费过快',
  topUpUnknown: '扣款尚未确认',
  offline: '离线',
  /** When the amounts were read: a line of its own. */
  asOf: (when: string) => `截至${spacedBefore(when)}`,
  organisation: (name: string, what: string) => `${name}：${what}`,
  /** Joins two reasons to look. */
  and: (one: string, other: string) => `${one}，${other}`,
  /** An amount, and why to look at it. */
  because: (amount: string, reason: string) => `${amount} · ${reason}`,
  more: (count: number) => `还有 ${count} 个`,

  allOrganisations: (count: number) => `全部 ${count} 个组织`,
  refresh: '立即刷新',
  topUp: (name: string) => `为“${name}”充值…`,
  signIn: '登录',
  addOrganisation: '添加组织…',
  copyAndOpen: (userCode: string) => `${userCode} – 复制并打开浏览器`,
  /** When the address is a foreign one, the window asks before it is opened. */
  copyAndShow: (userCode: string) => `${userCode} – 复制并显示`,
  cancelSignIn: '取消登录',
  open: '打开 Parallel Tray',
  /** In the menu of the app itself (macOS). */
  about: '关于 Parallel Tray',
  quit: '退出 Parallel Tray',
  restartToUpdate,

  /** For the terminal. */
  noAnswer: (folder: string) => ({
    title: 'Parallel Tray 无法启动',
    explained:
      `它的文件夹已锁定，但没有正在运行的 Parallel Tray 响应：${folder}\n` +
      '检查你是否有权写入该文件夹。如果这台和其他电脑上都没有运行 Parallel Tray，' +
      '删除其中的文件 SingletonLock，然后重试。',
  }),

  /** Said before quitting when a sign-in that was kept in memory only could not be ended on the server. */
  notRevoked: {
    title: '无法连接 Parallel，未能撤销登录',
    explained: '登录信息只保留在内存中，已从这台电脑上清除，但在 Parallel 仍然有效，直到过期：',
    organisation: (name: string, until: string | null) =>
      until === null ? `${name}：日期未知` : `${name}：${until}`,
  },
}
