import { plural } from '../plural.ts'
import { restartToUpdate } from './updates.ts'
import { at } from './when.ts'

/** The tray icon's tooltip and menu, and what is said before there is a window. */
export const tray = {
  notSignedIn: 'Parallel Tray: nenhuma sessão iniciada',
  restoring: 'Parallel Tray: carregando suas sessões',
  waiting: 'Parallel Tray: aguardando sua aprovação',

  paysByInvoice: 'paga por fatura',
  notRead: 'ainda não consultado',
  signInAgain: 'entre de novo',
  unreadable: 'a sessão salva não pode ser aberta',
  signingOut: 'encerrando a sessão',
  unsaved: 'tokens mais recentes ainda não salvos',
  low: 'saldo baixo',
  lessThanADay: 'menos de um dia',
  nothingLeft: 'não resta nada',
  spendsFast: 'gasto acelerado',
  topUpUnknown: 'pagamento ainda não confirmado',
  offline: 'sem conexão',
  asOf: (when: string) => `Consultado ${at(when)}`,
  organisation: (name: string, what: string) => `${name}: ${what}`,
  /** Joins two reasons to look. */
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
  noAnswer: (folder: string) => ({
    title: 'Não foi possível iniciar o Parallel Tray',
    explained:
      `A pasta dele está bloqueada, mas nenhum Parallel Tray aberto respondeu: ${folder}\n` +
      'Verifique se você pode gravar nela. Se o Parallel Tray não estiver aberto, neste ou em ' +
      'outro computador, exclua o arquivo SingletonLock dessa pasta e tente de novo.',
  }),

  /** Said before quitting when a sign-in that was kept in memory only could not be ended on the server. */
  notRevoked: {
    title: 'Não foi possível acessar a Parallel para revogar a sessão',
    explained:
      'Ela estava só na memória e não está mais neste computador, mas na Parallel continua válida até expirar:',
    organisation: (name: string, until: string | null) =>
      until === null ? `${name}: data desconhecida` : `${name}: ${until}`,
  },
}
