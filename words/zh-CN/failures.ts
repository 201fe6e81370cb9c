import type { CommandName, FailureKind, TlsCause } from '../../preload/contract/index.ts'

type FailureWords = {
  /** A few words that can stand before "，仍在尝试" and "（14:08 起）". */
  readonly short: string
  readonly what: string
  readonly next: string
}

const kinds: Record<FailureKind, FailureWords> = {
  offline: {
    short: '没有连接',
    what: 'Parallel Tray 无法连接到 Parallel。',
    next: '检查网络，然后重试。',
  },
  timeout: {
    short: '无响应',
    what: 'Parallel 未及时响应。',
    next: '稍后重试。',
  },
  tls: {
    short: '连接不受信任',
    what: '这台电脑不信任该服务器的证书，因此没有发送任何内容。',
    next: '检查日期和时间。在公司网络中，需要在这台电脑上安装公司的证书。',
  },
  proxy: {
    short: '被代理拦截',
    what: '此网络的代理没有连接到 Parallel。',
    next: '检查网络设置中的代理，或联系网络管理员。',
  },
  'proxy-auth': {
    short: '代理需要密码',
    what: '通过此网络的代理需要密码。',
    next: '输入代理的用户名和密码。',
  },
  server: {
    short: 'Parallel 出现故障',
    what: 'Parallel 的服务器出错。',
    next: '过几分钟再试。',
  },
  'not-json': {
    short: '并非 Parallel 的响应',
    what: '响应并非来自 Parallel，而往往是 Wi-Fi 登录页面或代理。',
    next: '先在浏览器中登录网络，然后重试。',
  },
  redirected: {
    short: '被重定向',
    what: '响应指向了另一个地址。为保护登录信息，Parallel Tray 没有跳转到该地址。',
    next: '先在浏览器中登录网络，或检查网络的代理，然后重试。',
  },
  'rate-limited': {
    short: '请求过于频繁',
    what: 'Parallel 要求稍等再发送下一个请求。',
    next: '一分钟后重试。',
  },
  denied: {
    short: '已拒绝',
    what: '有人在浏览器中选择了拒绝。',
    next: '如果是误操作，获取新的登录码。',
  },
  expired: {
    short: '登录码已过期',
    what: '登录码未及时获得批准。',
    next: '获取新的登录码。',
  },
  'unknown-client': {
    short: '安装未被识别',
    what: 'Parallel 已不再识别此安装。',
    next: '获取新的登录码，即可重新注册。',
  },
  'signed-out': {
    short: '授权已结束',
    what: 'Parallel 结束了此授权。',
    next: '重新登录。',
  },
  unauthorized: {
    short: '登录未被接受',
    what: 'Parallel 没有接受此登录。',
    next: '重试。如果问题依旧，重新登录。',
  },
  forbidden: {
    short: '没有权限',
    what: '此登录无权执行该操作。',
    next: '重新登录并允许该权限，或联系组织的管理员。',
  },
  'not-found': {
    short: '已不存在',
    what: 'Parallel 中已没有这一项。',
    next: '刷新以查看当前列表。',
  },
  conflict: {
    short: '已在别处更改',
    what: '在此期间，它在别处被更改了。',
    next: '刷新，然后重试。',
  },
  declined: {
    short: '银行卡被拒',
    what: '组织的银行卡被拒。没有扣款。',
    next: '在账单页面检查银行卡。',
  },
  invalid: {
    short: '未被接受',
    what: 'Parallel 没有接受该请求。',
    next: '查看 Parallel Tray 是否有新版本。',
  },
  'over-ceiling': {
    short: '超出 24 小时上限',
    what: '这会超出 Parallel Tray 的 24 小时上限，因此没有扣款。',
    next: '前往控制台的账单页面，或等 24 小时后再试。',
  },
  'bad-file': {
    short: '无法读取文件',
    what: '此文件不是由 Parallel Tray 导出的，或之后被改动过。',
    next: '选择从 Parallel Tray 导出的文件。',
  },
  'file-in-use': {
    short: '文件被占用',
    what: '此文件正被其他程序打开。',
    next: '在该程序中关闭，或以其他名称保存。',
  },
  storage: {
    short: '未保存',
    what: '无法在这台电脑上读写某个文件。',
    next: '检查磁盘可用空间和用户文件夹的权限。',
  },
  keyring: {
    short: '密钥环已锁定',
    what: '系统密钥环已锁定或没有响应。',
    next: '解锁密钥环，然后重试。',
  },
  'shortcut-taken': {
    short: '快捷键已被占用',
    what: '其他程序正在使用此快捷键。',
    next: '选择其他快捷键。',
  },
  'no-shortcuts': {
    short: '无法使用快捷键',
    what: '此桌面不向应用提供快捷键。',
    next: '在桌面设置中添加一个启动 Parallel Tray 的快捷键，它会打开窗口。',
  },
  clipboard: {
    short: '未复制',
    what: 'Parallel Tray 无法写入剪贴板。',
    next: '选中文本，自行复制。',
  },
  browser: {
    short: '浏览器没有打开',
    what: '无法打开浏览器。',
    next: '复制链接，自行打开。',
  },
  busy: {
    short: '正在进行',
    what: '此操作已在进行。',
    next: '等待它完成。',
  },
  cancelled: {
    short: '已取消',
    what: '操作已取消。',
    next: '需要时可重试。',
  },
  bug: {
    short: 'Parallel Tray 出错',
    what: 'Parallel Tray 出现了程序错误。',
    next: '重试。如果问题依旧，退出后重新打开；详细信息见日志。',
  },
}

