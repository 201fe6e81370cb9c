import type { Settings } from '../../preload/contract/index.ts'

const pace: Record<Settings['pollInterval'], { name: string; explained: string }> = {
  normal: { name: 'Normal', explained: 'Sichtbar jede Minute, im Infobereich alle 5.' },
  slower: { name: 'Langsamer', explained: 'Sichtbar alle 5 Minuten, im Infobereich alle 15.' },
  slowest: { name: 'Am langsamsten', explained: 'Sichtbar alle 15 Minuten, im Infobereich stündlich.' },
}
const theme: Record<Settings['theme'], string> = { system: 'System', light: 'Hell', dark: 'Dunkel' }

export const settings = {
  app: 'App',
  tabs: { label: 'Einstellungen für', organisation: 'Diese Organisation', app: 'App' },
  openAtLogin: 'Beim Anmelden am Computer öffnen',
  startHidden: 'Verborgen im Infobereich starten',
  startHiddenExplained: 'Solange eine Anmeldung besteht.',
  closeToTray: 'Nach dem Schließen weiterlaufen',
  closeToTrayExplained: 'Nach dem Schließen bleibt das Symbol im Infobereich.',
  shareStatus: 'Status für andere Programme bereitstellen',
  shareStatusExplained:
    'Für Statusleisten und Skripte: Kontostände und Hinweise in einer Datei, die nur Sie lesen können.',
  trayTitle: 'Kontostand neben dem Symbol',
  shortcut: {
    name: 'Tastenkürzel zum Öffnen',
    none: 'Keines',
    change: 'Ändern',
    changeLabel: 'Tastenkürzel zum Öffnen ändern',
    removeLabel: 'Tastenkürzel zum Öffnen entfernen',
    press: 'Tasten drücken…',
    stop: 'Esc lässt es, wie es war',
    needsMore: 'Strg, Alt oder die Systemtaste dazunehmen, damit Tippen Tippen bleibt.',
    needsMoreOnMac: '⌃, ⌥ oder ⌘ dazunehmen, damit Tippen Tippen bleibt.',
    notUsable: 'Diese Taste ist nicht verwendbar. Möglich sind Buchstaben, Ziffern und Funktionstasten.',
    wayland: 'Unter Wayland entscheidet der Desktop, ob es hier ankommt; das lässt sich nicht vorhersagen.',
  },

  refresh: 'Aktualisieren',
  paceName: 'Tempo',
  pace,

  notices: 'Hinweise',
  notifications: 'Desktop-Benachrichtigungen',
  notificationsExplained: 'Bei knappem Guthaben, endender Anmeldung und erwarteten Antworten.',

  limits: 'Hinweise und Grenzen',
  spendableBelow: 'Verfügbar unter',
  daysLeftBelow: 'Weniger Tage übrig als',
  spentWithinHour: 'Ausgaben in einer Stunde',
  spentWithinHourExplained: 'Bemerkt eine außer Kontrolle geratene Aufgabe.',
  topUpPerDay: 'Aufladegrenze pro Tag',
  topUpPerDayExplained: 'Für das, was hier aufgeladen wird.',
  rotate: 'An das Rotieren von Schlüsseln erinnern',
  rotateAfter: 'Nach Tagen',
  empty: 'Aus',
  badMoney: 'Einen Betrag wie 10 oder 10,50 eingeben oder leer lassen für Aus.',
  badDays: (most: number) => `Eine ganze Zahl von 1 bis ${most} eingeben oder leer lassen für Aus.`,

  look: 'Aussehen',
  themeName: 'Design',
  theme,
  language: 'Sprache',
  languageOfSystem: 'Wie das System',

  data: 'Daten',
  history: 'Verlauf und Schlüsselverzeichnis',
  readings: (readings: string, since: string) =>
    `${readings} Messwerte seit ${since}, nur auf diesem Computer.`,
  noReadings: 'Noch ist nichts gespeichert.',
  toActivity: 'Aktivität öffnen',
  move: 'Auf einen anderen Computer umziehen',
  moveExplained: 'Einstellungen, Verzeichnis und Verlauf, nie eine Anmeldung.',
  export: 'Exportieren…',
  exporting: 'Wird exportiert',
  import: 'Importieren…',
  importing: 'Wird gelesen',
  reset: 'Hier alles löschen',
  resetExplained: 'Meldet überall ab und entfernt alles von diesem Computer.',
  resetAct: 'Löschen…',
}
