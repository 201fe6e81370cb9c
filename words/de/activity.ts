import type { HistoryRange } from '../../preload/contract/index.ts'

const ranges: Record<HistoryRange, { name: string; spent: string }> = {
  day: { name: 'Tag', spent: 'Ausgaben, 24 Stunden' },
  week: { name: 'Woche', spent: 'Ausgaben, 7 Tage' },
  month: { name: 'Monat', spent: 'Ausgaben, 30 Tage' },
  year: { name: 'Jahr', spent: 'Ausgaben, 12 Monate' },
}

export const activity = {
  title: 'Aktivität',
  span: 'Zeitraum',
  ranges,
  view: 'Ansicht',
  chart: 'Diagramm',
  table: 'Tabelle',

  now: 'jetzt',
  asOf: (when: string) => `Stand ${when}`,
  held: (amount: string) => `${amount} reserviert`,
  list: (parts: readonly string[]) => parts.join(' · '),
  chartLabel: (from: string, to: string) =>
    `Verfügbar, ${from} bis ${to}: Mit den Pfeiltasten wechseln Sie zwischen den Werten.`,
  spoken: (amount: string, when: string, held: string | null) =>
    held === null ? `${amount}, ${when}` : `${amount}, ${when}, ${held}`,
  elsewhere: (amount: string) => `${amount} anderswo`,
  spendable: 'Verfügbar',
  notRead: 'Nicht abgerufen',

  aDay: 'Ausgaben pro Tag',
  aDayLately: 'Pro Tag, letzte 7 Tage',
  lastsUntil: 'Reicht noch',
  about: (date: string) => `bis etwa ${date}`,
  twoMonths: 'über zwei Monate',
  pace: (basis: string) =>
    `Berechnet aus den Ausgaben in den letzten ${basis}, ohne Aufladungen und reservierte Beträge.`,
  gaps: (unread: string) =>
    `Für ${unread} davon fehlt der Kontostand; die Ausgaben in diesen Lücken zählen trotzdem.`,

  byDay: 'Nach Tagen',
  days: {
    day: 'Tag',
    spent: 'Ausgegeben',
    added: 'Aufgeladen',
    left: 'Übrig',
    today: 'Heute',
    soFar: 'bisher',
    from: (time: string) => `ab ${time}`,
    notRead: (duration: string) => `Lücke: ${duration}`,
    join: (notes: readonly string[]) => notes.join(', '),
  },
  none: '–',

  exportCsv: 'CSV exportieren…',
  exportJson: 'JSON exportieren…',
  exporting: 'Wird exportiert',

  empty: {
    title: 'Hier beginnt die Kurve',
    nothing: 'Es wurde noch kein Kontostand abgerufen.',
    since: (age: string) => `Erster Kontostand abgerufen: ${age.replace(/\.$/, '')}.`,
    explained:
      'Lassen Sie Parallel Tray laufen: Das Diagramm erscheint nach einigen Aktualisierungen, die Prognose nach einem Tag.',
    inRange: 'Keine Kontostände in diesem Zeitraum',
    inRangeExplained: 'Wählen Sie einen längeren Zeitraum, um frühere zu sehen.',
  },
  invoice:
    'Diese Organisation zahlt per Rechnung, daher gibt es keinen Kontostand, der sich darstellen ließe.',
  failed: 'Der Verlauf konnte nicht gelesen werden',
}
