import type { Phrase } from '../phrase.ts'
import { livesInTray } from './lives-in-tray.ts'
import { spaced, spacedAfter, spacedBefore } from './spaced.ts'

export const overview = {
  organisations: '组织',
  allOrganisations: '所有组织',
  addOrganisation: '添加组织…',
  signOutOf: <T>(organisation: T): Phrase<T> => ['从“', organisation, '”退出登录…'],
  signOut: '退出登录…',
  signingOut: '正在退出登录',
  refresh: '立即刷新',
  refreshAll: '全部刷新',
  reading: '正在获取…',
  notRead: '尚未获取',
  openBilling: '打开账单',

  spendable: '可用余额',
  explained: '总余额减去运行中任务的冻结金额',
  asOf: (when: string, age: string) => `截至${spacedBefore(when)}，${age}`,
  lessThanADayAgo: (amount: string) => `比 24 小时前少 ${amount}`,
  moreThanADayAgo: (amount: string) => `比 24 小时前多 ${amount}`,
  asADayAgo: '与 24 小时前相同',
  nothingLeft: '已没有可用余额。',
  heldOverCredit: '低于零：冻结金额超过总余额',
  creditBelowZero: '总余额已低于零。',
  credit: '总余额',
  held: '运行中任务冻结',
  /** Read out for the bar. */
  split: (spendable: string, held: string) => `可用 ${spendable}，冻结 ${held}`,

  balance: '余额',
  invoice: '后付费',
  invoiceShort: '后付费',
  invoiceExplained: <T>(organisation: T): Phrase<T> => [
    'Parallel 按实际用量向“',
    organisation,
    '”开具账单。没有预付余额需要查看或充值，因此预测和余额不足提醒均已关闭。',
  ],

  topUp: '充值…',
  /** Why the button is off. */
  topUpOff: {
    unknown: '上一笔扣款确认前暂停使用。',
    stale: '能够刷新余额前暂停使用。',
    reading: '获取余额后可用。',
  },
  /** A top-up that isn't over, or whose end hasn't been seen. */
  topUpLine: {
    charging: (amount: string) => `正在扣款 ${amount}`,
    unknown: (amount: string, when: string) => `${spacedAfter(when)}请求的 ${amount}，扣款未确认。`,
    asking: '正在再次查询。',
    next: (wait: string) => `${wait}后再次查询。`,
    findOut: '现在可以重试。',
    tooOld: '在控制台的账单中查看。',
    off: '确认前暂停充值。',
    added: (amount: string, when: string) => `${spacedAfter(when)}已充值 ${amount}。`,
    notCharged: (amount: string, when: string) => `${spacedAfter(when)}的 ${amount} 未扣款。`,
    more: '详细信息',
  },

  forecast: {
    lessThanADay: '可再用不到 1 天',
    moreThanTwoMonths: '可再用两个多月',
    about: (days: number) => `约可再用 ${days} 天`,
    nothingLeft: '没有可用余额',
    nothingLeftExplained: '充值之前，收费的请求会失败。',
    thisWeek: (perDay: string) => `按最近 7 天的消费速度，每天 ${perDay}`,
    lastDays: (basis: string, perDay: string) => `按最近 ${basis}的消费速度，每天 ${perDay}`,
    days: (days: number) => `${days} 天`,
    knownAt: (when: string, perDay: string) => `按截至${spaced(when)}的消费速度，每天 ${perDay}`,
    runsOutAbout: (when: string, perDay: string) =>
      `按此速度（每天 ${perDay}），${spacedAfter(when)}左右用完。`,
    notEnough: '数据还不够',
    notEnoughExplained: (since: string | null) =>
      since === null
        ? '预测需要一天的余额记录。让 Parallel Tray 保持运行。'
        : `预测需要一天的余额记录。首次记录：${since}。让 Parallel Tray 保持运行。`,
    noSpending: '没有消费',
    noSpendingExplained: (basis: string) => `最近 ${basis}没有消费。`,
    today: '今天',
    /** Read out for the chart. */
    chart: (from: string, first: string, last: string) =>
      `${spacedAfter(from)}以来的可用余额：从 ${first} 到 ${last}。`,
    chartEnd: (when: string) => `按此速度，${spacedAfter(when)}前后降到零。`,
  },

  lastDays: '最近几天',
  allActivity: '全部用量记录',
  meanwhile: '现在可以设置',
  warnBelow: '低于此金额时提醒',
  shortcutToOpen: '打开窗口的快捷键',
  notSet: '未设置',
  keysMade: (keys: number) => (keys === 0 ? '尚未在此创建密钥' : `在此创建了 ${keys} 个密钥`),
  keysDue: (keys: string) => `${keys} 个待轮换`,
  keysMadeHere: '在此创建的密钥',
  allKeys: '应用和密钥',
  authorizationEnded: (when: string) => `授权已于${spaced(when)}结束`,

  thisSignIn: '此登录',
  authorizedUntil: (date: string) => `授权有效期至${spacedBefore(date)}`,
  authorizedExplained: '在此之前自动续期。',
  signedInUntil: (date: string) => `登录至少保持到${spacedBefore(date)}`,
  signedInExplained: 'Parallel Tray 运行期间自动续期。',
  authorized: '已授权，结束日期未知',

  pendingNow: (count: number) => `${count} 项退出登录尚未完成`,
  pendingNowExplained: '会不断重试，直到 Parallel 响应',
  pendingTitle: '未完成的退出登录',
  pending: <T>(organisation: T): Phrase<T> => [organisation, '：已在此退出登录'],
  pendingUntil: (when: string) =>
    `Parallel 尚未确认，会不断重试，直到其响应。授权最晚于${spaced(when)}过期。`,
  pendingOpen: 'Parallel 尚未确认，会不断重试，直到其响应。',
  pendingNext: (when: string) => `下次重试：${when}。`,
  pendingTrying: '正在重试',

  /** Under an organisation's name in the list. */
  why: {
    unreadable: '无法读取已保存的登录信息',
    signingOut: '正在退出登录',
    unsaved: '最新令牌尚未保存',
    topUpUnknown: '扣款尚未确认',
  },

  strips: {
    signInAgain: {
      title: <T>(organisation: T): Phrase<T> => ['重新登录“', organisation, '”'],
      explained: (when: string) => `授权已结束（${spacedAfter(when)}发现）。`,
      act: '重新登录',
    },
    unreadable: {
      title: '密钥环已锁定',
      explained: '解锁后重新启动 Parallel Tray。登录信息仍在。',
      act: '重新启动',
    },
    unreadableOnWindows: {
      title: 'Windows 无法读取已保存的登录信息',
      explained: '重新登录。历史记录、密钥和设置都会保留。',
    },
    unsaved: {
      title: '最新令牌尚未保存',
      explained: '令牌在内存中，会不断尝试保存。如果在保存前退出，就需要重新登录。',
    },
    alerts: {
      spendable: {
        title: '余额不足',
        explained: (limit: string) => `低于你设定的 ${limit}。`,
        short: '余额不足',
      },
      daysLeft: {
        title: (days: number) => (days < 1 ? '可再用不到 1 天' : `约可再用 ${days} 天`),
        explained: (days: number) => `少于你设定的 ${days} 天。`,
        unknown: '剩余天数不多',
        short: '即将用尽',
      },
      spending: {
        title: '最近一小时消费较多',
        explained: (limit: string) => `超过你设定的 ${limit}。`,
        short: '消费过快',
      },
      /** When the limit was taken away meanwhile. */
      noLimit: '这是你设定的提醒。',
      notToday: '今天不再提醒',
      topUp: '充值…',
    },
    justArrived: {
      title: <T>(organisation: T): Phrase<T> => ['已登录“', organisation, '”'],
      explained: '不是你本人操作？可能有其他人批准了你的登录码。',
      insteadOf: (organisation: string) => `你在浏览器中选择了这个组织。“${organisation}”仍需重新登录。`,
      act: '退出登录',
    },
    trouble: {
      since: (what: string, when: string) => `${what}（${spacedAfter(when)}起）`,
      known: '显示的是最后获取的余额。',
      byItself: '会自动重试。',
    },
    endsSoon: {
      title: (when: string) => `授权将于${spaced(when)}结束`,
      explained: '重新登录以保持登录状态。',
      act: '重新登录',
    },
    signIn: {
      consent: {
        title: '完成登录',
        explained: '选择登录信息的保存位置。',
        act: '选择',
      },
      waiting: {
        title: '正在登录',
        explained: '在浏览器中批准。',
        act: '显示登录码',
      },
      ended: {
        title: '登录未完成',
        explained: '你没有登录。',
        act: '查看原因',
      },
    },
    livesInTray,
    noTray: {
      title: '此桌面不显示托盘',
      minimises: '关闭窗口会将其最小化。',
      quits: '关闭窗口会退出应用。',
      act: '为什么？',
    },
    fileSetAside: {
      title: (file: string) => `无法读取“${file}”`,
      explained: '该文件已保留。Parallel Tray 会跳过它继续运行。',
    },
    storage: { title: '未保存到这台电脑' },
    keyringWaits: {
      title: '正在等待密钥环',
      explained: '解锁后会更新余额。如果要求输入密码，请输入。',
    },
    windowRebuilt: {
      title: '窗口崩溃后已重新打开',
      explained: '仅丢失了未发送的输入。',
    },
  },

  signOutDialog: {
    title: <T>(organisation: T): Phrase<T> => ['从“', organisation, '”退出登录？'],
    explained:
      'Parallel Tray 会请求 Parallel 撤销此授权，并从这台电脑上删除其令牌。要重新登录，需批准一个新的登录码。',
    unreachable: '如果无法连接 Parallel，Parallel Tray 会不断重试，并在概览中显示。',
    cancel: '取消',
    act: '退出登录',
    busy: '正在退出登录',
  },
}