/** What of `tls` helps differs by its cause. */
const tls: Record<TlsCause, Pick<FailureWords, 'what' | 'next'>> = {
  authority: {
    what: '这台电脑不信任该服务器证书的颁发者，因此没有发送任何内容。公司网络和 Wi-Fi 登录页面常导致这种情况。',
    next: '先在浏览器中登录 Wi-Fi。在公司网络中，需要在这台电脑上安装公司的证书。',
  },
  name: {
    what: '证书属于另一台服务器，因此没有发送任何内容。响应的可能是 Wi-Fi 登录页面。',
    next: '先在浏览器中登录网络，然后重试。',
  },
  date: {
    what: '按这台电脑的日期和时间，服务器的证书无效，因此没有发送任何内容。',
    next: '检查这台电脑的日期和时间。如果正确，稍后重试。',
  },
  revoked: {
    what: '服务器的证书已被吊销，因此没有发送任何内容。',
    next: '换一个网络试试。如果问题依旧，联系 Parallel 支持。',
  },
  protocol: {
    what: '服务器或途中的设备只提供过时的加密方式，因此没有发送任何内容。',
    next: '换一个网络试试，或联系网络管理员。',
  },
}

/** Titles for commands where the kind alone doesn’t say what is left as it was. */
const notDone = {
  'sign-in.start': '登录未开始',
  'sign-in.keep': '登录未开始',
  'sign-in.cancel': '登录未取消',
  'organisation.sign-out': '未退出登录',
  'sign-out.everywhere': '未全部退出登录',
  'settings.change': '设置未更改',
  'limits.change': '限额未更改',
  'keys.forget': '该行未移除',
  'keys.restore': '该行未恢复',
  'proxy.forget': '密码未移除',
  'app.reset': '未清除任何数据',
  'updates.restart': '未重新启动',
} satisfies Partial<Record<CommandName, string>>

export const failures = {
  kinds,
  tls,
  notDone,
  /** Being offline has a title of its own, the most frequent by far. */
  offline: '离线',
  offlineByItself: '恢复联网后会自动刷新。',
  tryAgainIn: (duration: string) => `${duration}后重试。`,
}
