import type { Settings } from '../../preload/contract/index.ts'

const pace: Record<Settings['pollInterval'], { name: string; explained: string }> = {
  normal: { name: 'Normal', explained: 'Bei geöffnetem Fenster jede Minute, sonst alle 5 Minuten.' },
  slower: { name: 'Langsamer', explained: 'Bei geöffnetem Fenster alle 5 Minuten, sonst alle 15.' },
  slowest: { name: 'Am langsamsten', explained: 'Bei geöffnetem Fenster alle 15 Minuten, sonst stündlich.' },
}
const theme: Record<Settings['theme'], string> = { system: 'System', light: 'Hell', dark: 'Dunkel' }

export const settings = {
  app: 'App',
  tabs: { label: 'Einstellungen für', organisation: 'Diese Organisation', app: 'App' },
  openAtLogin: 'Beim Anmelden am Computer öffnen',
  startHidden: 'Ausgeblendet im Infobereich starten',
  startHiddenExplained: 'Nur solange Sie angemeldet sind.',
  closeToTray: 'Nach dem Schließen weiterlaufen',
  closeToTrayExplained: 'Nach dem Schließen bleibt das Symbol im Infobereich.',
  shareStatus: 'Status für andere Programme freigeben',
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
    stop: 'Abbrechen mit Esc',
    needsMore: 'Nehmen Sie Strg, Alt oder die Systemtaste dazu, damit es beim Tippen nicht stört.',
    needsMoreOnMac: 'Nehmen Sie ⌃, ⌥ oder ⌘ dazu, damit es beim Tippen nicht stört.',
    notUsable:
      'Diese Taste ist nicht verwendbar. Wählen Sie einen Buchstaben, eine Ziffer oder eine Funktionstaste.',
    wayland:
      'Unter Wayland entscheidet der Desktop, ob das Tastenkürzel funktioniert; vorab prüfen lässt sich das nicht.',
  },

  refresh: 'Aktualisieren',
  paceName: 'Tempo',
  pace,

  notices: 'Hinweise',
  notifications: 'Desktop-Benachrichtigungen',
  notificationsExplained:
    'Bei niedrigem Kontostand, bald endender Anmeldung und Ergebnissen, auf die Sie warten.',

  limits: 'Hinweise und Grenzen',
  spendableBelow: 'Verfügbar unter',
  daysLeftBelow: 'Weniger Tage übrig als',
  spentWithinHour: 'Ausgaben in einer Stunde',
  spentWithinHourExplained: 'Bemerkt eine Aufgabe, die außer Kontrolle gerät.',
  topUpPerDay: 'Tagesgrenze für Aufladungen',
  topUpPerDayExplained: 'Für Aufladungen an diesem Computer.',
  rotate: 'An das Rotieren von Schlüsseln erinnern',
  rotateAfter: 'Erinnern nach (Tage)',
  empty: 'Aus',
  badMoney: 'Geben Sie einen Betrag wie 10 oder 10,50 ein. Leer bedeutet: Aus.',
  badDays: (most: number) => `Geben Sie eine ganze Zahl von 1 bis ${most} ein. Leer bedeutet: Aus.`,

  look: 'Aussehen',
  themeName: 'Design',
  theme,
  language: 'Sprache',
  languageOfSystem: 'Wie das System',

  data: 'Daten',
  history: 'Verlauf und Schlüsselverzeichnis',
  readings: (readings: string, since: string) =>
    `${readings === '1' ? '1 Kontostand' : `${readings} Kontostände`} seit dem ${since}, nur auf diesem Computer.`,
  noReadings: 'Noch nichts gespeichert.',
  toActivity: 'Aktivität öffnen',
  move: 'Auf einen anderen Computer umziehen',
  moveExplained: 'Einstellungen, Schlüsselverzeichnis und Verlauf, aber keine Anmeldungen.',
  export: 'Exportieren…',
  exporting: 'Wird exportiert',
  import: 'Importieren…',
  importing: 'Wird importiert',
  reset: 'Hier alles löschen',
  resetExplained:
    'Meldet Sie überall ab und löscht alles, was Parallel Tray auf diesem Computer gespeichert hat.',
  resetAct: 'Löschen…',
}
