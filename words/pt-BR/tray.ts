import { plural } from '../plural.ts'
import { restartToUpdate } from './updates.ts'

/** The tray icon's tooltip and menu, and what is said before there is a window. */
export const tray = {
  notSignedIn: 'Parallel Tray: nenhum login',
  restoring: 'Parallel Tray: abrindo o que foi guardado',
  waiting: 'Parallel Tray: aguardando sua aprovação',

  paysByInvoice: 'paga por fatura',
  notRead: 'ainda não lido',
  signInAgain: 'entre de novo',
  keyringLocked: 'o chaveiro estava bloqueado no início',
  signingOut: 'saindo',
  unsaved: 'tokens mais recentes ainda não salvos',
  low: 'baixo',
  lessThanADay: 'menos de um dia',
  nothingLeft: 'nada restante',
  spendsFast: 'gasta rápido',
  topUpUnknown: 'ainda não se sabe se foi cobrado',
  offline: 'offline',
  asOf: (when: string) => `Leitura de ${when}`,
  organisation: (name: string, what: string) => `${name}: ${what}`,
  /** Joins what is known of an organisation with its time, or with what is wrong. */
  and: (one: string, other: string) => `${one}, ${other}`,
  because: (amount: string, reason: string) => `${amount} · ${reason}`,
  more: (count: number) => `e mais ${count}`,

  allOrganisations: (count: number) =>
    plural('pt-BR', count, { one: `${count} organização`, other: `Todas as ${count} organizações` }),
  refresh: 'Atualizar agora',
  topUp: (name: string) => `Recarregar ${name}…`,
  signIn: 'Entrar',
  addOrganisation: 'Adicionar uma organização…',
  copyAndOpen: (userCode: string) => `${userCode} – copiar e abrir navegador`,
  /** When the address is a foreign one, the window asks before it is opened. */
  copyAndShow: (userCode: string) => `${userCode} – copiar e mostrar`,
  cancelSignIn: 'Cancelar login',
  open: 'Abrir o Parallel Tray',
  about: 'Sobre o Parallel Tray',
  quit: 'Encerrar o Parallel Tray',
  restartToUpdate,

  /** For the terminal. */
  noDebugging:
    'A depuração está desativada no app empacotado. Para depurar nele, indique outra pasta em PARALLEL_TRAY_USER_DATA.',
  noAnswer: (folder: string) => ({
    title: 'Não foi possível iniciar o Parallel Tray',
    explained:
      `A pasta dele está bloqueada, mas nenhum Parallel Tray aberto respondeu: ${folder}\n` +
      'Verifique se você tem permissão de gravação nela. Se nenhum Parallel Tray estiver aberto, neste ou em ' +
      'outro computador, exclua o arquivo SingletonLock dessa pasta e inicie de novo.',
  }),

  /** Said before quitting when a sign-in that was kept in memory only could not be ended on the server. */
  notRevoked: {
    title: 'Não foi possível pedir à Parallel que encerrasse o login',
    explained:
      'Ele estava só na memória e foi esquecido aqui, mas no servidor continua válido até terminar sozinho:',
    organisation: (name: string, until: string | null) =>
      until === null ? `${name}: o servidor não informou quando` : `${name}: ${until}`,
  },
}
