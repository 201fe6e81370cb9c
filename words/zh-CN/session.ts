import { spaced, spacedBefore } from './spaced.ts'

/** The session: what lasts how long, and what this sign-in may do. */
export const session = {
  clocks: '各项有效期',
  access: {
    name: '访问',
    renews: (when: string) => `有效期至${spacedBefore(when)}，之后自动续期。`,
    over: '下次刷新时自动续期。',
  },
  signIn: {
    name: '登录',
    startsOver: (when: string) => `每次续期后重新计时；如不续期，将于${spaced(when)}结束。`,
    bounded: '最晚随授权一起结束。',
    unknown: '每次续期后重新计时。Parallel 没有说明不续期时能保持多久。',
  },
  authorization: {
    name: '授权',
    fixed: (when: string) => `期限固定。在${spaced(when)}之前重新登录；提前 3 天会有提醒。`,
    soon: (when: string) => `将于${spaced(when)}结束。在此之前重新登录。`,
    unknown: 'Parallel 没有说明何时结束。结束后重新登录。',
  },
  /** In place of the time that is left. */
  notKnown: '未知',
  over: '已过期',

  ended: '历史记录、密钥和设置会保留到下次登录。',
  unreadable: '解锁密钥环后才能读取结束日期。',
  signingOut: '正在退出登录。Parallel Tray 正在请求 Parallel 撤销此授权。',
  renewing: '访问和登录自动续期',

  allowed: '权限',
  wasAllowed: '曾有的权限',
  allowedOnceOpen: '能读取登录信息后的权限',
  notAllowed: '未允许',
  allow: '允许…',
  /** Read out on the button. */
  allowLabel: (permission: string) => `允许：${permission}…`,

  kept: {
    encrypted: (host: string) => `令牌使用系统密钥环中的密钥加密，只发送给 ${host}。`,
    plain: (host: string) =>
      `令牌在此磁盘上，未加密：任何能读取你文件的人都能使用此登录信息。令牌只发送给 ${host}。`,
    memory: (host: string) => `令牌保留在内存中，直到退出，只发送给 ${host}。每次打开都需要重新登录。`,
  },

  again: '重新登录',
  starting: '正在开始',
  signOut: '退出登录…',
  signingOutNow: '正在退出登录',
  signOutEverywhere: '全部退出登录…',
}
