export const allOrganisations = {
  counted: (counted: number, all: number) =>
    `${counted} de ${all} ${counted === 1 ? 'incluida' : 'incluidas'}`,
  findOrganisation: 'Buscar una organización',
  found: (count: number) => (count === 1 ? '1 encontrada' : `${count} encontradas`),
  noneFound: 'Sin resultados',
  allCounted: (count: number) => (count === 1 ? '1 incluida' : `Incluidas las ${count}`),
  someCounted: (counted: number, all: number, why: readonly string[]) =>
    `${counted} de ${all} ${counted === 1 ? 'incluida' : 'incluidas'}: ${why.join(', ')}`,
  leftOut: {
    invoiced: (count: number) => `${count} con factura`,
    signInAgain: (count: number) => `${count} sin sesión iniciada`,
    unreadable: (count: number) => `${count} que no se ${count === 1 ? 'puede' : 'pueden'} abrir`,
    signingOut: (count: number) => `${count} cerrando sesión`,
    notRead: (count: number) => `${count} sin consultar`,
  },
  stale: (count: number) => (count === 1 ? '1 desactualizada' : `${count} desactualizadas`),
  exportTable: 'Exportar todas las organizaciones como CSV…',
  exportCsv: 'Exportar CSV…',
  columns: { name: 'Organización', days: 'Días restantes', amount: 'Disponible' },
  trend: 'Últimos 14 días',
  fromTo: (from: string, to: string) => `De ${from} a ${to}`,
  days: { lessThanADay: 'Menos de un día', moreThanTwoMonths: 'Más de dos meses' },
  topUp: 'Recargar…',
  topUpOf: (name: string) => `Recargar ${name}…`,
  hints: { choose: 'elegir', open: 'abrir', topUp: 'recargar' },
}
