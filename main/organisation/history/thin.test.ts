import { afterEach, describe, expect, it } from 'vitest'
import { localDate, nextDay, startOfDay } from '../../calendar.ts'
import { type ClockChange, clockChanges } from '../../testing/clock-changes.ts'
import { day, hour, minute } from '../../testing/made-series.ts'
import { Series } from './series.ts'
import { thin } from './thin.ts'
import { historyView } from './view.ts'

const zone = process.env.TZ
afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

const pace = 5 * minute
const changes = clockChanges()

/** A reading every five minutes and some seconds, as requests take time. */
function seriesBetween(from: number, to: number): Series {
  const series = new Series()
  for (let at = from; at <= to; at += pace + 7_000)
    series.read({ at, creditCents: (to - at) / minute, heldCents: 0 })
  return series
}

function timesOf(series: Series): readonly number[] {
  return Array.from({ length: series.length }, (_, index) => series.reading(index).at)
}

it('draws no gap where the clocks went back', () => {
  process.env.TZ = 'Europe/Berlin'
  const change = Date.UTC(2026, 9, 25, 1)
  const now = change + 3 * day
  // The last reading of the hour before the two equal ones is early, that of the second is late.
  const series = seriesBetween(change - hour - 4 * minute, now)
  thin(series, now)
  const { gaps, points } = historyView(series, 'week', now, pace)
  expect(gaps).toEqual([])
  expect(points.filter(({ at }) => at >= change - hour && at < change + hour)).toHaveLength(2)
})

describe('around each change of the clocks', () => {
  type Law = (thinned: Series, whole: readonly number[], now: number) => boolean
  /** The changes that break a law, for readings of two days that are thinned `lateByMs` after the change. */
  function exceptionsTo(law: Law, lateByMs: number): readonly string[] {
    const isException = (change: ClockChange): boolean => {
      process.env.TZ = change.zone
      const series = seriesBetween(change.at - day, change.at + day)
      const whole = timesOf(series)
      thin(series, change.at + lateByMs)
      return !law(series, whole, change.at + lateByMs)
    }
    return changes.filter(isException).map(({ zone, at }) => `${zone} ${new Date(at).toISOString()}`)
  }

  it('one reading of each hour stays', () => {
    const law: Law = (thinned, whole) => {
      const kept = timesOf(thinned)
      return whole.every((at) => kept.some((other) => other >= at && other < at + hour))
    }
    expect(exceptionsTo(law, 5 * day)).toEqual([])
  })

  it('the last reading of each day stays', () => {
    const law: Law = (thinned, whole) => {
      const kept = new Set(timesOf(thinned))
      const isLast = (at: number, index: number) => localDate(at) !== localDate(whole[index + 1] ?? at)
      return whole.filter(isLast).every((at) => kept.has(at))
    }
    expect(exceptionsTo(law, 5 * day)).toEqual([])
    expect(exceptionsTo(law, 100 * day)).toEqual([])
  })

  it('no gap is drawn', () => {
    // Nothing was read after the last reading.
    const law: Law = (thinned, _whole, now) =>
      historyView(thinned, 'year', now, pace).gaps.every(({ from }) => from === thinned.last?.at)
    expect(exceptionsTo(law, 5 * day)).toEqual([])
    expect(exceptionsTo(law, 100 * day)).toEqual([])
  })

  it('days that were read once each have no gap between them', () => {
    const law: Law = (_thinned, _whole, now) => {
      const days = new Series()
      // The first moment of one day and the last of the next.
      const first = startOfDay(now - 101 * day)
      const from = nextDay(first + 6 * hour)
      for (const at of [first, nextDay(from) - 1]) days.read({ at, creditCents: at - first, heldCents: 0 })
      return historyView(days, 'year', now, pace).gaps.every((gap) => gap.from === days.last?.at)
    }
    for (const lateBy of [100, 101]) expect(exceptionsTo(law, lateBy * day)).toEqual([])
  })
})
