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
    title: `${organisation}: Autorisierung endet am ${when}`,
    body: 'Melden Sie sich vorher erneut an, um eine Unterbrechung zu vermeiden.',
  }),
  low: (organisation: string, spendable: string | null, limit: string | null): Said => ({
    title:
      spendable === null
        ? `${organisation}: Kontostand ist niedrig`
        : `${organisation}: ${spendable} verfügbar`,
    body:
      limit === null ? 'Der Kontostand ist niedrig.' : `Das liegt unter Ihrer Hinweisgrenze von ${limit}.`,
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
          ? 'weniger als ein Tag übrig'
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
        ? 'In der letzten Stunde wurde mehr als üblich ausgegeben.'
        : `In der letzten Stunde wurden mehr als ${limit} ausgegeben.`,
      spendable === null ? null : `${spendable} verfügbar.`,
    ),
  }),
  added: (organisation: string, amount: string, spendable: string): Said => ({
    title: `${organisation}: ${amount} aufgeladen`,
    body: `Jetzt verfügbar: ${spendable}.`,
  }),
  notCharged: (organisation: string, amount: string): Said => ({
    title: `${organisation}: ${amount} nicht aufgeladen`,
    body: 'Die Karte wurde nicht belastet. Öffnen Sie Parallel Tray, um den Grund zu sehen.',
  }),
  unknown: (organisation: string, amount: string, byItself: boolean): Said => ({
    title: `${organisation}: Abbuchung von ${amount} noch nicht bestätigt`,
    body: byItself
      ? 'Parallel Tray prüft mit derselben Referenz weiter, eine doppelte Abbuchung ist also ausgeschlossen.'
      : 'Öffnen Sie Parallel Tray, um sie erneut anzufordern. Falls noch nicht abgebucht wurde, wird dann einmal abgebucht.',
  }),
  tooOld: (organisation: string, amount: string): Said => ({
    title: `${organisation}: Abbuchung von ${amount} nicht bestätigt`,
    body: 'Für ein sicheres erneutes Anfordern ist es zu lange her. Prüfen Sie die Abrechnung.',
  }),
  signOutPending: (organisation: string): Said => ({
    title: `${organisation}: Abmeldung noch nicht bestätigt`,
    body: 'Parallel ist seit über einer Stunde nicht erreichbar. Parallel Tray versucht es weiter, bis eine Antwort kommt.',
  }),
  storage: {
    title: 'Auf diesem Computer nicht gespeichert',
    body: 'Parallel Tray behält alles im Arbeitsspeicher und versucht weiter, es zu speichern. Öffnen Sie es, um den Grund zu sehen.',
  } satisfies Said,
}
