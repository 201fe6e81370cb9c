/** When the money runs out at the spending rate of the last week. Rules and reasons: docs/forecast.md. */
import type { Forecast } from '../../../preload/contract/index.ts'
import { dayMs } from '../../calendar.ts'
import type { Series } from './series.ts'

const maxBasisMs = 7 * dayMs
const minBasisMs = dayMs
const minReadings = 3
/** The largest time that `Date` can represent. */
const latest = 8.64e15

/**
 * Starts at the last reading: the spending rate of the last seven days, or of all readings if they span at least a day,
 * and when the spendable money runs out at that rate. Rises and held money don't count as spending.
 */
export function forecast(series: Series): Forecast {
  const { first, last } = series
  if (first === null || last === null) return { kind: 'not-enough', since: null }
  const from = Math.max(first.at, last.at - maxBasisMs)
  const basisMs = last.at - from
  const readings = series.length - series.firstIndexAfter(from - 1)
  if (basisMs < minBasisMs || readings < minReadings) return { kind: 'not-enough', since: first.at }
  const perDayCents = (series.spent(from, last.at) / basisMs) * dayMs
  if (perDayCents === 0) return { kind: 'no-spending', basisMs }
  const spendableCents = Math.max(last.creditCents - last.heldCents, 0)
  const leftMs = (spendableCents / perDayCents) * dayMs
  return { kind: 'known', perDayCents, basisMs, runsOutAt: Math.min(last.at + leftMs, latest) }
}
