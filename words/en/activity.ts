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
  span: 'Span',
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
  notRead: 'Not read',

  aDay: 'Spent per day',
  aDayLately: 'Per day, this week',
  lastsUntil: 'Lasts until',
  about: (date: string) => `about ${date}`,
  twoMonths: 'over two months',
  pace: (basis: string) => `Pace: what was spent in ${basis}, top-ups and held money left out.`,
  gaps: (unread: string) => `Nothing was read for ${unread} of it; spending in a gap still counts.`,

  byDay: 'By day',
  days: {
    day: 'Day',
    spent: 'Spent',
    added: 'Added',
    left: 'Left',
    today: 'Today',
    soFar: 'so far',
    from: (time: string) => `from ${time}`,
    notRead: (duration: string) => `${duration} not read`,
    join: (notes: readonly string[]) => notes.join(', '),
  },
  none: '–',

  exportCsv: 'Export CSV…',
  exportJson: 'Export JSON…',
  exporting: 'Exporting',

  empty: {
    title: 'The line starts here',
    nothing: 'Nothing was read yet.',
    since: (age: string) => `The first balance was read ${age}.`,
    explained: 'Leave Parallel Tray running: after a few readings the chart appears, after a day a forecast.',
    inRange: 'Nothing was read in this time',
    inRangeExplained: 'A longer span shows what was read before.',
  },
  invoice: 'This organisation pays by invoice, so there is no balance to draw.',
  failed: 'The history could not be read',
}
