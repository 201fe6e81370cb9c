import type { FailureKind, Keeping } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'

type Check = { readonly name: string; readonly explained: string }
type Ending = {
  readonly title: string
  readonly explained: string
  readonly checks: readonly Check[]
}

const storing: Record<Keeping, string> = {
  encrypted: '已加密，密钥在系统密钥环中',
  plain: '按你的选择，存储在此磁盘上，不加密',
  memory: '按你的选择，保留在内存中，直到退出',
}

const networkChecks: readonly Check[] = [
  { name: '这台电脑能上网吗？', explained: '在浏览器中打开任意网页试试。' },
  {
    name: '连接的 Wi-Fi 有登录页面？',
    explained: '先在浏览器中登录网络。',
  },
  {
    name: '使用公司代理？',
    explained: 'Parallel Tray 使用系统中设置的代理和证书。',
  },
]

const waitChecks: readonly Check[] = [
  { name: '稍等片刻', explained: '服务器故障通常很快就会恢复。' },
  { name: 'Parallel 的网站能打开吗？', explained: '如果也打不开，问题在 Parallel 一方。' },
]

const diskChecks: readonly Check[] = [
  { name: '磁盘满了吗？', explained: '几 KB 的空间就够。' },
  {
    name: '密钥环解锁了吗？',
    explained: '解锁密钥环，然后获取新的登录码。',
  },
]

/** The ways an attempt ends that have words of their own; the others are put together from `failures`. */
const endings: Partial<Record<FailureKind, Ending>> = {
  expired: {
    title: '此登录码已过期',
    explained: '关闭浏览器中的旧页面：上面的登录码已失效。',
    checks: [
      { name: '浏览器没有打开？', explained: '将链接复制到任意浏览器，本机或其他设备均可。' },
      {
        name: '浏览器中登录的是别人？',
        explained: '将链接复制到正确的用户配置，或无痕窗口。',
      },
      { name: '手边没有浏览器？', explained: '用手机扫描二维码。' },
    ],
  },
  denied: {
    title: '请求被拒绝',
    explained: '有人在浏览器中选择了拒绝。',
    checks: [
      {
        name: '不是你发起的登录？',
        explained: '那么拒绝是对的，无需其他操作。',
      },
      {
        name: '请求的权限太多？',
        explained: '获取新的登录码，并减少权限。查看余额就足够了。',
      },
      { name: '误点了拒绝？', explained: '获取新的登录码，并批准它。' },
    ],
  },
  'unknown-client': {
    title: '此登录无法继续',
    explained: 'Parallel 已不再识别此安装，因此登录码无法获得批准。获取新的登录码即可重新注册。',
    checks: [
      {
        name: '反复出现？',
        explained: '联系 Parallel 支持；如有参考号，一并提供。',
      },
    ],
  },
  storage: {
    title: '无法保存登录信息',
    explained: '你已批准登录，但无法写入此磁盘。腾出空间或修复磁盘，然后获取新的登录码。',
    checks: diskChecks,
  },
  keyring: {
    title: '无法保存登录信息',
    explained: '系统密钥环没有接受登录信息。解锁密钥环，然后获取新的登录码。',
    checks: diskChecks,
  },
}

export const signIn = {
  title: '登录',
  nowLabel: '当前状态',

  welcome: {
    title: '登录 Parallel',
    explained: '查看每个组织的可用余额，无需在此输入密码。',
    addTitle: '添加组织',
    addExplained: '每次登录对应一个组织，在浏览器中选择。',
    /** What happens after the button. */
    steps: ['此处显示登录码。', '浏览器显示相同的登录码。', '在浏览器中批准。'],
    may: 'Parallel Tray 可以',
    mayAside: '可随时更改',
    start: '获取登录码',
    starting: '正在获取登录码',
    unofficial: '非官方应用，并非由 Parallel 制作。',
  },

  consent: {
    title: '登录信息保存在哪里？',
    explained: '此系统没有密钥环，Parallel Tray 无法加密所保存的内容。先选择，再批准。',
    memory: {
      name: '在内存中，直到退出',
      explained: '不保存任何内容。每次打开都需要重新登录。',
    },
    disk: {
      name: '在此磁盘上，不加密',
      risk: '任何能读取你文件的人都能使用你的账户',
      until: '，直到退出登录。',
      impossible: '此系统完全无法加密，因此不能选择。',
    },
    go: '继续',
    help: '设置密钥环',
    now: '尚未发出任何请求',
    nowExplained: '下一步获取登录码',
  },

  starting: {
    title: '正在获取登录码…',
    now: (host: string) => `正在连接 ${host}`,
    nowExplained: '登录码会显示在这里',
    explained: '浏览器将显示相同的登录码。',
  },

  code: {
    title: '浏览器显示的是这个登录码吗？',
    copy: '复制登录码',
    copyShort: '复制',
    copied: '已复制',
    codeCopied: '登录码已复制',
    validFor: '剩余有效时间',
    nearlyOver: '剩余不到一分钟',
    caution: '仅当登录由你本人发起时，才在浏览器中批准。',
    inBrowser: '在浏览器中',
    open: '打开浏览器',
    /** Asks first. */
    openForeign: '打开浏览器…',
    openAgain: '再次打开',
    copyLink: '复制链接',
    linkCopied: '链接已复制',
    foreign: '此页面不属于 Parallel 的域名。',
    byPhone: '或用手机',
    qrLabel: '链接的二维码',
    asksTo: '权限',
    change: '更改',
    changeLabel: '更改权限',
    openToApprove: '打开浏览器以批准',
    waiting: '正在等待你批准',
    notOpened: '浏览器没有打开',
    notOpenedExplained: '自行将链接复制到浏览器',
    wrongProfile: '用户配置不对？将链接复制到正确的配置',
    checking: '正在检查',
    firstCheck: (seconds: number) => `${seconds} 秒后首次检查`,
    nextCheck: (checked: number, next: number) => `${checked} 秒前检查过，${next} 秒后再次检查`,
    checkingNow: (checked: number) => `${checked} 秒前检查过，正在检查`,
    stillTrying: (why: string) => `${why}，仍在尝试`,
    nextTry: (seconds: number) => `登录码仍有效，${seconds} 秒后重试`,
    tryingNow: '登录码仍有效，正在重试',
  },

  foreign: {
    title: '打开此地址？',
    explained: '登录页面不属于 Parallel 的域名。除非你知道原因，否则不要打开。',
    dont: '不打开',
    open: '仍要打开',
    opening: '正在打开',
    now: '正在等待你决定',
    nowExplained: (left: string) => `登录码的剩余有效时间：${left}`,
  },

  storing: {
    title: '已批准',
    explained: <T>(organisation: T): Phrase<T> => ['令牌保存后即登录“', organisation, '”，随后获取余额。'],
    now: '正在保存登录信息',
    how: storing,
  },

  ended: {
    endings,
    notApprovedWithin: (lifetime: string) => `未在 ${lifetime}内获得批准。`,
    again: '获取新登录码',
    starting: '正在开始',
    change: '更改权限',
    checksTitle: '可以尝试',
    networkChecks,
    waitChecks,
    now: '你没有登录',
    nowExplained: '此次尝试没有保存任何内容',
    nowExpired: '准备好后获取新登录码',
  },
}
