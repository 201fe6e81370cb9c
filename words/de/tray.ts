import { restartToUpdate } from './updates.ts'

export const tray = {
  notSignedIn: 'Parallel Tray: nicht angemeldet',
  restoring: 'Parallel Tray: Gespeichertes wird geöffnet',
  waiting: 'Parallel Tray: wartet auf Ihre Bestätigung',

  paysByInvoice: 'zahlt per Rechnung',
  notRead: 'noch nicht gelesen',
  signInAgain: 'erneut anmelden',
  unreadable: 'gespeicherte Anmeldung lässt sich nicht öffnen',
  signingOut: 'wird abgemeldet',
  unsaved: 'neueste Token noch nicht gespeichert',
  low: 'niedrig',
  lessThanADay: 'weniger als ein Tag',
  nothingLeft: 'nichts mehr übrig',
  spendsFast: 'gibt viel aus',
  topUpUnknown: 'noch unklar, ob abgebucht wurde',
  offline: 'offline',
  asOf: (when: string) => `Stand ${when}`,
  organisation: (name: string, what: string) => `${name}: ${what}`,
  and: (one: string, other: string) => `${one}, ${other}`,
  because: (amount: string, reason: string) => `${amount} · ${reason}`,
  more: (count: number) => `und ${count} weitere`,

  allOrganisations: (count: number) => `Alle ${count} Organisationen`,
  refresh: 'Jetzt aktualisieren',
  topUp: (name: string) => `${name} aufladen…`,
  signIn: 'Anmelden',
  addOrganisation: 'Organisation hinzufügen…',
  copyAndOpen: (userCode: string) => `${userCode} – kopieren und Browser öffnen`,
  copyAndShow: (userCode: string) => `${userCode} – kopieren und anzeigen`,
  cancelSignIn: 'Anmeldung abbrechen',
  open: 'Parallel Tray öffnen',
  about: 'Über Parallel Tray',
  quit: 'Parallel Tray beenden',
  restartToUpdate,

  noAnswer: (folder: string) => ({
    title: 'Parallel Tray konnte nicht starten',
    explained:
      `Sein Ordner ist gesperrt, aber kein laufendes Parallel Tray hat geantwortet: ${folder}\n` +
      'Schreibrechte dort prüfen. Läuft kein Parallel Tray, weder auf diesem noch auf einem anderen Computer, ' +
      'die Datei SingletonLock darin löschen und neu starten.',
  }),

  notRevoked: {
    title: 'Parallel konnte das Ende der Anmeldung nicht mitgeteilt werden',
    explained:
      'Sie war nur im Arbeitsspeicher und ist hier vergessen, besteht auf dem Server aber weiter bis zu ihrem eigenen Ende:',
    organisation: (name: string, until: string | null) =>
      until === null ? `${name}: zu einer Zeit, die der Server nicht genannt hat` : `${name}: ${until}`,
  },
}
