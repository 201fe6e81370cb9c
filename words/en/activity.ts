import type { HistoryRange } from '../../preload/contract/index.ts'

const ranges: Record<HistoryRange, { name: string; spent: string }> = {
  day: { name: 'Day', spent: 'Spent, 24 hours' },
  week: { name: 'Week', spent: 'Spent, 7 days' },
  month: { name: 'Month', spent: 'Spent, 30 days' },
  year: { name: 'Year', spent: 'Spent, 12 months' },
}

/** What was read of the balance, over time. */
export const activity = {
  title: 'Activity',
  span: 'Period',
  ranges,
  view: 'View',
  chart: 'Chart',
  table: 'Table',

  now: 'now',
  asOf: (when: string) => `as of ${when}`,
  held: (amount: string) => `${amount} held`,
  /** Beside the value at the head of the page. */
  list: (parts: readonly string[]) => parts.join(' · '),
  chartLabel: (from: string, to: string) =>
    `Spendable, ${from} to ${to}. Arrow keys move through the readings.`,
  spoken: (amount: string, when: string, held: string | null) =>
    held === null ? `${amount}, ${when}` : `${amount}, ${when}, ${held}`,
  elsewhere: (amount: string) => `${amount} elsewhere`,
  spendable: 'Spendable',
  notRead: 'Not loaded',

  aDay: 'Spent per day',
  aDayLately: 'Per day, last 7 days',
  lastsUntil: 'Lasts until',
  about: (date: string) => `around ${date}`,
  twoMonths: 'over two months from now',
  pace: (basis: string) => `Based on spending over the last ${basis}, excluding top-ups and held money.`,
  gaps: (unread: string) => `No balances for ${unread} of that time; spending in those gaps still counts.`,

  byDay: 'By day',
  days: {
    day: 'Day',
    spent: 'Spent',
    added: 'Added',
    left: 'Left',
    today: 'Today',
    soFar: 'so far',
    from: (time: string) => `from ${time}`,
    notRead: (duration: string) => `${duration} missing`,
    join: (notes: readonly string[]) => notes.join(', '),
  },
  none: '–',

  exportCsv: 'Export CSV…',
  exportJson: 'Export JSON…',
  exporting: 'Exporting',

  empty: {
    title: 'The chart starts here',
    nothing: 'No balance has loaded yet.',
    since: (age: string) => `The first balance loaded ${age}.`,
    explained:
      'Keep Parallel Tray running: the chart appears after a few refreshes, the forecast after a day.',
    inRange: 'No balances in this period',
    inRangeExplained: 'Choose a longer period to see earlier ones.',
  },
  invoice: 'This organization pays by invoice, so there’s no balance to chart.',
  failed: 'Couldn’t load the history',
}
