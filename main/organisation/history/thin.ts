/**
 * Retention by age: every reading for two days, then the last of each hour for 90 days, then the last of each day for
 * five years. Rises are kept, added up for each period, so that no sum over whole periods changes (see `series.ts`).
 */
import type { Rise } from '../../../preload/contract/index.ts'
import { dayMs, startOfDay, startOfHour } from '../../calendar.ts'
import type { Series } from './series.ts'

export const allForMs = 2 * dayMs
export const hourlyForMs = 90 * dayMs
const dailyForMs = 5 * 365 * dayMs
/** A clock that was set wrong must not thin a whole history, so a hundred readings have to confirm its time. */
const confirmedBy = 100

/**
 * @param now the time that ages are measured from
 * @returns the number of removed readings
 */
export function thin(series: Series, now: number): number {
  const kept: number[] = []
  let next = Number.NEGATIVE_INFINITY
  // Backwards from the newest, so that the first reading found in a period is its last one.
  for (let index = series.length - 1; index >= 0; index -= 1) {
    const { at } = series.reading(index)
    if (now - at > dailyForMs) break
    const stretch = stretchOf(at, now)
    if (stretch === next) continue
    next = stretch
    kept.push(index)
  }
  kept.reverse()
  const left = series.length - kept.length
  if (left > 0) series.replace(kept, addedUp(series, kept))
  return left
}

/** The time that `thin` measures ages from: the clock's time only once many readings confirm it. */
export function confirmedNow(series: Series, now: number): number {
  if (series.length < confirmedBy) return Number.NEGATIVE_INFINITY
  return Math.min(now, series.reading(series.length - confirmedBy).at)
}

/** The start of the period of which one reading is kept. */
function stretchOf(at: number, now: number): number {
  const age = now - at
  if (age <= allForMs) return at
  return age <= hourlyForMs ? startOfHour(at) : startOfDay(at)
}

/** Merges the rises between two kept readings into at most two: those made here and those made elsewhere. */
function addedUp(series: Series, kept: readonly number[]): Rise[] {
  const sums: Rise[] = []
  const add = (rises: readonly Rise[]): void => {
    const [last] = rises.slice(-1)
    if (last === undefined) return
    sums.push({ ...last, cents: rises.reduce((sum, { cents }) => sum + cents, 0) })
  }
  let from = series.riseAfter(series.reading(kept[0] ?? 0).at)
  for (const index of kept) {
    const to = series.riseAfter(series.reading(index).at)
    if (to <= from) continue
    const rises = series.rises.slice(from, to)
    add(rises.filter((rise) => rise.here))
    add(rises.filter((rise) => !rise.here))
    from = to
  }
  return [...sums, ...series.rises.slice(from)].sort((a, b) => a.at - b.at)
}
