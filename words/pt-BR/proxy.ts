export const proxyStrip = {
  title: 'O proxy pede uma senha',
  explained: 'Até lá nada chega à Parallel.',
  refused: 'Ele não aceitou a última senha.',
  act: 'Digitar senha',
}

export const proxy = {
  dialog: {
    title: 'Senha do proxy',
    explained: (proxy: string) => `${proxy} não deixa nada passar sem senha.`,
    realm: (realm: string) => `Ele se apresenta como “${realm}”.`,
    username: 'Nome de usuário',
    password: 'Senha',
    usernameMissing: 'Digite um nome de usuário.',
    passwordMissing: 'Digite uma senha.',
    usernameColon: 'O nome de usuário de um proxy não pode ter dois-pontos.',
    tooLong: 'É longo demais.',
    refused: 'O proxy não aceitou este nome de usuário ou senha. Vários erros podem bloquear a conta.',
    keeping: {
      encrypted: 'Fica neste computador, criptografada pelo chaveiro. Enviada somente a este proxy.',
      memory: 'Fica na memória até você sair: o chaveiro não pode guardá-la. Enviada somente a este proxy.',
    },
    act: 'Continuar',
    busy: 'Entrando',
  },
  row: {
    name: (proxy: string) => `Proxy ${proxy}`,
    encrypted: (username: string) => `Conectado como ${username}.`,
    memory: (username: string) => `Conectado como ${username}, até você sair.`,
    forget: 'Esquecer',
    busy: 'Esquecendo',
  },
  palette: {
    enter: 'Digitar a senha do proxy…',
    forget: (proxy: string) => `Esquecer a senha do proxy ${proxy}`,
  },
}
