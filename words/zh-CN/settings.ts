import type { Settings } from '../../preload/contract/index.ts'
import { spacedAfter } from './spaced.ts'

const pace: Record<Settings['pollInterval'], { name: string; explained: string }> = {
  normal: { name: '正常', explained: '窗口打开时每分钟一次，关闭后每 5 分钟一次。' },
  slower: { name: '较低', explained: '窗口打开时每 5 分钟一次，关闭后每 15 分钟一次。' },
  slowest: { name: '最低', explained: '窗口打开时每 15 分钟一次，关闭后每小时一次。' },
}
const theme: Record<Settings['theme'], string> = { system: '跟随系统', light: '浅色', dark: '深色' }

export const settings = {
  app: '通用',
  tabs: { label: '设置对象', organisation: '此组织', app: '通用' },
  openAtLogin: '登录系统时打开',
  startHidden: '启动时隐藏到托盘',
  startHiddenExplained: '仅在你已登录时生效。',
  closeToTray: '关闭后继续运行',
  closeToTrayExplained: '关闭窗口后，图标保留在托盘中。',
  shareStatus: '与其他程序共享状态',
  shareStatusExplained: '供状态栏和脚本使用：余额和提醒保存在只有你能读取的文件中。',
  trayTitle: '在图标旁显示余额',
  shortcut: {
    name: '打开窗口的快捷键',
    none: '无',
    change: '更改',
    /** Read out on the button. */
    changeLabel: '更改打开窗口的快捷键',
    removeLabel: '移除打开窗口的快捷键',
    press: '按下快捷键…',
    stop: '按 Esc 取消',
    needsMore: '加上 Ctrl、Alt 或系统键，以免影响正常输入。',
    needsMoreOnMac: '加上 ⌃、⌥ 或 ⌘，以免影响正常输入。',
    notUsable: '此键不能使用。选择字母、数字或功能键。',
    wayland: '在 Wayland 上，快捷键能否生效由桌面决定，无法事先检查。',
  },

  refresh: '刷新',
  paceName: '频率',
  pace,

  notices: '提醒',
  notifications: '桌面通知',
  notificationsExplained: '用于余额不足、登录即将结束，以及你在等待的结果。',

  /** Of one organisation. */
  limits: '提醒和限额',
  spendableBelow: '可用余额低于',
  daysLeftBelow: '剩余天数少于',
  spentWithinHour: '一小时内消费超过',
  spentWithinHourExplained: '用于发现失控的任务。',
  topUpPerDay: '每日充值限额',
  topUpPerDayExplained: '针对在这台电脑上进行的充值。',
  rotate: '提醒轮换密钥',
  rotateAfter: '多少天后提醒',
  empty: '关闭',
  badMoney: '输入金额，如 10 或 10.50；留空则关闭。',
  badDays: (most: number) => `输入 1 到 ${most} 的整数；留空则关闭。`,

  look: '外观',
  themeName: '主题',
  theme,
  language: '语言',
  languageOfSystem: '跟随系统',

  data: '数据',
  history: '历史记录和密钥清单',
  readings: (readings: string, since: string) =>
    `${spacedAfter(since)}以来的 ${readings} 条余额记录，仅存于这台电脑。`,
  noReadings: '尚未保存任何内容。',
  toActivity: '打开用量记录',
  move: '迁移到另一台电脑',
  moveExplained: '包括设置、密钥清单和历史记录，不包括登录信息。',
  export: '导出…',
  exporting: '正在导出',
  import: '导入…',
  importing: '正在导入',
  reset: '清除 Parallel Tray 的所有数据',
  resetExplained: '从所有组织退出登录，并删除 Parallel Tray 保存在这台电脑上的全部内容。',
  resetAct: '清除…',
}
