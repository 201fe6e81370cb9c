type Said = { readonly title: string; readonly body: string }

const sentences = (...parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null).join(' ')

export const notifications = {
  acts: {
    signInAgain: 'Erneut anmelden',
    topUp: 'Aufladen…',
    notToday: 'Heute stumm',
  },

  signInAgain: (organisation: string): Said => ({
    title: `Erneut bei ${organisation} anmelden`,
    body: 'Parallel hat diese Autorisierung beendet. Verlauf, Schlüssel und Einstellungen bleiben erhalten.',
  }),
  endsSoon: (organisation: string, when: string): Said => ({
    title: `${organisation}: Ende der Autorisierung ${when}`,
    body: 'Vorher erneut anmelden, dann geht es ohne Unterbrechung weiter.',
  }),
  low: (organisation: string, spendable: string | null, limit: string | null): Said => ({
    title:
      spendable === null
        ? `${organisation}: Kontostand ist niedrig`
        : `${organisation}: ${spendable} verfügbar`,
    body: limit === null ? 'Der Kontostand ist niedrig.' : `Das liegt unter der Hinweisgrenze von ${limit}.`,
  }),
  daysLeft: (
    organisation: string,
    days: number | null,
    spendable: string | null,
    perDay: string | null,
  ): Said => ({
    title: `${organisation}: ${
      days === null
        ? 'Guthaben bald aufgebraucht'
        : days < 1
          ? 'noch weniger als ein Tag'
          : `noch etwa ${days} ${days === 1 ? 'Tag' : 'Tage'}`
    }`,
    body: sentences(
      spendable === null ? null : `${spendable} verfügbar.`,
      perDay === null ? null : `Ausgaben pro Tag: etwa ${perDay}.`,
    ),
  }),
  spending: (organisation: string, spendable: string | null, limit: string | null): Said => ({
    title: `${organisation}: hohe Ausgaben`,
    body: sentences(
      limit === null
        ? 'Innerhalb einer Stunde wurde mehr als üblich ausgegeben.'
        : `Innerhalb einer Stunde wurde mehr als ${limit} ausgegeben.`,
      spendable === null ? null : `${spendable} verfügbar.`,
    ),
  }),
  added: (organisation: string, amount: string, spendable: string): Said => ({
    title: `${organisation}: ${amount} aufgeladen`,
    body: `Jetzt verfügbar: ${spendable}.`,
  }),
  notCharged: (organisation: string, amount: string): Said => ({
    title: `${organisation}: ${amount} nicht aufgeladen`,
    body: 'Die Karte wurde nicht belastet. Der Grund steht in Parallel Tray.',
  }),
  unknown: (organisation: string, amount: string, byItself: boolean): Said => ({
    title: `${organisation}: noch nicht bekannt, ob ${amount} abgebucht wurden`,
    body: byItself
      ? 'Parallel Tray fragt mit derselben Referenz erneut, eine doppelte Abbuchung ist also ausgeschlossen.'
      : 'In Parallel Tray lässt es sich klären. Eine doppelte Abbuchung ist dabei ausgeschlossen.',
  }),
  tooOld: (organisation: string, amount: string): Said => ({
    title: `${organisation}: nicht bekannt, ob ${amount} abgebucht wurden`,
    body: 'Für eine sichere erneute Anfrage ist es zu lange her. Die Abrechnung zeigt es.',
  }),
  signOutPending: (organisation: string): Said => ({
    title: `${organisation}: Parallel weiß noch nichts von der Abmeldung`,
    body: 'Seit über einer Stunde nicht erreichbar. Die Nachricht folgt, sobald Parallel antwortet.',
  }),
  storage: {
    title: 'Auf diesem Computer nicht gespeichert',
    body: 'Parallel Tray arbeitet mit dem Arbeitsspeicher weiter und versucht es erneut. Der Grund steht in der App.',
  } satisfies Said,
}
