import type { Phrase } from '../phrase.ts'
import { livesInTray } from './lives-in-tray.ts'
import { from as asOfThen, at, ended, since as sinceThen } from './when.ts'

export const overview = {
  organisations: 'Organisationen',
  allOrganisations: 'Alle Organisationen',
  addOrganisation: 'Organisation hinzufügen…',
  signOutOf: <T>(organisation: T): Phrase<T> => ['Von ', organisation, ' abmelden…'],
  signOut: 'Abmelden…',
  signingOut: 'Wird abgemeldet',
  refresh: 'Jetzt aktualisieren',
  refreshAll: 'Alle aktualisieren',
  reading: 'Wird abgerufen…',
  notRead: 'Noch nicht abgerufen',
  openBilling: 'Abrechnung öffnen',

  spendable: 'Verfügbar',
  explained: 'Guthaben abzüglich der Reservierungen für laufende Aufgaben',
  asOf: (when: string, age: string) => `Stand ${when}, ${age}`,
  lessThanADayAgo: (amount: string) => `${amount} weniger als vor 24 Stunden`,
  moreThanADayAgo: (amount: string) => `${amount} mehr als vor 24 Stunden`,
  asADayAgo: 'So viel wie vor 24 Stunden',
  nothingLeft: 'Es ist nichts mehr verfügbar.',
  heldOverCredit: 'Unter null: Es ist mehr reserviert, als Guthaben da ist',
  creditBelowZero: 'Ihr Guthaben liegt unter null.',
  credit: 'Guthaben',
  held: 'Für laufende Aufgaben reserviert',
  split: (spendable: string, held: string) => `${spendable} verfügbar, ${held} reserviert`,

  balance: 'Kontostand',
  invoice: 'Zahlt per Rechnung',
  invoiceShort: 'Rechnung',
  invoiceExplained: <T>(organisation: T): Phrase<T> => [
    'Parallel stellt ',
    organisation,
    ' den Verbrauch in Rechnung. Es gibt kein vorausbezahltes Guthaben zum Beobachten oder Aufladen, daher sind Prognose und Hinweise auf niedrigen Kontostand aus.',
  ],

  topUp: 'Aufladen…',
  topUpOff: {
    unknown: 'Nicht verfügbar, bis die letzte Abbuchung bestätigt ist.',
    stale: 'Nicht verfügbar, bis der Kontostand aktualisiert werden kann.',
    reading: 'Verfügbar, sobald der Kontostand abgerufen ist.',
  },
  topUpLine: {
    charging: (amount: string) => `Abbuchung von ${amount} läuft`,
    unknown: (amount: string, when: string) =>
      `${amount} ${at(when)} angefordert, Abbuchung nicht bestätigt.`,
    asking: 'Wird gerade erneut geprüft.',
    next: (wait: string) => `In ${wait} wird erneut geprüft.`,
    findOut: 'Sie können sie jetzt erneut anfordern.',
    tooOld: 'Prüfen Sie die Abrechnung in der Konsole.',
    off: 'Aufladen ist bis dahin nicht möglich.',
    added: (amount: string, when: string) => `${amount} ${at(when)} aufgeladen.`,
    notCharged: (amount: string, when: string) => `${amount} ${at(when)} nicht abgebucht.`,
    more: 'Details',
  },

  forecast: {
    lessThanADay: 'Weniger als ein Tag übrig',
    moreThanTwoMonths: 'Reicht noch über zwei Monate',
    about: (days: number) => (days === 1 ? 'Noch etwa 1 Tag' : `Noch etwa ${days} Tage`),
    nothingLeft: 'Nichts mehr verfügbar',
    nothingLeftExplained: 'Kostenpflichtige Anfragen schlagen fehl, bis Sie aufladen.',
    thisWeek: (perDay: string) => `beim Tempo der letzten 7 Tage, ${perDay} pro Tag`,
    lastDays: (basis: string, perDay: string) => `beim Tempo in den letzten ${basis}, ${perDay} pro Tag`,
    days: (days: number) => `${days} Tagen`,
    knownAt: (when: string, perDay: string) => `beim Tempo ${asOfThen(when)}, ${perDay} pro Tag`,
    runsOutAbout: (when: string, perDay: string) =>
      `Bei diesem Tempo, ${perDay} pro Tag, etwa ${at(when)} aufgebraucht.`,
    notEnough: 'Noch nicht genug Daten',
    notEnoughExplained: (since: string | null) =>
      since === null
        ? 'Eine Prognose braucht die Kontostände eines Tages. Lassen Sie Parallel Tray laufen.'
        : `Eine Prognose braucht die Kontostände eines Tages. Der erste ist ${asOfThen(since)}; lassen Sie Parallel Tray laufen.`,
    noSpending: 'Derzeit keine Ausgaben',
    noSpendingExplained: (basis: string) => `In den letzten ${basis} wurde nichts ausgegeben.`,
    today: 'Heute',
    chart: (from: string, first: string, last: string) =>
      `Verfügbar seit dem ${from}: von ${first} auf ${last}.`,
    chartEnd: (when: string) => `Bei diesem Tempo ist etwa am ${when} null erreicht.`,
  },

  lastDays: 'Letzte Tage',
  allActivity: 'Alle Aktivität',
  meanwhile: 'In der Zwischenzeit',
  warnBelow: 'Warnen unter',
  shortcutToOpen: 'Tastenkürzel zum Öffnen',
  notSet: 'Nicht festgelegt',
  keysMade: (keys: number) =>
    keys === 0 ? 'Noch keine Schlüssel hier erstellt' : `${keys} Schlüssel hier erstellt`,
  keysDue: (keys: string) => `${keys} zu rotieren`,
  keysMadeHere: 'Hier erstellte Schlüssel',
  allKeys: 'Apps und Schlüssel',
  authorizationEnded: (when: string) => `Autorisierung ${at(when)} beendet`,

  thisSignIn: 'Diese Anmeldung',
  authorizedUntil: (date: string) => `Autorisiert bis ${date}`,
  authorizedExplained: 'Wird bis dahin automatisch erneuert.',
  signedInUntil: (date: string) => `Angemeldet bis mindestens ${date}`,
  signedInExplained: 'Wird automatisch erneuert, solange Parallel Tray läuft.',
  authorized: 'Autorisiert, Enddatum unbekannt',

  pendingNow: (count: number) =>
    count === 1 ? 'Eine Abmeldung steht noch aus' : `${count} Abmeldungen stehen noch aus`,
  pendingNowExplained: 'Wird wiederholt, bis Parallel antwortet',
  pendingTitle: 'Ausstehende Abmeldungen',
  pending: <T>(organisation: T): Phrase<T> => [organisation, ': hier abgemeldet'],
  pendingUntil: (when: string) =>
    `Parallel hat das noch nicht bestätigt. Parallel Tray versucht es weiter, bis eine Antwort kommt; die Autorisierung läuft spätestens ${at(when)} ab.`,
  pendingOpen:
    'Parallel hat das noch nicht bestätigt. Parallel Tray versucht es weiter, bis eine Antwort kommt.',
  pendingNext: (when: string) => ended(`Nächster Versuch ${at(when)}`),
  pendingTrying: 'Wird versucht',

  why: {
    unreadable: 'Gespeicherte Anmeldung lässt sich nicht öffnen',
    signingOut: 'Wird abgemeldet',
    unsaved: 'Neueste Token noch nicht gespeichert',
    topUpUnknown: 'Abbuchung noch nicht bestätigt',
  },

  strips: {
    signInAgain: {
      title: <T>(organisation: T): Phrase<T> => ['Erneut bei ', organisation, ' anmelden'],
      explained: (when: string) => `Die Autorisierung ist beendet (bemerkt ${at(when)}).`,
      act: 'Erneut anmelden',
    },
    unreadable: {
      title: 'Der Schlüsselbund war gesperrt',
      explained: 'Entsperren Sie ihn und starten Sie Parallel Tray neu. Ihre Anmeldung ist noch gespeichert.',
      act: 'Neu starten',
    },
    unreadableOnWindows: {
      title: 'Windows kann die gespeicherte Anmeldung nicht öffnen',
      explained: 'Melden Sie sich neu an. Verlauf, Schlüssel und Einstellungen bleiben erhalten.',
    },
    unsaved: {
      title: 'Die neuesten Token sind nicht gespeichert',
      explained:
        'Parallel Tray versucht es weiter. Wenn Sie es vorher beenden, müssen Sie sich neu anmelden.',
    },
    alerts: {
      spendable: {
        title: 'Niedriger Kontostand',
        explained: (limit: string) => `Unter Ihrer Grenze von ${limit}.`,
        short: 'Niedriger Kontostand',
      },
      daysLeft: {
        title: (days: number) =>
          days < 1 ? 'Weniger als ein Tag übrig' : `Noch etwa ${days === 1 ? 'ein Tag' : `${days} Tage`}`,
        explained: (days: number) => `Unter Ihrer Grenze von ${days === 1 ? 'einem Tag' : `${days} Tagen`}.`,
        unknown: 'Nur noch wenige Tage',
        short: 'Bald aufgebraucht',
      },
      spending: {
        title: 'Hohe Ausgaben in der letzten Stunde',
        explained: (limit: string) => `Über Ihrer Grenze von ${limit}.`,
        short: 'Hohe Ausgaben',
      },
      noLimit: 'Sie haben diesen Hinweis eingestellt.',
      notToday: 'Heute stumm',
      topUp: 'Aufladen…',
    },
    justArrived: {
      title: <T>(organisation: T): Phrase<T> => ['Bei ', organisation, ' angemeldet'],
      explained: 'Nicht Ihre Organisation? Vielleicht hat jemand anderes Ihren Code bestätigt.',
      insteadOf: (organisation: string) =>
        `Diese haben Sie im Browser gewählt. Für ${organisation} steht die Anmeldung noch aus.`,
      act: 'Abmelden',
    },
    trouble: {
      since: (what: string, when: string) => `${what} ${sinceThen(when)}`,
      known: 'Sie sehen den letzten bekannten Kontostand.',
      byItself: 'Weitere Versuche laufen automatisch.',
    },
    endsSoon: {
      title: (when: string) => `Autorisierung endet ${at(when)}`,
      explained: 'Melden Sie sich erneut an, um angemeldet zu bleiben.',
      act: 'Erneut anmelden',
    },
    signIn: {
      consent: {
        title: 'Anmeldung abschließen',
        explained: 'Wählen Sie, wo sie aufbewahrt werden soll.',
        act: 'Auswählen',
      },
      waiting: {
        title: 'Anmeldung läuft',
        explained: 'Bestätigen Sie sie im Browser.',
        act: 'Code anzeigen',
      },
      ended: {
        title: 'Anmeldung nicht abgeschlossen',
        explained: 'Sie wurden nicht angemeldet.',
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
      explained: 'Die Datei wurde aufbewahrt. Parallel Tray arbeitet ohne sie weiter.',
    },
    storage: { title: 'Auf diesem Computer nicht gespeichert' },
    keyringWaits: {
      title: 'Warten auf den Schlüsselbund',
      explained:
        'Sobald er entsperrt ist, werden die Guthaben aktualisiert. Fragt er nach einem Passwort, geben Sie es ein.',
    },
    windowRebuilt: {
      title: 'Das Fenster wurde nach einem Absturz neu geöffnet',
      explained: 'Nur nicht gesendete Eingaben gingen verloren.',
    },
  },

  signOutDialog: {
    title: <T>(organisation: T): Phrase<T> => ['Von ', organisation, ' abmelden?'],
    explained:
      'Parallel Tray fordert Parallel auf, diese Autorisierung zu widerrufen, und löscht ihre Token von diesem Computer. Für eine erneute Anmeldung bestätigen Sie einen neuen Code.',
    unreachable:
      'Ist Parallel nicht erreichbar, versucht Parallel Tray es weiter und zeigt das in der Übersicht an.',
    cancel: 'Abbrechen',
    act: 'Abmelden',
    busy: 'Wird abgemeldet',
  },
}
