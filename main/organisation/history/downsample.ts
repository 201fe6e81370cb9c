/**
 * Retention: every reading for two days, then the last of each hour for 90 days, then the last of each day for five
 * years. Rises are summed for each period, so that no sum over whole periods changes (see `series.ts`).
 */
import type { Rise } from '../../../preload/contract/index.ts'
import { dayMs, startOfDay, startOfHour } from '../../calendar.ts'
import type { Series } from './series.ts'

export const keepAllMs = 2 * dayMs
export const keepHourlyMs = 90 * dayMs
const keepDailyMs = 5 * 365 * dayMs
/** A wrong clock must not cost old readings: ages count from the hundredth newest reading. */
const confirmingReadings = 100

/**
 * @param now the time that ages are measured from
 * @returns the number of removed readings
 */
export function downsample(series: Series, now: number): number {
  const kept: number[] = []
  let newerPeriod = Number.NEGATIVE_INFINITY
  // From the newest to the oldest, so that the first reading of a period that is met is its last.
  for (let index = series.length - 1; index >= 0; index -= 1) {
    const { at } = series.reading(index)
    if (now - at > keepDailyMs) break
    const period = periodOf(at, now)
    if (period === newerPeriod) continue
    newerPeriod = period
    kept.push(index)
  }
  kept.reverse()
  const removed = series.length - kept.length
  if (removed > 0) series.replace(kept, mergeRises(series, kept))
  return removed
}

/** The time that `downsample` measures ages from: the clock's time only once many readings confirm it. */
export function confirmedNow(series: Series, now: number): number {
  if (series.length < confirmingReadings) return Number.NEGATIVE_INFINITY
  return Math.min(now, series.reading(series.length - confirmingReadings).at)
}

/** The start of the period around `at` that keeps one reading. */
function periodOf(at: number, now: number): number {
  const age = now - at
  if (age <= keepAllMs) return at
  return age <= keepHourlyMs ? startOfHour(at) : startOfDay(at)
}

/** Merges the rises between two kept readings into at most two: those made here and those made elsewhere. */
function mergeRises(series: Series, kept: readonly number[]): Rise[] {
  const sums: Rise[] = []
  const add = (rises: readonly Rise[]): void => {
    const [last] = rises.slice(-1)
    if (last === undefined) return
    sums.push({ ...last, cents: rises.reduce((sum, { cents }) => sum + cents, 0) })
  }
  let from = series.firstRiseAfter(series.reading(kept[0] ?? 0).at)
  for (const index of kept) {
    const to = series.firstRiseAfter(series.reading(index).at)
    if (to <= from) continue
    const rises = series.rises.slice(from, to)
    add(rises.filter((rise) => rise.here))
    add(rises.filter((rise) => !rise.here))
    from = to
  }
  return [...sums, ...series.rises.slice(from)].sort((a, b) => a.at - b.at)
}
