export const restartToUpdate = (version: string) => `重新启动以更新到 ${version}`

export const updates = {
  restart: '重新启动',
  copyCommand: '复制命令',
  commandCopied: '命令已复制',
  out: (version: string) => `版本 ${version} 已发布`,
  by: {
    deb: '如有软件源，请运行此命令；否则安装新的 .deb 文件。',
    rpm: '如有软件源，请运行此命令；否则安装新的 .rpm 文件。',
    hand: '用新的 AppImage 替换这一个：它所在的文件夹无法写入。',
  },
  strip: { ready: (version: string) => `版本 ${version} 已就绪`, explained: '退出时安装。' },
  waits: '未重新启动：密钥值、充值或登录尚未完成。',
  checkFor: '检查更新',
  restartTo: restartToUpdate,
}

export const updatesRow = {
  name: '更新',
  never: '尚未检查。',
  upToDate: (when: string) => `已是最新版本，检查于 ${when}。`,
  check: '立即检查',
  checking: '正在检查',
  downloading: (version: string, percent: string) => `正在下载版本 ${version}：${percent}。`,
  download: (version: string) => `版本 ${version} 的下载`,
  ready: (version: string) => `版本 ${version} 已就绪，退出时安装。`,
  failed: {
    check: '检查更新失败。',
    download: '更新未下载。',
  },
  why: {
    network: '无法连接到更新服务器。',
    server: '更新服务器没有给出可用的答复。',
    spoiled: '收到的内容与公布的不符，已丢弃。',
    storage: '无法写入这台电脑。',
  },
  again: (when: string) => `${when} 重试。`,
}
