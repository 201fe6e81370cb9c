export const allOrganisations = {
  counted: (counted: number, all: number) => `${counted} von ${all} gezählt`,
  findOrganisation: 'Organisation suchen',
  found: (count: number) => (count === 1 ? '1 gefunden' : `${count} gefunden`),
  noneFound: 'Keine heißt so',
  allCounted: (count: number) => `Alle ${count} gezählt`,
  someCounted: (counted: number, all: number, why: readonly string[]) =>
    `${counted} von ${all} gezählt: ${why.join(', ')}`,
  leftOut: {
    invoiced: (count: number) => `${count} auf Rechnung`,
    signInAgain: (count: number) => `${count} neu anzumelden`,
    unreadable: (count: number) => `${count} hinter gesperrtem Schlüsselbund`,
    signingOut: (count: number) => `${count} in Abmeldung`,
    notRead: (count: number) => `${count} noch nicht gelesen`,
  },
  stale: (count: number) =>
    count === 1 ? '1 Betrag ist nicht aktuell' : `${count} Beträge sind nicht aktuell`,
  exportTable: 'Alle Organisationen als CSV exportieren…',
  exportCsv: 'CSV exportieren…',
  columns: { name: 'Organisation', days: 'Tage übrig', amount: 'Verfügbar' },
  trend: 'Letzte 14 Tage',
  fromTo: (from: string, to: string) => `Von ${from} auf ${to}`,
  days: { lessThanADay: 'Weniger als ein Tag', moreThanTwoMonths: 'Über zwei Monate' },
  topUp: 'Aufladen…',
  topUpOf: (name: string) => `${name} aufladen…`,
  hints: { choose: 'wählen', open: 'öffnen', topUp: 'aufladen' },
}
