/** The session: what lasts how long, and what this sign-in may do. */
export const session = {
  clocks: 'Quanto dura cada coisa',
  access: {
    name: 'Acesso',
    renews: (when: string) => `Dura até ${when} e depois se renova sozinho. Não é preciso fazer nada.`,
    over: 'Renova-se sozinho na próxima atualização. Não é preciso fazer nada.',
  },
  /** Dates end in a period of their own ("24 de nov."), so none stands at the end of a sentence. */
  signIn: {
    name: 'Login',
    startsOver: (when: string) => `O prazo recomeça a cada renovação. Sem renovação, em ${when} ele termina.`,
    bounded: 'Não dura mais que a autorização.',
    unknown: 'O prazo recomeça a cada renovação. A Parallel não informa quanto dura sem renovação.',
  },
  authorization: {
    name: 'Autorização',
    fixed: (when: string) =>
      `Prazo fixo. Em ${when} você precisa entrar de novo; um aviso chega 3 dias antes.`,
    soon: (when: string) => `Vale até ${when}. Depois você precisa entrar de novo.`,
    unknown: 'A Parallel não informa quando termina. Quando terminar, você precisa entrar de novo.',
  },
  /** In place of the time that is left. */
  notKnown: 'Não se sabe',
  over: 'Fim',

  ended: 'Histórico, chaves e ajustes ficam guardados para o próximo login.',
  unreadable: 'O fim poderá ser lido quando o chaveiro estiver aberto.',
  signingOut: 'Saindo. O app está pedindo à Parallel que encerre esta autorização.',
  renewing: 'O acesso e o login se renovam sozinhos',

  allowed: 'Permitido',
  wasAllowed: 'Era permitido',
  allowedOnceOpen: 'Permitido quando o chaveiro estiver aberto',
  notAllowed: 'não permitido',
  allow: 'Permitir…',
  /** Read out on the button. */
  allowLabel: (permission: string) => `Permitir: ${permission}…`,

  kept: {
    encrypted: (host: string) =>
      `Os tokens são criptografados com a chave do chaveiro do sistema e só saem deste computador para ${host}.`,
    plain: (host: string) =>
      `Os tokens estão neste disco, sem criptografia: quem puder ler seus arquivos pode usar este login. Só são enviados para ${host}.`,
    memory: (host: string) =>
      `Os tokens ficam na memória até você encerrar o app e só são enviados para ${host}. Você entra de novo a cada início.`,
  },

  again: 'Entrar de novo',
  starting: 'Iniciando',
  signOut: 'Sair…',
  signingOutNow: 'Saindo',
  signOutEverywhere: 'Sair de todas as organizações…',
}
