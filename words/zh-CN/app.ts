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
    name: '已加密存储在这台电脑上',
    explained: '加密密钥在系统密钥环中。',
  },
  plain: {
    name: '存储在此磁盘上，未加密',
    explained: '任何能读取你文件的人都能使用此登录。',
  },
  memory: {
    name: '保留在内存中，直到退出',
    explained: '不写入磁盘。每次启动后需重新登录。',
  },
}

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
  noticeLabel: '提示',
  howTokensAreKept: '令牌如何保管',
  keepingDialog: {
    title: '令牌如何保管',
    facts: [
      {
        name: '加密',
        explained: '使用只有系统密钥环持有的密钥加密。没有密钥环时会先询问，未经你同意不会写入任何内容。',
      },
      {
        name: '不外露',
        explained: '此窗口从不接触令牌，日志中也不会写入令牌。',
      },
      {
        name: '只发给 Parallel',
        explained: '令牌只发送给签发它的服务器，不会发往别处。',
      },
      {
        name: '退出登录即删除',
        explained: '通知 Parallel 结束此登录，并删除文件。',
      },
    ],
    limit: '在这台电脑上以你的用户账户运行的其他程序，也可能读取密钥环。',
    folder: 'Parallel Tray 的文件',
    close: '关闭',
  },
  reference: '参考号',
  permissions,
  keeping,
  list: (short: readonly string[]) => short.join('、'),
  mayDo: (short: readonly string[]) =>
    short.length === 0 ? '连余额也无权查看：重新登录并允许查看' : `可以${short.join('、')}`,
}
