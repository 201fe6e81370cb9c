import { afterEach, describe, expect, it } from 'vitest'
import { localDate, nextDay, startOfDay } from '../../calendar.ts'
import { type ClockChange, clockChanges } from '../../testing/clock-changes.ts'
import { day, hour, minute } from '../../testing/sample-series.ts'
import { downsample } from './downsample.ts'
import { Series } from './series.ts'
import { historyView } from './view.ts'

const zone = process.env.TZ
afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

const interval = 5 * minute
const changes = clockChanges()

/** A reading every five minutes and some seconds, as requests take time. */
function seriesBetween(from: number, to: number): Series {
  const series = new Series()
  for (let at = from; at <= to; at += interval + 7_000)
    series.add({ at, creditCents: (to - at) / minute, heldCents: 0 })
  return series
}

function timesOf(series: Series): readonly number[] {
  return Array.from({ length: series.length }, (_, index) => series.reading(index).at)
}

it('shows no gap at the end of daylight saving time', () => {
  process.env.TZ = 'Europe/Berlin'
  const change = Date.UTC(2026, 9, 25, 1)
  const now = change + 3 * day
  // The last reading of the hour before the repeated hour is early, that of the repeated hour is late.
  const series = seriesBetween(change - hour - 4 * minute, now)
  downsample(series, now)
  const { gaps, points } = historyView(series, 'week', now, interval)
  expect(gaps).toEqual([])
  expect(points.filter(({ at }) => at >= change - hour && at < change + hour)).toHaveLength(2)
})

describe('around each change of daylight saving time', () => {
  type Invariant = (downsampled: Series, whole: readonly number[], now: number) => boolean
  /** The changes that break an invariant, for readings of two days that are downsampled `lateByMs` after the change. */
  function exceptionsTo(holds: Invariant, lateByMs: number): readonly string[] {
    const isException = (change: ClockChange): boolean => {
      process.env.TZ = change.zone
      const series = seriesBetween(change.at - day, change.at + day)
      const whole = timesOf(series)
      downsample(series, change.at + lateByMs)
      return !holds(series, whole, change.at + lateByMs)
    }
    return changes.filter(isException).map(({ zone, at }) => `${zone} ${new Date(at).toISOString()}`)
  }

  it('keeps one reading of each hour', () => {
    const holds: Invariant = (downsampled, whole) => {
      const kept = timesOf(downsampled)
      return whole.every((at) => kept.some((other) => other >= at && other < at + hour))
    }
    expect(exceptionsTo(holds, 5 * day)).toEqual([])
  })

  it('keeps the last reading of each day', () => {
    const holds: Invariant = (downsampled, whole) => {
      const kept = new Set(timesOf(downsampled))
      const isLast = (at: number, index: number) => localDate(at) !== localDate(whole[index + 1] ?? at)
      return whole.filter(isLast).every((at) => kept.has(at))
    }
    expect(exceptionsTo(holds, 5 * day)).toEqual([])
    expect(exceptionsTo(holds, 100 * day)).toEqual([])
  })

  it('shows no gap', () => {
    // Only the time after the last reading is a gap.
    const holds: Invariant = (downsampled, _whole, now) =>
      historyView(downsampled, 'year', now, interval).gaps.every(({ from }) => from === downsampled.last?.at)
    expect(exceptionsTo(holds, 5 * day)).toEqual([])
    expect(exceptionsTo(holds, 100 * day)).toEqual([])
  })

  it('shows no gap between days with one reading each', () => {
    const holds: Invariant = (_downsampled, _whole, now) => {
      const days = new Series()
      // The first moment of one day and the last of the next.
      const first = startOfDay(now - 101 * day)
      const from = nextDay(first + 6 * hour)
      for (const at of [first, nextDay(from) - 1]) days.add({ at, creditCents: at - first, heldCents: 0 })
      return historyView(days, 'year', now, interval).gaps.every((gap) => gap.from === days.last?.at)
    }
    for (const lateBy of [100, 101]) expect(exceptionsTo(holds, lateBy * day)).toEqual([])
  })
})
