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
    `Verfügbar, ${from} bis ${to}: mit den Pfeiltasten von Messwert zu Messwert gehen.`,
  spoken: (amount: string, when: string, held: string | null) =>
    held === null ? `${amount}, ${when}` : `${amount}, ${when}, ${held}`,
  elsewhere: (amount: string) => `${amount} anderswo`,
  spendable: 'Verfügbar',
  notRead: 'Nicht gelesen',

  aDay: 'Ausgaben pro Tag',
  aDayLately: 'Pro Tag, diese Woche',
  lastsUntil: 'Reicht bis',
  about: (date: string) => `etwa ${date}`,
  twoMonths: 'über zwei Monate',
  pace: (basis: string) =>
    `Tempo: Ausgaben in den letzten ${basis}, ohne Aufladungen und reservierte Beträge.`,
  gaps: (unread: string) =>
    `Davon wurde ${unread} lang nichts gelesen; Ausgaben in einer Lücke zählen trotzdem.`,

  byDay: 'Nach Tagen',
  days: {
    day: 'Tag',
    spent: 'Ausgegeben',
    added: 'Aufgeladen',
    left: 'Übrig',
    today: 'Heute',
    soFar: 'bisher',
    from: (time: string) => `ab ${time}`,
    notRead: (duration: string) => `${duration} nicht gelesen`,
    join: (notes: readonly string[]) => notes.join(', '),
  },
  none: '–',

  exportCsv: 'CSV exportieren…',
  exportJson: 'JSON exportieren…',
  exporting: 'Wird exportiert',

  empty: {
    title: 'Hier beginnt die Linie',
    nothing: 'Noch wurde nichts gelesen.',
    since: (age: string) => `Der erste Kontostand (${age}) ist gelesen.`,
    explained:
      'Parallel Tray laufen lassen: Nach einigen Messwerten erscheint das Diagramm, nach einem Tag eine Prognose.',
    inRange: 'In dieser Zeit wurde nichts gelesen',
    inRangeExplained: 'Ein längerer Zeitraum zeigt, was davor gelesen wurde.',
  },
  invoice: 'Diese Organisation zahlt per Rechnung, daher gibt es keinen Kontostand zu zeichnen.',
  failed: 'Der Verlauf konnte nicht gelesen werden',
}
