import { restartToUpdate } from './updates.ts'

export const tray = {
  notSignedIn: 'Parallel Tray: nicht angemeldet',
  restoring: 'Parallel Tray: Anmeldungen werden geladen',
  waiting: 'Parallel Tray: wartet auf Ihre Bestätigung',

  paysByInvoice: 'zahlt per Rechnung',
  notRead: 'noch nicht abgerufen',
  signInAgain: 'erneut anmelden',
  unreadable: 'gespeicherte Anmeldung lässt sich nicht öffnen',
  signingOut: 'wird abgemeldet',
  unsaved: 'neueste Token noch nicht gespeichert',
  low: 'niedrig',
  lessThanADay: 'weniger als ein Tag',
  nothingLeft: 'nichts mehr verfügbar',
  spendsFast: 'hohe Ausgaben',
  topUpUnknown: 'Abbuchung noch nicht bestätigt',
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
      'Prüfen Sie, ob Sie dort schreiben können. Läuft Parallel Tray weder hier noch auf einem anderen Computer, ' +
      'löschen Sie darin die Datei SingletonLock und versuchen Sie es erneut.',
  }),

  notRevoked: {
    title: 'Parallel war nicht erreichbar, um die Anmeldung zu widerrufen',
    explained:
      'Sie war nur im Arbeitsspeicher und ist auf diesem Computer gelöscht. Bei Parallel bleibt sie aber bis zu ihrem Ablauf gültig:',
    organisation: (name: string, until: string | null) =>
      until === null ? `${name}: Datum unbekannt` : `${name}: ${until}`,
  },
}
