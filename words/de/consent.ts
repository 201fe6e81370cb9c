import type { DesktopWords } from '../types.ts'

/** What main asks in dialogs of its own, which the window can neither draw nor answer. */
export const consent: DesktopWords['consent'] = {
  cancel: 'Abbrechen',
  charge: {
    title: (amount: string, organisation: string) => `Karte von ${organisation} mit ${amount} belasten?`,
    explained: 'Der Betrag wird sofort abgebucht. Das lässt sich hier nicht rückgängig machen.',
    act: (amount: string) => `${amount} abbuchen`,
  },
  again: {
    title: (amount: string, organisation: string) =>
      `Aufladung von ${amount} für ${organisation} erneut anfordern?`,
    explained: 'Wurde der Betrag noch nicht abgebucht, wird er jetzt abgebucht.',
    act: (amount: string) => `${amount} erneut anfordern`,
  },
  overLimit: {
    title: (amount: string, organisation: string) =>
      `Karte von ${organisation} über Ihre Tagesgrenze hinaus mit ${amount} belasten?`,
    explained: (limit: string) =>
      `Ihre Grenze liegt bei ${limit} pro Tag. Das lässt sich hier nicht rückgängig machen.`,
  },
  raiseLimit: {
    title: (organisation: string, to: string) => `Tagesgrenze für ${organisation} auf ${to} erhöhen?`,
    explained: (from: string) => `Derzeit liegt sie bei ${from}.`,
    act: 'Grenze erhöhen',
  },
  removeLimit: {
    title: (organisation: string) => `Tagesgrenze für ${organisation} aufheben?`,
    explained: (from: string, most: string) =>
      `Derzeit liegt sie bei ${from}. Ohne Grenze können innerhalb von 24 Stunden bis zu ${most} abgebucht werden.`,
    act: 'Grenze aufheben',
  },
  reset: {
    title: 'Hier alles löschen?',
    explained:
      'Sie werden überall abgemeldet, und Token, Einstellungen, Verlauf und Schlüsselverzeichnis werden von diesem Computer gelöscht.',
    act: 'Alles löschen',
  },
}
