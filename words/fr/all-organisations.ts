import { plural } from '../plural.ts'

export const allOrganisations = {
  counted: (counted: number, all: number) =>
    `${counted} sur ${all} ${plural('fr', counted, { one: 'prise', other: 'prises' })} en compte`,
  findOrganisation: 'Rechercher une organisation',
  found: (count: number) => plural('fr', count, { one: `${count} résultat`, other: `${count} résultats` }),
  noneFound: 'Aucun résultat',
  allCounted: (count: number) => `${count} sur ${count} prises en compte`,
  someCounted: (counted: number, all: number, why: readonly string[]) =>
    `${counted} sur ${all} ${plural('fr', counted, { one: 'prise', other: 'prises' })} en compte. Hors total : ${why.join(', ')}`,
  leftOut: {
    invoiced: (count: number) => `${count} sur facture`,
    signInAgain: (count: number) => `${count} à reconnecter`,
    unreadable: (count: number) => `${count} impossible${count < 2 ? '' : 's'} à ouvrir`,
    signingOut: (count: number) => `${count} en cours de déconnexion`,
    notRead: (count: number) => `${count} sans relevé pour l’instant`,
  },
  stale: (count: number) => `${count} pas à jour`,
  exportTable: 'Exporter toutes les organisations en CSV…',
  exportCsv: 'Exporter en CSV…',
  columns: { name: 'Organisation', days: 'Jours restants', amount: 'Disponible' },
  trend: '14 derniers jours',
  fromTo: (from: string, to: string) => `De ${from} à ${to}`,
  days: { lessThanADay: 'Moins d’un jour', moreThanTwoMonths: 'Plus de deux mois' },
  topUp: 'Recharger…',
  topUpOf: (name: string) => `Recharger ${name}…`,
  hints: { choose: 'choisir', open: 'ouvrir', topUp: 'recharger' },
}
