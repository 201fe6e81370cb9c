import { plural } from '../plural.ts'

const included = (counted: number, all: number) =>
  `${counted} de ${all} ${counted === 1 ? 'incluída' : 'incluídas'}`

export const allOrganisations = {
  counted: included,
  findOrganisation: 'Buscar uma organização',
  found: (count: number) =>
    plural('pt-BR', count, { one: `${count} encontrada`, other: `${count} encontradas` }),
  noneFound: 'Nenhum resultado',
  allCounted: (count: number) => (count === 1 ? '1 incluída' : `Todas as ${count} incluídas`),
  someCounted: (counted: number, all: number, why: readonly string[]) =>
    `${included(counted, all)}: ${why.join(', ')}`,
  leftOut: {
    invoiced: (count: number) => `${count} por fatura`,
    signInAgain: (count: number) => `${count} para entrar de novo`,
    unreadable: (count: number) =>
      count === 1 ? '1 que não pode ser aberta' : `${count} que não podem ser abertas`,
    signingOut: (count: number) => `${count} encerrando a sessão`,
    notRead: (count: number) =>
      plural('pt-BR', count, {
        one: `${count} ainda não consultada`,
        other: `${count} ainda não consultadas`,
      }),
  },
  stale: (count: number) =>
    plural('pt-BR', count, { one: `${count} desatualizada`, other: `${count} desatualizadas` }),
  exportTable: 'Exportar todas as organizações como CSV…',
  exportCsv: 'Exportar CSV…',
  columns: { name: 'Organização', days: 'Dias restantes', amount: 'Disponível' },
  trend: 'Últimos 14 dias',
  fromTo: (from: string, to: string) => `De ${from} para ${to}`,
  days: { lessThanADay: 'Menos de um dia', moreThanTwoMonths: 'Mais de dois meses' },
  topUp: 'Recarregar…',
  topUpOf: (name: string) => `Recarregar ${name}…`,
  hints: { choose: 'escolher', open: 'abrir', topUp: 'recarregar' },
}
