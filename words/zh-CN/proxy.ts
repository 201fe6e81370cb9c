export const proxyStrip = {
  title: '代理需要密码',
  explained: '在此之前无法连接 Parallel。',
  refused: '代理没有接受上次的密码。',
  act: '输入密码',
}

export const proxy = {
  dialog: {
    title: '代理的密码',
    explained: (proxy: string) => `没有密码，${proxy} 什么都不放行。`,
    realm: (realm: string) => `它自称“${realm}”。`,
    username: '用户名',
    password: '密码',
    usernameMissing: '输入用户名。',
    passwordMissing: '输入密码。',
    usernameColon: '代理的用户名不能包含冒号。',
    tooLong: '太长了。',
    refused: '代理没有接受此用户名或密码。多次输错可能会锁定帐户。',
    keeping: {
      encrypted: '由密钥环加密后保存在这台电脑上。只发送给此代理。',
      memory: '密钥环无法保存，因此只在退出前保留在内存中。只发送给此代理。',
    },
    act: '继续',
    busy: '正在登录',
  },
  row: {
    name: (proxy: string) => `代理 ${proxy}`,
    encrypted: (username: string) => `已登录为 ${username}。`,
    memory: (username: string) => `已登录为 ${username}，退出前有效。`,
    forget: '清除',
    busy: '正在清除',
  },
  palette: {
    enter: '输入代理的密码…',
    forget: (proxy: string) => `清除代理 ${proxy} 的密码`,
  },
}
