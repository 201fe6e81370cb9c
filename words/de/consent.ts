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
      `Aufladung von ${amount} für ${organisation} noch einmal senden?`,
    explained: 'Wurde noch nichts abgebucht, wird jetzt abgebucht.',
    act: (amount: string) => `${amount} erneut anfordern`,
  },
  overLimit: {
    title: (amount: string, organisation: string) =>
      `Karte von ${organisation} über Ihre Tagesgrenze hinaus mit ${amount} belasten?`,
    explained: (limit: string) =>
      `Ihre Grenze liegt bei ${limit} pro Tag. Das lässt sich hier nicht rückgängig machen.`,
  },
  raiseLimit: {
    title: (organisation: string, to: string) => `Tagesgrenze von ${organisation} auf ${to} erhöhen?`,
    explained: (from: string) => `Bisher sind es ${from}.`,
    act: 'Grenze erhöhen',
  },
  removeLimit: {
    title: (organisation: string) => `Tagesgrenze von ${organisation} aufheben?`,
    explained: (from: string, most: string) =>
      `Bisher sind es ${from}. Ohne Grenze können bis zu ${most} in 24 Stunden abgebucht werden.`,
    act: 'Grenze aufheben',
  },
  reset: {
    title: 'Auf diesem Computer neu beginnen?',
    explained:
      'Meldet überall ab und löscht Token, Einstellungen, Verlauf und Schlüsselverzeichnis von diesem Computer.',
    act: 'Neu beginnen',
  },
}
