/**
 * What is kept as it gets older: everything for two days, then the last reading of each hour for 90 days, then the
 * last of each day for five years. Rises stay, those of one stretch added up; so no sum over whole stretches
 * changes (see `series.ts`).
 */
import type { Rise } from '../../../preload/contract/index.ts'
import { dayMs, startOfDay, startOfHour } from '../../calendar.ts'
import type { Series } from './series.ts'

export const allForMs = 2 * dayMs
export const hourlyForMs = 90 * dayMs
const dailyForMs = 5 * 365 * dayMs
/** One wrong setting of the clock must not thin a whole history: a hundred readings have to agree. */
const confirmedBy = 100

/**
 * @param now to reckon ages from
 * @returns how many readings are left out
 */
export function thin(series: Series, now: number): number {
  const kept: number[] = []
  let next = Number.NEGATIVE_INFINITY
  // From the newest on: of each stretch the first that is met stays.
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

/** The time from which `thin` reckons: that of the clock only once many readings confirm it. */
export function confirmedNow(series: Series, now: number): number {
  if (series.length < confirmedBy) return Number.NEGATIVE_INFINITY
  return Math.min(now, series.reading(series.length - confirmedBy).at)
}

/** When the stretch begins of which one reading stays. */
function stretchOf(at: number, now: number): number {
  const age = now - at
  if (age <= allForMs) return at
  return age <= hourlyForMs ? startOfHour(at) : startOfDay(at)
}

/** The rises between two readings that stay are one, or two: those made here, and those made elsewhere. */
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
