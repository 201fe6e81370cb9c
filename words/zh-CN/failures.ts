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
    what: '无法连接到 Parallel。',
    next: '检查网络，然后重试。',
  },
  timeout: {
    short: '没有答复',
    what: 'Parallel 未及时答复。',
    next: '稍后重试。',
  },
  tls: {
    short: '连接不受信任',
    what: '这台电脑不信任该服务器的证书，因此没有发送任何内容。',
    next: '检查日期和时间。在公司网络中，需要在系统里安装公司的证书。',
  },
  proxy: {
    short: '代理未能连接',
    what: '此网络的代理没有连接到 Parallel。',
    next: '检查系统网络设置中的代理，或询问其管理员。',
  },
  'proxy-auth': {
    short: '代理需要密码',
    what: '此网络的代理需要密码，否则什么都不放行。',
    next: '输入代理的用户名和密码。',
  },
  server: {
    short: 'Parallel 出现故障',
    what: 'Parallel 自身返回了错误。',
    next: '过几分钟再试。',
  },
  'not-json': {
    short: '答复来自其他页面',
    what: '答复的不是 Parallel，而是别的东西：通常是酒店或列车网络的登录页面，或者代理。',
    next: '先在浏览器中登录网络，然后重试。',
  },
  redirected: {
    short: '被转到别处',
    what: '答复指向另一个地址。Parallel Tray 没有跟随，以免登录信息泄露到那里。',
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
    next: '如果是误操作，重新开始即可。',
  },
  expired: {
    short: '登录码已过期',
    what: '登录码未及时获得批准。',
    next: '获取新的登录码。',
  },
  'unknown-client': {
    short: '安装未被识别',
    what: 'Parallel 已不再识别此安装。',
    next: '重新开始，会再次注册。',
  },
  'signed-out': {
    short: '授权已结束',
    what: 'Parallel 结束了此授权。',
    next: '重新登录。',
  },
  unauthorized: {
    short: '登录未被接受',
    what: 'Parallel 没有接受此登录。',
    next: '重试。如果仍然如此，重新登录。',
  },
  forbidden: {
    short: '没有权限',
    what: '此登录无权执行该操作。',
    next: '重新登录并允许该权限，或联系组织的管理者。',
  },
  'not-found': {
    short: '已不存在',
    what: 'Parallel 那边已经没有这一项。',
    next: '刷新以查看现有内容。',
  },
  conflict: {
    short: '已被更改',
    what: '在此期间，它在别处被更改了。',
    next: '刷新，然后重试。',
  },
  declined: {
    short: '银行卡被拒',
    what: '组织的银行卡被拒。没有扣款。',
    next: '在账单中查看银行卡。',
  },
  invalid: {
    short: '未被接受',
    what: 'Parallel 没有接受该请求。',
    next: '查看 Parallel Tray 是否有新版本。',
  },
  'over-ceiling': {
    short: '超出一天的上限',
    what: 'Parallel Tray 在 24 小时内不会扣更多款。未扣款。',
    next: '请在控制台的账单中充值，或明天再试。',
  },
  'bad-file': {
    short: '文件无法读取',
    what: '此文件不是由 Parallel Tray 生成的，或之后被改动过。',
    next: '请选择由“导出”生成的文件。',
  },
  'file-in-use': {
    short: '文件被占用',
    what: '此文件正被其他程序打开。',
    next: '在那里关闭，或以其他名称保存。',
  },
  storage: {
    short: '未保存',
    what: '无法在这台电脑上读写某个文件。',
    next: '检查可用空间，以及用户文件夹的写入权限。',
  },
  keyring: {
    short: '密钥环未打开',
    what: '系统密钥环没有响应。',
    next: '解锁密钥环，然后重试。',
  },
  'shortcut-taken': {
    short: '快捷键已被占用',
    what: '其他程序正在使用此快捷键。',
    next: '请选择其他快捷键。',
  },
  'no-shortcuts': {
    short: '无法使用快捷键',
    what: '此桌面不向应用提供快捷键。',
    next: '请在桌面设置中添加一个启动 Parallel Tray 的快捷键，它会打开窗口。',
  },
  clipboard: {
    short: '未复制',
    what: '剪贴板没有接收内容。',
    next: '选中文本，自行复制。',
  },
  browser: {
    short: '没有浏览器',
    what: '系统没有打开浏览器。',
    next: '复制链接，自行打开。',
  },
  busy: {
    short: '正在进行',
    what: '同一操作仍在进行。',
    next: '等待它完成。',
  },
  cancelled: {
    short: '已取消',
    what: '操作已取消。',
    next: '需要时可重新开始。',
  },
  bug: {
    short: 'Parallel Tray 出错',
    what: 'Parallel Tray 出了错。',
    next: '重试。如果仍然如此，退出后重新启动；日志中有更多信息。',
  },
}

const tls: Record<TlsCause, Pick<FailureWords, 'what' | 'next'>> = {
  authority: {
    what: '这台电脑认识的机构都不为该服务器担保，因此没有发送任何内容。公司网络和 Wi-Fi 登录页面会出现这种情况。',
    next: '先在浏览器中登录 Wi-Fi。在公司网络中，系统的证书库里需要有公司的证书。',
  },
  name: {
    what: '证书属于另一台服务器，因此没有发送任何内容。答复的可能是 Wi-Fi 的登录页面。',
    next: '先在浏览器中登录网络，然后重试。',
  },
  date: {
    what: '按这台电脑显示的时间，证书无效，因此没有发送任何内容。',
    next: '检查这台电脑的日期和时间。如果正确，稍后重试。',
  },
  revoked: {
    what: '服务器的证书已被吊销，因此没有发送任何内容。',
    next: '换一个网络试试。如果仍然如此，联系 Parallel 支持。',
  },
  protocol: {
    what: '服务器或途中的设备只提供过时的加密方式，因此没有发送任何内容。',
    next: '换一个网络试试，或询问此网络代理的管理员。',
  },
}

const notDone = {
  'sign-in.start': '登录未开始',
  'sign-in.keep': '登录未开始',
  'sign-in.cancel': '登录未取消',
  'organisation.sign-out': '未退出登录',
  'sign-out.everywhere': '未全部退出登录',
  'settings.change': '设置未更改',
  'limits.change': '限额未更改',
  'keys.forget': '该项未从列表移除',
  'keys.restore': '未能恢复该项',
  'proxy.forget': '密码未清除',
  'app.reset': '未重置',
  'updates.restart': '未重新启动',
} satisfies Partial<Record<CommandName, string>>

export const failures = {
  kinds,
  tls,
  notDone,
  offline: '离线',
  offlineByItself: '恢复连接后会自动刷新。',
  tryAgainIn: (duration: string) => `${duration}后重试。`,
}
