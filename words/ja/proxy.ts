/** Proxies that want a password. */
export const proxyStrip = {
  title: 'プロキシのパスワードが必要です',
  explained: 'それまでParallelに接続できません。',
  refused: '前回のパスワードは拒否されました。',
  act: 'パスワードを入力',
}

export const proxy = {
  dialog: {
    title: 'プロキシのパスワード',
    explained: (proxy: string) => `${proxy}を通るには、パスワードが必要です。`,
    /** What the proxy says it is (RFC 9110 11.5). */
    realm: (realm: string) => `プロキシの表示名：「${realm}」。`,
    username: 'ユーザー名',
    password: 'パスワード',
    usernameMissing: 'ユーザー名を入力してください。',
    passwordMissing: 'パスワードを入力してください。',
    usernameColon: 'プロキシのユーザー名にコロンは使えません。',
    tooLong: '長すぎます。',
    refused:
      'プロキシがこのユーザー名またはパスワードを拒否しました。何度も間違えるとアカウントがロックされることがあります。',
    keeping: {
      encrypted: 'キーリングで暗号化し、このコンピューターに保存します。このプロキシ以外には送信しません。',
      memory:
        'キーリングに保存できないため、終了するまでメモリに保持します。このプロキシ以外には送信しません。',
    },
    act: '続ける',
    busy: 'サインイン中',
  },
  row: {
    name: (proxy: string) => `プロキシ：${proxy}`,
    encrypted: (username: string) => `「${username}」としてサインイン済み。`,
    memory: (username: string) => `「${username}」としてサインイン済み（終了するまで）。`,
    forget: '削除',
    busy: '削除中',
  },
  palette: {
    enter: 'プロキシのパスワードを入力…',
    forget: (proxy: string) => `プロキシ「${proxy}」のパスワードを削除`,
  },
}
