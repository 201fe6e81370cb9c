import type { Phrase } from '../phrase.ts'
import { livesInTray } from './lives-in-tray.ts'

export const overview = {
  organisations: '组织',
  allOrganisations: '所有组织',
  addOrganisation: '添加组织…',
  signOutOf: <T>(organisation: T): Phrase<T> => ['退出登录 ', organisation, '…'],
  signOut: '退出登录…',
  signingOut: '正在退出登录',
  refresh: '立即刷新',
  refreshAll: '全部刷新',
  reading: '正在读取…',
  notRead: '尚未读取',
  openBilling: '打开账单',

  spendable: '可用余额',
  explained: '总余额减去运行中任务的冻结金额',
  asOf: (when: string, age: string) => `截至 ${when}，${age}`,
  lessThanADayAgo: (amount: string) => `比 24 小时前少 ${amount}`,
  moreThanADayAgo: (amount: string) => `比 24 小时前多 ${amount}`,
  asADayAgo: '与 24 小时前相同',
  nothingLeft: '已没有可用余额。',
  heldOverCredit: '低于零：冻结金额超过总余额',
  creditBelowZero: '总余额本身已低于零。',
  credit: '总余额',
  held: '运行中任务冻结',
  /** Read out for the bar. */
  split: (spendable: string, held: string) => `可用 ${spendable}，冻结 ${held}`,

  balance: '余额',
  invoice: '后付费',
  invoiceShort: '后付费',
  invoiceExplained: <T>(organisation: T): Phrase<T> => [
    'Parallel 按实际用量向 ',
    organisation,
    ' 寄送账单。没有预付余额需要留意，也无需充值，因此预测和余额不足提醒均已关闭。',
  ],

  topUp: '充值…',
  /** Why the button is off. */
  topUpOff: {
    unknown: '查明上一笔是否已扣款后可用。',
    stale: '能再次读取余额后可用。',
    reading: '读取余额后可用。',
  },
  topUpLine: {
    charging: (amount: string) => `正在扣款 ${amount}`,
    unknown: (amount: string, when: string) => `${when} 请求的 ${amount}：尚不清楚是否已扣款。`,
    asking: '正在再次查询。',
    next: (wait: string) => `${wait}后再次查询。`,
    findOut: '现在可以查明。',
    tooOld: '可在控制台的账单中查看。',
    off: '在此之前无法充值。',
    added: (amount: string, when: string) => `${when} 已充值 ${amount}。`,
    notCharged: (amount: string, when: string) => `${when} 的 ${amount}：未扣款。`,
    more: '详细信息',
  },

  forecast: {
    lessThanADay: '可再用不到 1 天',
    moreThanTwoMonths: '可再用两个月以上',
    about: (days: number) => `约可再用 ${days} 天`,
    nothingLeft: '没有可用余额',
    nothingLeftExplained: '充值后才能继续消费。',
    thisWeek: (perDay: string) => `按本周的消费速度，每天 ${perDay}`,
    lastDays: (basis: string, perDay: string) => `按最近 ${basis}的消费速度，每天 ${perDay}`,
    days: (days: number) => `${days} 天`,
    knownAt: (when: string, perDay: string) => `按截至 ${when} 的消费速度，每天 ${perDay}`,
    runsOutAbout: (when: string, perDay: string) => `按此速度（每天 ${perDay}），约 ${when} 用完。`,
    notEnough: '数据还不够',
    notEnoughExplained: (since: string | null) =>
      since === null
        ? '预测需要一天的读数。Parallel Tray 在运行期间读取余额。'
        : `预测需要一天的读数。首次读数：${since}；Parallel Tray 在运行期间会继续读取。`,
    noSpending: '没有消费',
    noSpendingExplained: (basis: string) => `最近 ${basis}没有消费，余额不会用尽。`,
    today: '今天',
    /** Read out for the chart. */
    chart: (from: string, first: string, last: string) => `${from}以来的可用余额：从 ${first} 到 ${last}。`,
    chartEnd: (when: string) => `按此速度，约在 ${when}降到零。`,
  },

  lastDays: '最近几天',
  allActivity: '全部收支',
  meanwhile: '现在可以设置',
  warnBelow: '低于此额时提醒',
  shortcutToOpen: '打开的快捷键',
  notSet: '未设置',
  keysMade: (keys: number) => (keys === 0 ? '尚未在此创建密钥' : `在此创建了 ${keys} 个密钥`),
  keysDue: (keys: string) => `${keys} 个待轮换`,
  keysMadeHere: '在此创建的密钥',
  allKeys: '应用和密钥',
  authorizationEnded: (when: string) => `授权已于 ${when} 结束`,

  thisSignIn: '此登录',
  authorizedUntil: (date: string) => `授权至 ${date}`,
  authorizedExplained: '在此之前自动续期。',
  signedInUntil: (date: string) => `登录至少保持到 ${date}`,
  signedInExplained: 'Parallel Tray 运行期间自动续期。',
  authorized: '已授权，结束时间未知',

  pendingNow: (count: number) => `${count} 项退出登录正在进行`,
  pendingNowExplained: '一旦 Parallel 有答复就会通知它',
  pendingTitle: '正在退出登录',
  pending: <T>(organisation: T): Phrase<T> => [organisation, '：这里已退出登录'],
  pendingUntil: (when: string) => `Parallel 尚未得知，一旦它有答复就会通知它。该授权将于 ${when} 自行结束。`,
  pendingOpen: 'Parallel 尚未得知，一旦它有答复就会通知它。',
  pendingNext: (when: string) => `${when} 重试。`,
  pendingTrying: '正在重试',

  /** Under an organisation's name in the list. */
  why: {
    unreadable: '无法打开已存储的登录',
    signingOut: '正在退出登录',
    unsaved: '最新令牌尚未保存',
    topUpUnknown: '有一笔充值尚未确定',
  },

  strips: {
    signInAgain: {
      title: <T>(organisation: T): Phrase<T> => ['重新登录 ', organisation],
      explained: (when: string) => `授权已结束（${when} 发现）。`,
      act: '重新登录',
    },
    unreadable: {
      title: '启动时密钥环已锁定',
      explained: '解锁后重新启动。登录仍已存储。',
      act: '重新启动',
    },
    unreadableOnWindows: {
      title: 'Windows 无法打开已存储的登录',
      explained: '请重新登录。历史记录、密钥和设置都会保留。',
    },
    unsaved: {
      title: '最新令牌尚未保存',
      explained: '令牌在内存中，会重试保存。如果在保存之前退出，就需要重新登录。',
    },
    alerts: {
      spendable: {
        title: '余额不足',
        explained: (limit: string) => `低于设定的 ${limit}。`,
        short: '余额不足',
      },
      daysLeft: {
        title: (days: number) => (days < 1 ? '可再用不到 1 天' : `约可再用 ${days} 天`),
        explained: (days: number) => `少于设定的 ${days} 天。`,
        unknown: '剩余天数不多',
        short: '即将用尽',
      },
      spending: {
        title: '一小时内消费较多',
        explained: (limit: string) => `超过设定的 ${limit}。`,
        short: '消费过快',
      },
      /** When the limit was taken away meanwhile. */
      noLimit: '这是你设定过的提醒。',
      notToday: '今天静音',
      topUp: '充值…',
    },
    justArrived: {
      title: <T>(organisation: T): Phrase<T> => ['已登录 ', organisation],
      explained: '不是你的？是其他人批准的。',
      insteadOf: (organisation: string) => `你在浏览器中选择了这个组织。${organisation} 仍需重新登录。`,
      act: '退出登录',
    },
    trouble: {
      since: (what: string, when: string) => `${what}（${when} 起）`,
      known: '显示的是当时的数据。',
      byItself: '会自动重试。',
    },
    endsSoon: {
      title: (when: string) => `授权将于 ${when} 结束`,
      explained: '重新登录以保持登录。',
      act: '重新登录',
    },
    signIn: {
      consent: {
        title: '有一个登录等待答复',
        explained: '登录信息保存在哪里？',
        act: '答复',
      },
      waiting: {
        title: '正在登录',
        explained: '等待你在浏览器中批准。',
        act: '显示登录码',
      },
      ended: {
        title: '登录已结束',
        explained: '没有登录任何组织。',
        act: '查看原因',
      },
    },
    livesInTray,
    noTray: {
      title: '此桌面没有托盘',
      minimises: '关闭窗口会将其最小化。',
      quits: '关闭窗口会退出应用。',
      act: '为什么？',
    },
    fileSetAside: {
      title: (file: string) => `无法读取 ${file}`,
      explained: '该文件原样保留。Parallel Tray 在没有它的情况下继续运行。',
    },
    storage: { title: '未保存到这台电脑' },
    windowRebuilt: {
      title: '窗口已重新创建',
      explained: '仅丢失了未发送的输入。',
    },
  },

  signOutDialog: {
    title: <T>(organisation: T): Phrase<T> => ['退出登录 ', organisation, '？'],
    explained: '将通知 Parallel 结束此授权，并从这台电脑上删除其令牌。要再次使用，需批准一个新的登录码。',
    unreachable: '如果现在连不上 Parallel，会稍后通知，在此之前概览中会显示。',
    cancel: '取消',
    act: '退出登录',
    busy: '正在退出登录',
  },
}
