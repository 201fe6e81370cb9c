/** The session: what lasts how long, and what this sign-in may do. */
import { at, ended, the } from './when.ts'

export const session = {
  clocks: 'Quanto dura cada um',
  access: {
    name: 'Acesso',
    renews: (when: string) => `Dura até ${the(when)} e depois é renovado automaticamente.`,
    over: 'Será renovado automaticamente na próxima atualização.',
  },
  signIn: {
    name: 'Login',
    startsOver: (when: string) => ended(`Recomeça a cada renovação; sem ela, termina ${at(when)}`),
    bounded: 'Termina, o mais tardar, com a autorização.',
    unknown: 'Recomeça a cada renovação. A Parallel não informa quanto dura sem ela.',
  },
  authorization: {
    name: 'Autorização',
    fixed: (when: string) =>
      `Prazo fixo. Entre de novo até ${the(when)}; você receberá um aviso 3 dias antes.`,
    soon: (when: string) => `${ended(`Termina ${at(when)}`)} Entre de novo antes disso.`,
    unknown: 'A Parallel não informa quando termina. Quando terminar, entre de novo.',
  },
  /** In place of the time that is left. */
  notKnown: 'Não se sabe',
  over: 'Expirou',

  ended: 'Histórico, chaves e ajustes ficam guardados para o próximo login.',
  unreadable: 'A data de término poderá ser lida quando o chaveiro estiver desbloqueado.',
  signingOut: 'Encerrando a sessão. O Parallel Tray pede à Parallel que revogue esta autorização.',
  renewing: 'O acesso e o login são renovados automaticamente',

  allowed: 'Permitido',
  wasAllowed: 'Era permitido',
  allowedOnceOpen: 'Permitido quando a sessão puder ser aberta',
  notAllowed: 'não permitido',
  allow: 'Permitir…',
  /** Read out on the button. */
  allowLabel: (permission: string) => `Permitir: ${permission}…`,

  kept: {
    encrypted: (host: string) =>
      `Os tokens são criptografados com a chave do chaveiro do sistema. São enviados só para ${host}.`,
    plain: (host: string) =>
      `Os tokens estão neste disco, sem criptografia: quem puder ler seus arquivos pode usar esta sessão. São enviados só para ${host}.`,
    memory: (host: string) =>
      `Os tokens ficam na memória até você encerrar o Parallel Tray. São enviados só para ${host}. Você entra de novo sempre que abrir o app.`,
  },

  again: 'Entrar de novo',
  starting: 'Iniciando',
  signOut: 'Encerrar a sessão…',
  signingOutNow: 'Encerrando a sessão',
  signOutEverywhere: 'Encerrar todas as sessões…',
}
