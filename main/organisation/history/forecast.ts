/** When the money runs out at the spending rate of the last week. Rules and reasons: docs/forecast.md. */
import type { Forecast } from '../../../preload/contract/index.ts'
import { dayMs } from '../../calendar.ts'
import type { Series } from './series.ts'

const basisMostMs = 7 * dayMs
const basisLeastMs = dayMs
const readingsLeast = 3
/** The last moment within the range of `Date`. */
const latest = 8.64e15

/**
 * From the last reading on: what the last seven days (or all there is, a day at least) spent, and how long what is
 * spendable lasts at that pace. Money added and money held are no spending.
 */
export function forecast(series: Series): Forecast {
  const { first, last } = series
  if (first === null || last === null) return { kind: 'not-enough', since: null }
  const from = Math.max(first.at, last.at - basisMostMs)
  const basisMs = last.at - from
  const readings = series.length - series.indexAfter(from - 1)
  if (basisMs < basisLeastMs || readings < readingsLeast) return { kind: 'not-enough', since: first.at }
  const perDayCents = (series.spent(from, last.at) / basisMs) * dayMs
  if (perDayCents === 0) return { kind: 'no-spending', basisMs }
  const spendableCents = Math.max(last.creditCents - last.heldCents, 0)
  const leftMs = (spendableCents / perDayCents) * dayMs
  return { kind: 'known', perDayCents, basisMs, runsOutAt: Math.min(last.at + leftMs, latest) }
}
