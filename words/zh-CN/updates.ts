/** Newer versions of the app: in the settings, in a strip, in the palette. */
export const restartToUpdate = (version: string) => `重新启动以更新到 ${version}`

/** In a strip, in the palette and passing by. */
export const updates = {
  restart: '重新启动',
  copyCommand: '复制命令',
  commandCopied: '命令已复制',
  out: (version: string) => `版本 ${version} 可用`,
  /** By whoever installs it. `hand`: a person, as the folder is read-only. */
  by: {
    deb: '如果从软件源安装，运行此命令；否则安装新的 .deb 文件。',
    rpm: '如果从软件源安装，运行此命令；否则安装新的 .rpm 文件。',
    hand: '自行用新的 AppImage 替换这一个：Parallel Tray 无法写入其所在文件夹。',
  },
  strip: {
    ready: (version: string) => `版本 ${version} 已就绪`,
    explained: '退出时安装。',
  },
  waits: '未重新启动：有密钥值、充值或登录尚未处理完。',
  checkFor: '检查更新',
  restartTo: restartToUpdate,
}

/** Only in the settings. */
export const updatesRow = {
  name: '更新',
  never: '尚未检查。',
  upToDate: (when: string) => `已是最新版本，检查时间：${when}。`,
  check: '立即检查',
  checking: '正在检查',
  downloading: (version: string, percent: string) => `正在下载版本 ${version}：${percent}。`,
  /** Read out for the bar. */
  download: (version: string) => `版本 ${version} 的下载`,
  ready: (version: string) => `版本 ${version} 已就绪，退出时安装。`,
  failed: {
    check: '无法检查更新。',
    download: '无法下载更新。',
  },
  why: {
    network: '无法连接到更新服务器。',
    server: '更新服务器没有给出可用的响应。',
    spoiled: '下载的文件与公布的不符，已丢弃。',
    storage: '无法保存到这台电脑。',
  },
  again: (when: string) => `下次重试：${when}。`,
}
