export const session = {
  clocks: '各项有效期',
  access: {
    name: '访问',
    renews: (when: string) => `有效至 ${when}，之后自动续期。无需操作。`,
    over: '下次刷新时自动续期。无需操作。',
  },
  signIn: {
    name: '登录',
    startsOver: (when: string) => `每次续期后重新计时。如不续期，将于 ${when}结束。`,
    bounded: '不会超过授权的期限。',
    unknown: '每次续期后重新计时。Parallel 没有说明不续期时能保持多久。',
  },
  authorization: {
    name: '授权',
    fixed: (when: string) => `期限固定。${when}需再登录一次；提前 3 天会有提醒。`,
    soon: (when: string) => `将于 ${when} 结束。之后需再登录一次。`,
    unknown: 'Parallel 没有说明何时结束。结束后需再登录一次。',
  },
  /** In place of the time that is left. */
  notKnown: '未知',
  over: '已结束',

  ended: '历史记录、密钥和设置会为下次登录保留。',
  unreadable: '解锁密钥环后即可得知其期限。',
  signingOut: '正在退出登录。正在通知 Parallel 结束此授权。',
  renewing: '访问和登录自动续期',

  allowed: '权限',
  wasAllowed: '曾有的权限',
  allowedOnceOpen: '解锁密钥环后的权限',
  notAllowed: '不允许',
  allow: '允许…',
  /** Read out on the button. */
  allowLabel: (permission: string) => `允许：${permission}…`,

  kept: {
    encrypted: (host: string) => `令牌使用系统密钥环中的密钥加密，除发送给 ${host} 外，不会离开这台电脑。`,
    plain: (host: string) =>
      `令牌在此磁盘上，未加密：任何能读取你文件的人都能使用此登录。令牌只发送给 ${host}。`,
    memory: (host: string) => `令牌在内存中，直到退出，只发送给 ${host}。每次启动后需重新登录。`,
  },

  again: '重新登录',
  starting: '正在开始',
  signOut: '退出登录…',
  signingOutNow: '正在退出登录',
  signOutEverywhere: '全部退出登录…',
}
