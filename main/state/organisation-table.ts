/** The CSV table of all organisations. */
import { attentionOf, byUrgency, type Organisation, runsOutAt } from '../../preload/contract/index.ts'
import { decimalDollars } from '../../words/format.ts'
import { dayMs } from '../calendar.ts'
import { csvFile, textCell } from '../csv.ts'

const head = [
  'organisation',
  'status',
  'credit_usd',
  'held_usd',
  'spendable_usd',
  'spent_per_day_usd',
  'days_left',
  'runs_out',
  'read',
]

/** The most urgent first, as in the window. Amounts are decimal dollars; unknown values are empty. */
export function organisationTable(organisations: readonly Organisation[], now: number): string {
  return csvFile([head, ...[...organisations].sort(byUrgency).map((one) => row(one, now))])
}

function row(organisation: Organisation, now: number): readonly (string | number)[] {
  const { name, balance, history } = organisation
  const start = [textCell(name), statusOf(organisation)]
  if (balance === null) return [...start, '', '', '', '', '', '', '']
  const read = new Date(balance.readAt).toISOString()
  if (balance.invoiced) return [...start, '', '', '', '', '', '', read]
  const { forecast } = history
  const amounts = [balance.creditCents, balance.heldCents, balance.spendableCents].map(decimalDollars)
  const perDay = forecast.kind === 'known' ? decimalDollars(forecast.perDayCents) : ''
  return [...start, ...amounts, perDay, ...timeLeft(runsOutAt(organisation), now), read]
}

/** Days with one decimal, and the time in ISO 8601. */
function timeLeft(at: number | null, now: number): readonly string[] {
  if (at === null) return ['', '']
  const days = Math.max(at - now, 0) / dayMs
  return [days.toFixed(1), at === 0 ? '' : new Date(at).toISOString()]
}

function statusOf(organisation: Organisation): string {
  if (organisation.session.kind === 'signing-out') return 'signing-out'
  const attention = attentionOf(organisation)
  if (attention !== null) return attention
  if (organisation.balance?.invoiced) return 'invoice'
  return organisation.trouble?.failure.kind ?? 'ok'
}
