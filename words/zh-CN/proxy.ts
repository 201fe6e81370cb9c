/** Proxies that want a password. */
export const proxyStrip = {
  title: '代理需要密码',
  explained: '在此之前无法连接 Parallel。',
  refused: '代理拒绝了上次的密码。',
  act: '输入密码',
}

export const proxy = {
  dialog: {
    title: '代理的密码',
    explained: (proxy: string) => `通过代理“${proxy}”需要密码。`,
    /** What the proxy says it is (RFC 9110 11.5). */
    realm: (realm: string) => `代理显示的名称：“${realm}”。`,
    username: '用户名',
    password: '密码',
    usernameMissing: '输入用户名。',
    passwordMissing: '输入密码。',
    usernameColon: '代理的用户名不能包含冒号。',
    tooLong: '太长了。',
    refused: '代理拒绝了此用户名或密码。多次输错可能会锁定账户。',
    keeping: {
      encrypted: '由密钥环加密后保存在这台电脑上。只发送给此代理。',
      memory: '密钥环无法保存，因此保留在内存中，直到退出。只发送给此代理。',
    },
    act: '继续',
    busy: '正在登录',
  },
  row: {
    name: (proxy: string) => `代理 ${proxy}`,
    encrypted: (username: string) => `已以“${username}”的身份登录。`,
    memory: (username: string) => `已以“${username}”的身份登录，直到退出。`,
    forget: '移除',
    busy: '正在移除',
  },
  palette: {
    enter: '输入代理的密码…',
    forget: (proxy: string) => `移除代理“${proxy}”的密码`,
  },
}
