export const allOrganisations = {
  counted: (counted: number, all: number) => `${counted} sur ${all} comptées`,
  findOrganisation: 'Chercher une organisation',
  found: (count: number) => (count === 1 ? '1 trouvée' : `${count} trouvées`),
  noneFound: 'Aucune ne s’appelle ainsi',
  allCounted: (count: number) => `Les ${count} sont comptées`,
  someCounted: (counted: number, all: number, why: readonly string[]) =>
    `${counted} sur ${all} comptées : ${why.join(', ')}`,
  leftOut: {
    invoiced: (count: number) => `${count} sur facture`,
    signInAgain: (count: number) => `${count} à reconnecter`,
    unreadable: (count: number) => `${count} derrière un trousseau verrouillé`,
    signingOut: (count: number) => `${count} en déconnexion`,
    notRead: (count: number) => `${count} pas encore lues`,
  },
  stale: (count: number) =>
    count === 1 ? '1 montant n’est pas à jour' : `${count} montants ne sont pas à jour`,
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
