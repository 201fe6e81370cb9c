import type { Phrase } from '../phrase.ts'
import { livesInTray } from './lives-in-tray.ts'

export const overview = {
  organisations: 'Organisationen',
  allOrganisations: 'Alle Organisationen',
  addOrganisation: 'Organisation hinzufügen…',
  signOutOf: <T>(organisation: T): Phrase<T> => ['Von ', organisation, ' abmelden…'],
  signOut: 'Abmelden…',
  signingOut: 'Wird abgemeldet',
  refresh: 'Jetzt aktualisieren',
  refreshAll: 'Alle aktualisieren',
  reading: 'Wird gelesen…',
  notRead: 'Noch nicht gelesen',
  openBilling: 'Abrechnung öffnen',

  spendable: 'Verfügbar',
  explained: 'Guthaben abzüglich der Reservierung für laufende Aufgaben',
  asOf: (when: string, age: string) => `Stand ${when}, ${age}`,
  lessThanADayAgo: (amount: string) => `${amount} weniger als vor 24 Stunden`,
  moreThanADayAgo: (amount: string) => `${amount} mehr als vor 24 Stunden`,
  asADayAgo: 'So viel wie vor 24 Stunden',
  nothingLeft: 'Nichts mehr verfügbar.',
  heldOverCredit: 'Unter null: Es ist mehr reserviert, als Guthaben da ist',
  creditBelowZero: 'Das Guthaben selbst liegt unter null.',
  credit: 'Guthaben',
  held: 'Für laufende Aufgaben reserviert',
  split: (spendable: string, held: string) => `${spendable} verfügbar, ${held} reserviert`,

  balance: 'Kontostand',
  invoice: 'Zahlt per Rechnung',
  invoiceShort: 'Rechnung',
  invoiceExplained: <T>(organisation: T): Phrase<T> => [
    'Parallel stellt ',
    organisation,
    ' den Verbrauch in Rechnung. Es gibt kein Prepaid-Guthaben zu beobachten und nichts aufzuladen, daher sind Prognose und Hinweise auf niedrigen Kontostand aus.',
  ],

  topUp: 'Aufladen…',
  topUpOff: {
    unknown: 'Aus, bis bekannt ist, ob die letzte Abbuchung erfolgt ist.',
    stale: 'Aus, bis der Kontostand wieder gelesen werden kann.',
    reading: 'Aus, bis der Kontostand gelesen ist.',
  },
  topUpLine: {
    charging: (amount: string) => `Abbuchung von ${amount} läuft`,
    unknown: (amount: string, when: string) => `${amount}, angefragt ${when}: Abbuchung noch nicht bekannt.`,
    asking: 'Wird gerade erneut angefragt.',
    next: (wait: string) => `In ${wait} wird erneut angefragt.`,
    findOut: 'Das lässt sich jetzt klären.',
    tooOld: 'Die Abrechnung in der Konsole zeigt es.',
    off: 'Bis dahin ist Aufladen aus.',
    added: (amount: string, when: string) => `${when}: ${amount} aufgeladen.`,
    notCharged: (amount: string, when: string) => `${when}: ${amount} nicht abgebucht.`,
    more: 'Details',
  },

  forecast: {
    lessThanADay: 'Noch weniger als ein Tag',
    moreThanTwoMonths: 'Noch mehr als zwei Monate',
    about: (days: number) => (days === 1 ? 'Noch etwa 1 Tag' : `Noch etwa ${days} Tage`),
    nothingLeft: 'Nichts mehr verfügbar',
    nothingLeftExplained: 'Ausgegeben werden kann erst wieder nach dem Aufladen.',
    thisWeek: (perDay: string) => `beim Tempo dieser Woche, ${perDay} pro Tag`,
    lastDays: (basis: string, perDay: string) => `wie in den letzten ${basis}, ${perDay} pro Tag`,
    days: (days: number) => `${days} Tagen`,
    knownAt: (when: string, perDay: string) => `beim Tempo mit Stand ${when}, ${perDay} pro Tag`,
    runsOutAbout: (when: string, perDay: string) =>
      `Bei diesem Tempo, ${perDay} am Tag, etwa um ${when} aufgebraucht.`,
    notEnough: 'Noch nicht genug Daten',
    notEnoughExplained: (since: string | null) =>
      since === null
        ? 'Eine Prognose braucht Messwerte eines Tages. Parallel Tray liest den Kontostand, solange es läuft.'
        : `Eine Prognose braucht Messwerte eines Tages. Der erste (${since}) liegt vor; Parallel Tray liest weiter, solange es läuft.`,
    noSpending: 'Derzeit keine Ausgaben',
    noSpendingExplained: (basis: string) =>
      `In den letzten ${basis} wurde nichts ausgegeben, also geht nichts zur Neige.`,
    today: 'Heute',
    chart: (from: string, first: string, last: string) => `Verfügbar seit ${from}: von ${first} zu ${last}.`,
    chartEnd: (when: string) => `Bei diesem Tempo wird null etwa am ${when} erreicht.`,
  },

  lastDays: 'Letzte Tage',
  allActivity: 'Alle Aktivität',
  meanwhile: 'Inzwischen einrichten',
  warnBelow: 'Warnen unter',
  shortcutToOpen: 'Tastenkürzel zum Öffnen',
  notSet: 'Nicht gesetzt',
  keysMade: (keys: number) =>
    keys === 0 ? 'Noch keine Schlüssel hier erstellt' : `${keys} Schlüssel hier erstellt`,
  keysDue: (keys: string) => `${keys} zu rotieren`,
  keysMadeHere: 'Hier erstellte Schlüssel',
  allKeys: 'Apps und Schlüssel',
  authorizationEnded: (when: string) => `Autorisierung beendet: ${when}`,

  thisSignIn: 'Diese Anmeldung',
  authorizedUntil: (date: string) => `Autorisiert bis ${date}`,
  authorizedExplained: 'Erneuert sich bis dahin von selbst.',
  signedInUntil: (date: string) => `Angemeldet mindestens bis ${date}`,
  signedInExplained: 'Erneuert sich von selbst, solange Parallel Tray läuft.',
  authorized: 'Autorisiert, Ende nicht bekannt',

  pendingNow: (count: number) =>
    count === 1 ? 'Eine Abmeldung ist im Gange' : `${count} Abmeldungen sind im Gange`,
  pendingNowExplained: 'Die Nachricht folgt, sobald Parallel antwortet',
  pendingTitle: 'Abmeldungen im Gange',
  pending: <T>(organisation: T): Phrase<T> => [organisation, ': hier abgemeldet'],
  pendingUntil: (when: string) =>
    `Parallel weiß es noch nicht; die Nachricht folgt, sobald es antwortet. Die Autorisierung gilt längstens bis ${when} und endet dann von selbst.`,
  pendingOpen: 'Parallel weiß es noch nicht; die Nachricht folgt, sobald es antwortet.',
  pendingNext: (when: string) => `Nächster Versuch: ${when}`,
  pendingTrying: 'Wird versucht',

  why: {
    unreadable: 'Gespeicherte Anmeldung lässt sich nicht öffnen',
    signingOut: 'Wird abgemeldet',
    unsaved: 'Neueste Token noch nicht gespeichert',
    topUpUnknown: 'Eine Aufladung ist offen',
  },

  strips: {
    signInAgain: {
      title: <T>(organisation: T): Phrase<T> => ['Erneut bei ', organisation, ' anmelden'],
      explained: (when: string) => `Autorisierung beendet (bemerkt: ${when}).`,
      act: 'Erneut anmelden',
    },
    unreadable: {
      title: 'Der Schlüsselbund war beim Start gesperrt',
      explained: 'Entsperren, dann neu starten. Die Anmeldung bleibt gespeichert.',
      act: 'Neu starten',
    },
    unreadableOnWindows: {
      title: 'Windows kann die gespeicherte Anmeldung nicht öffnen',
      explained: 'Melde dich neu an. Verlauf, Schlüssel und Einstellungen bleiben.',
    },
    unsaved: {
      title: 'Die neuesten Token sind nicht gespeichert',
      explained:
        'Sie sind im Arbeitsspeicher, das Speichern wird erneut versucht. Beim Beenden vorher ist eine neue Anmeldung nötig.',
    },
    alerts: {
      spendable: {
        title: 'Niedriger Kontostand',
        explained: (limit: string) => `Unter der eingestellten Grenze von ${limit}.`,
        short: 'Niedriger Kontostand',
      },
      daysLeft: {
        title: (days: number) =>
          days < 1 ? 'Noch weniger als ein Tag' : `Noch etwa ${days === 1 ? 'ein Tag' : `${days} Tage`}`,
        explained: (days: number) =>
          `Weniger als ${days === 1 ? 'der eingestellte Tag' : `die eingestellten ${days} Tage`}.`,
        unknown: 'Nur noch wenige Tage',
        short: 'Bald aufgebraucht',
      },
      spending: {
        title: 'Hohe Ausgaben innerhalb einer Stunde',
        explained: (limit: string) => `Mehr als die eingestellten ${limit}.`,
        short: 'Hohe Ausgaben',
      },
      noLimit: 'Hinweis wie eingestellt.',
      notToday: 'Heute stumm',
      topUp: 'Aufladen…',
    },
    justArrived: {
      title: <T>(organisation: T): Phrase<T> => ['Bei ', organisation, ' angemeldet'],
      explained: 'Nicht Ihre? Jemand anderes hat bestätigt.',
      insteadOf: (organisation: string) =>
        `Im Browser wurde diese gewählt. ${organisation} wartet noch auf die erneute Anmeldung.`,
      act: 'Abmelden',
    },
    trouble: {
      since: (what: string, when: string) => `${what} seit ${when}`,
      known: 'Angezeigt wird, was damals bekannt war.',
      byItself: 'Es wird von selbst erneut versucht.',
    },
    endsSoon: {
      title: (when: string) => `Ende der Autorisierung: ${when}`,
      explained: 'Erneut anmelden, um angemeldet zu bleiben.',
      act: 'Erneut anmelden',
    },
    signIn: {
      consent: {
        title: 'Eine Anmeldung wartet auf Ihre Antwort',
        explained: 'Wo soll sie aufbewahrt werden?',
        act: 'Antworten',
      },
      waiting: {
        title: 'Eine Anmeldung ist im Gange',
        explained: 'Sie wartet auf die Bestätigung im Browser.',
        act: 'Code anzeigen',
      },
      ended: {
        title: 'Die Anmeldung ist zu Ende',
        explained: 'Nichts wurde angemeldet.',
        act: 'Grund ansehen',
      },
    },
    livesInTray,
    noTray: {
      title: 'Dieser Desktop hat keinen Infobereich',
      minimises: 'Beim Schließen wird das Fenster minimiert.',
      quits: 'Beim Schließen des Fensters wird die App beendet.',
      act: 'Warum?',
    },
    fileSetAside: {
      title: (file: string) => `${file} konnte nicht gelesen werden`,
      explained: 'Die Datei bleibt, wie sie ist. Parallel Tray arbeitet ohne sie weiter.',
    },
    storage: { title: 'Auf diesem Computer nicht gespeichert' },
    windowRebuilt: {
      title: 'Das Fenster musste neu aufgebaut werden',
      explained: 'Nur nicht gesendete Eingaben gingen verloren.',
    },
  },

  signOutDialog: {
    title: <T>(organisation: T): Phrase<T> => ['Von ', organisation, ' abmelden?'],
    explained:
      'Parallel erhält die Nachricht, diese Autorisierung zu beenden, und ihre Token werden von diesem Computer gelöscht. Für die Rückkehr ist ein neuer Code zu bestätigen.',
    unreachable:
      'Ist Parallel gerade nicht erreichbar, folgt die Nachricht später; bis dahin steht es in der Übersicht.',
    cancel: 'Abbrechen',
    act: 'Abmelden',
    busy: 'Wird abgemeldet',
  },
}
