import { plural } from '../plural.ts'

/**
 * What the system says for the app while its window isn't in view. Names that others have chosen stand in titles
 * only: some systems read markup in the text below.
 */
type Said = { readonly title: string; readonly body: string }

const sentences = (...parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null).join(' ')

export const notifications = {
  acts: {
    signInAgain: 'Entrar de novo',
    topUp: 'Recarregar…',
    notToday: 'Silenciar hoje',
  },

  signInAgain: (organisation: string): Said => ({
    title: `Entre de novo em ${organisation}`,
    body: 'A Parallel encerrou esta autorização. Histórico, chaves e ajustes foram mantidos.',
  }),
  endsSoon: (organisation: string, when: string): Said => ({
    title: `${organisation}: autorização só até ${when}`,
    body: 'Entre de novo antes disso para continuar sem interrupção.',
  }),
  low: (organisation: string, spendable: string | null, limit: string | null): Said => ({
    title: spendable === null ? `${organisation}: saldo baixo` : `${organisation}: ${spendable} disponíveis`,
    body:
      limit === null ? 'O saldo está baixo.' : `Está abaixo de ${limit}, o limite do aviso que você pediu.`,
  }),
  /** `days`: whole ones that are left, null if that isn't known. */
  daysLeft: (
    organisation: string,
    days: number | null,
    spendable: string | null,
    perDay: string | null,
  ): Said => ({
    title: `${organisation}: ${
      days === null
        ? 'o saldo acaba em breve'
        : days < 1
          ? 'resta menos de um dia'
          : plural('pt-BR', days, {
              one: `resta cerca de ${days} dia`,
              other: `restam cerca de ${days} dias`,
            })
    }`,
    body: sentences(
      spendable === null ? null : `Disponível: ${spendable}.`,
      perDay === null ? null : `O gasto é de cerca de ${perDay} por dia.`,
    ),
  }),
  spending: (organisation: string, spendable: string | null, limit: string | null): Said => ({
    title: `${organisation}: gasto acelerado`,
    body: sentences(
      limit === null
        ? 'Em uma hora, o gasto foi maior que o normal.'
        : `Em uma hora, o gasto passou de ${limit}.`,
      spendable === null ? null : `Disponível: ${spendable}.`,
    ),
  }),
  added: (organisation: string, amount: string, spendable: string): Said => ({
    title: `${organisation}: recarga de ${amount} feita`,
    body: `Disponível agora: ${spendable}.`,
  }),
  notCharged: (organisation: string, amount: string): Said => ({
    title: `${organisation}: recarga de ${amount} não feita`,
    body: 'Nada foi cobrado no cartão. Abra o Parallel Tray para ver o motivo.',
  }),
  unknown: (organisation: string, amount: string, byItself: boolean): Said => ({
    title: `${organisation}: ainda não se sabe se a recarga de ${amount} foi cobrada`,
    body: byItself
      ? 'O Parallel Tray pergunta de novo com a mesma referência, então não há risco de cobrança dupla.'
      : 'Abra o Parallel Tray para descobrir. Isso não causa cobrança dupla.',
  }),
  tooOld: (organisation: string, amount: string): Said => ({
    title: `${organisation}: não se sabe se a recarga de ${amount} foi cobrada`,
    body: 'Já passou tempo demais para perguntar de novo com segurança. Confira no faturamento.',
  }),
  signOutPending: (organisation: string): Said => ({
    title: `${organisation}: a Parallel ainda não sabe do logout`,
    body: 'Faz mais de uma hora que ela não responde. Será avisada assim que responder.',
  }),
  storage: {
    title: 'Não salvo neste computador',
    body: 'O Parallel Tray continua com o que está na memória e tenta de novo. Abra-o para ver o motivo.',
  } satisfies Said,
}
