export const allOrganisations = {
  counted: (counted: number, all: number) => `${counted} de ${all} contadas`,
  findOrganisation: 'Buscar uma organização',
  found: (count: number) => (count === 1 ? '1 encontrada' : `${count} encontradas`),
  noneFound: 'Nenhuma tem esse nome',
  allCounted: (count: number) => `Todas as ${count} contadas`,
  someCounted: (counted: number, all: number, why: readonly string[]) =>
    `${counted} de ${all} contadas: ${why.join(', ')}`,
  leftOut: {
    invoiced: (count: number) => `${count} por fatura`,
    signInAgain: (count: number) => `${count} para entrar de novo`,
    unreadable: (count: number) => `${count} com o chaveiro bloqueado`,
    signingOut: (count: number) => `${count} saindo`,
    notRead: (count: number) => `${count} ainda não lidas`,
  },
  stale: (count: number) =>
    count === 1 ? '1 valor não está atualizado' : `${count} valores não estão atualizados`,
  exportTable: 'Exportar todas as organizações como CSV…',
  exportCsv: 'Exportar CSV…',
  columns: { name: 'Organização', days: 'Dias restantes', amount: 'Disponível' },
  trend: 'Últimos 14 dias',
  fromTo: (from: string, to: string) => `De ${from} para ${to}`,
  days: { lessThanADay: 'Menos de um dia', moreThanTwoMonths: 'Mais de dois meses' },
  topUp: 'Recarregar…',
  topUpOf: (name: string) => `Recarregar ${name}…`,
  hints: { choose: 'escolher', open: 'abrir', topUp: 'recarregar' },
}
