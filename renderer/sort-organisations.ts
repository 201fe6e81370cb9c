/** The order of the table of all organisations. */
import { byTimeLeft, byUrgency, type Organisation } from '../preload/contract/index.ts'
import { words } from '../words/index.ts'

export type SortColumn = 'name' | 'days' | 'amount'
/** Null: the most urgent first. */
export type SortOrder = { readonly column: SortColumn; readonly descending: boolean } | null

/** A column's head sorts by it, then the other way round, then as it was. */
export function nextOrder(order: SortOrder, column: SortColumn): SortOrder {
  if (order?.column !== column) return { column, descending: false }
  return order.descending ? null : { column, descending: true }
}

/** What isn't known comes last in either direction. */
export function sortOrganisations(
  organisations: readonly Organisation[],
  order: SortOrder,
): readonly Organisation[] {
  if (order === null) return [...organisations].sort(byUrgency)
  const { column, descending } = order
  const compare = comparisons[column]
  const isKnown = (one: Organisation) => column === 'name' || isAmountKnown(one)
  const known = organisations.filter(isKnown).sort((a, b) => (descending ? compare(b, a) : compare(a, b)))
  return [...known, ...organisations.filter((one) => !isKnown(one))]
}

const comparisons = {
  name: (a, b) => a.name.localeCompare(b.name, words.locale, { numeric: true }),
  days: byTimeLeft,
  amount: (a, b) => (a.balance?.spendableCents ?? 0) - (b.balance?.spendableCents ?? 0),
} satisfies Record<SortColumn, (a: Organisation, b: Organisation) => number>

function isAmountKnown({ balance }: Organisation): boolean {
  return balance !== null && !balance.invoiced
}
