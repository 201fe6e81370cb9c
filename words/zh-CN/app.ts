import type { Keeping, Permission } from '../../preload/contract/index.ts'

const permissions: Record<Permission, { name: string; explained: string; short: string }> = {
  see: {
    name: '查看余额和应用',
    explained: '始终需要。',
    short: '查看余额和应用',
  },
  manage: {
    name: '管理应用和密钥',
    explained: '创建和删除应用和密钥。',
    short: '管理应用和密钥',
  },
  'add-money': {
    name: '充值',
    explained: '从组织的银行卡扣款，每次最多 US$100。',
    short: '充值',
  },
}

const keeping: Record<Keeping, { name: string; explained: string }> = {
  encrypted: {
    name: '加密存储在这台电脑上',
    explained: '加密密钥在系统密钥环中。',
  },
  plain: {
    name: '存储在此磁盘上，不加密',
    explained: '任何能读取你文件的人都能使用此登录信息。',
  },
  memory: {
    name: '保留在内存中，直到退出',
    explained: '不保存任何内容。每次打开都需要重新登录。',
  },
}

/** What more than one screen says. */
export const app = {
  name: 'Parallel Tray',
  unofficial: 'Parallel Tray，非官方',
  cancel: '取消',
  back: '返回',
  close: '关闭',
  dismiss: '关闭',
  tryNow: '立即重试',
  /** Before the host's name, in the banner that can't be closed. */
  otherServer: '不是 Parallel 自己的服务器：',
  otherServerLabel: '服务器',
  noticeLabel: '提醒',
  howTokensAreKept: '令牌保管方式',
  keepingDialog: {
    title: '令牌保管方式',
    facts: [
      {
        name: '加密',
        explained: '加密密钥在系统密钥环中。没有密钥环时会先询问，未经你同意不会保存任何内容。',
      },
      {
        name: '不外露',
        explained: '令牌不会传到此窗口，也不会写入日志。',
      },
      {
        name: '只发给 Parallel',
        explained: '令牌只发送给签发它的服务器，不会发往别处。',
      },
      {
        name: '退出登录时删除',
        explained: 'Parallel Tray 会请求 Parallel 撤销授权，并删除文件。',
      },
    ],
    limit: '在这台电脑上以你的身份运行的程序，也可能读取密钥环。',
    folder: '本应用的文件',
    close: '关闭',
  },
  reference: '参考号',
  permissions,
  keeping,
  /** Permissions in one line, from their short forms. */
  list: (short: readonly string[]) => short.join('、'),
  mayDo: (short: readonly string[]) =>
    short.length === 0 ? '无法查看余额：重新登录并允许查看' : `可以${short.join('、')}`,
}
