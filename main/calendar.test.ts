import { afterEach, describe, expect, it } from 'vitest'
import { dayMs, daysAgo, hourMs, localDate, nextDay, startOfDay, startOfHour } from './calendar.ts'
import { clockChanges } from './testing/clock-changes.ts'

const zone = process.env.TZ
afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

const changes = clockChanges()

/** The moments, every five minutes from a day before each change of the clocks to a day after it, that break a law. */
function exceptionsTo(law: (at: number) => boolean): readonly string[] {
  return changes.flatMap((change) => {
    process.env.TZ = change.zone
    const times = Array.from({ length: 577 }, (_, index) => change.at - dayMs + (index * hourMs) / 12)
    return times.filter((at) => !law(at)).map((at) => `${change.zone} ${new Date(at).toISOString()}`)
  })
}

describe('around each change of daylight saving time', () => {
  it('the start of an hour is less than an hour earlier', () => {
    const began = (at: number) => startOfHour(at) <= at && startOfHour(at) > at - hourMs
    expect(exceptionsTo(began)).toEqual([])
  })

  it('each moment is between the start and the end of its day', () => {
    const isAround = (at: number): boolean => {
      const [start, end] = [startOfDay(at), nextDay(at)]
      const isToday = localDate(start) === localDate(at) && localDate(end) !== localDate(at)
      return start <= at && at < end && isToday
    }
    expect(exceptionsTo(isAround)).toEqual([])
  })

  it('a day ago differs from 24 hours at most by the change', () => {
    const isDay = (at: number) => Math.abs(at - daysAgo(at, 1) - dayMs) <= 3 * hourMs
    expect(exceptionsTo(isDay)).toEqual([])
  })
})

it('distinguishes the repeated hour at the end of daylight saving time', () => {
  process.env.TZ = 'Europe/Berlin'
  const change = Date.UTC(2026, 9, 25, 1)
  expect(startOfHour(change - 1)).toBe(change - hourMs)
  expect(startOfHour(change + hourMs / 2)).toBe(change)
})

it('counts only existing days', () => {
  process.env.TZ = 'Pacific/Apia'
  const noon = new Date(2011, 11, 31, 12).getTime()
  expect(localDate(daysAgo(noon, 1))).toBe('2011-12-29')
  expect(localDate(nextDay(noon - dayMs))).toBe('2011-12-31')
  expect(noon - daysAgo(noon, 7)).toBe(7 * dayMs)
})

it('finds the next midnight when the clocks go back to before the last one', () => {
  process.env.TZ = 'America/St_Johns'
  // At 00:01 on November 7 it was 23:01 on November 6 again.
  const change = Date.UTC(2010, 10, 7, 2, 31)
  expect(nextDay(change - 2 * hourMs)).toBe(change - 60_000)
  expect(nextDay(change + 60_000)).toBe(change + 59 * 60_000)
})
