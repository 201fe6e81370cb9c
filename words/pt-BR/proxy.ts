export const proxyStrip = {
  title: 'O proxy pede uma senha',
  explained: 'Até lá nada chega à Parallel.',
  refused: 'Ele recusou a última senha.',
  act: 'Digitar senha',
}

export const proxy = {
  dialog: {
    title: 'Senha do proxy',
    explained: (proxy: string) => `${proxy} pede uma senha antes de deixar qualquer coisa passar.`,
    realm: (realm: string) => `Ele se identifica como “${realm}”.`,
    username: 'Nome de usuário',
    password: 'Senha',
    usernameMissing: 'Digite um nome de usuário.',
    passwordMissing: 'Digite uma senha.',
    usernameColon: 'O nome de usuário de um proxy não pode ter dois-pontos (:).',
    tooLong: 'É longo demais.',
    refused:
      'O proxy recusou este nome de usuário ou senha. Várias tentativas erradas podem bloquear a conta.',
    keeping: {
      encrypted: 'Salva neste computador, criptografada com o chaveiro. Enviada só a este proxy.',
      memory:
        'Mantida na memória até você encerrar o Parallel Tray, porque o chaveiro não pode guardá-la. Enviada só a este proxy.',
    },
    act: 'Continuar',
    busy: 'Entrando',
  },
  row: {
    name: (proxy: string) => `Proxy ${proxy}`,
    encrypted: (username: string) => `Conectado como ${username}.`,
    memory: (username: string) => `Conectado como ${username}, até você encerrar o Parallel Tray.`,
    forget: 'Remover',
    busy: 'Removendo',
  },
  palette: {
    enter: 'Digitar a senha do proxy…',
    forget: (proxy: string) => `Remover a senha do proxy ${proxy}`,
  },
}
