export const proxyStrip = {
  title: 'プロキシがパスワードを求めています',
  explained: 'それまでParallelには何も届きません。',
  refused: '前回のパスワードは拒否されました。',
  act: 'パスワードを入力',
}

export const proxy = {
  dialog: {
    title: 'プロキシのパスワード',
    explained: (proxy: string) => `${proxy} はパスワードなしでは何も通しません。`,
    realm: (realm: string) => `プロキシの名乗り:「${realm}」`,
    username: 'ユーザー名',
    password: 'パスワード',
    usernameMissing: 'ユーザー名を入力してください。',
    passwordMissing: 'パスワードを入力してください。',
    usernameColon: 'プロキシのユーザー名にコロンは使えません。',
    tooLong: '長すぎます。',
    refused:
      'プロキシがこのユーザー名またはパスワードを受け付けませんでした。何度も間違えるとアカウントがロックされることがあります。',
    keeping: {
      encrypted: 'キーリングで暗号化し、このコンピューターに保存します。このプロキシ以外には送信しません。',
      memory:
        'キーリングに保存できないため、終了するまでメモリにだけ保持します。このプロキシ以外には送信しません。',
    },
    act: '続ける',
    busy: 'サインイン中',
  },
  row: {
    name: (proxy: string) => `プロキシ ${proxy}`,
    encrypted: (username: string) => `${username} としてサインイン済み。`,
    memory: (username: string) => `${username} としてサインイン済み（終了するまで）。`,
    forget: '消去',
    busy: '消去中',
  },
  palette: {
    enter: 'プロキシのパスワードを入力…',
    forget: (proxy: string) => `プロキシ ${proxy} のパスワードを消去`,
  },
}
