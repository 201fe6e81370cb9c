import { afterEach, describe, expect, test } from 'vitest'
import { isMidnight, timeTicks } from './time-ticks.ts'

const at = (month: number, day: number, hour = 0, minute = 0) =>
  new Date(2026, month - 1, day, hour, minute).getTime()

describe('the labels of the time axis', () => {
  test('day: every six hours, except near the edges', () => {
    const ticks = timeTicks('day', at(11, 22, 14, 30), at(11, 23, 14, 30))
    expect(ticks.map((tick) => new Date(tick.at).getHours())).toEqual([18, 0, 6, 12])
    const fromNoon = timeTicks('day', at(11, 22, 12, 30), at(11, 23, 12, 30))
    expect(fromNoon.map((tick) => new Date(tick.at).getHours())).toEqual([18, 0, 6])
  })

  test('week: in the middle of each day, including today', () => {
    const ticks = timeTicks('week', at(11, 11, 14, 30), at(11, 18, 14, 30))
    expect(ticks.map((tick) => new Date(tick.at).getDate())).toEqual([12, 13, 14, 15, 16, 17, 18])
    expect(ticks[0]?.at).toBe(at(11, 12, 12))
    expect(ticks.filter((tick) => tick.isCurrent)).toEqual([ticks.at(-1)])
  })

  test('week: leaves out a day that is mostly cut off, but never today', () => {
    const ticks = timeTicks('week', at(11, 11, 6), at(11, 18, 0, 5))
    expect(ticks.map((tick) => new Date(tick.at).getDate())).toEqual([11, 12, 13, 14, 15, 16, 17, 18])
  })

  test('month: every week, counted back from today', () => {
    const ticks = timeTicks('month', at(10, 24, 14), at(11, 23, 14))
    expect(ticks.map((tick) => tick.at)).toEqual([at(10, 26), at(11, 2), at(11, 9), at(11, 16), at(11, 23)])
  })

  test('year: every second month', () => {
    const ticks = timeTicks('year', at(1, 5), at(12, 20))
    expect(ticks.map((tick) => new Date(tick.at).getMonth())).toEqual([1, 3, 5, 7, 9, 11])
  })

  test('lie within the axis', () => {
    const [from, to] = [at(3, 1, 9), at(3, 1, 9, 20)]
    for (const range of ['day', 'week', 'month', 'year'] as const) {
      for (const tick of timeTicks(range, from, to)) {
        expect(tick.at).toBeGreaterThanOrEqual(from)
        expect(tick.at).toBeLessThanOrEqual(to)
      }
    }
  })
})

test('isMidnight is true for the first minute of a day', () => {
  expect([at(11, 11), at(11, 11, 0, 1), at(11, 11, 14)].map(isMidnight)).toEqual([true, false, false])
})

describe('in every time zone', () => {
  const zone = process.env.TZ
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  })
  const start = (year: number, month: number, day: number) => new Date(year, month, day).getTime()

  /** The zones, with a date, where the ticks aren't as expected. */
  function exceptions(law: (year: number) => boolean): readonly string[] {
    return Intl.supportedValuesOf('timeZone').flatMap((name) => {
      process.env.TZ = name
      return [2010, 2011, 2014, 2017, 2026, 2027]
        .filter((year) => !law(year))
        .map((year) => `${name} ${year}`)
    })
  }

  test('a month lies between the first moments of its first day and of the next month’s', () => {
    const isRight = (year: number): boolean => {
      const middles = Array.from(
        { length: 12 },
        (_, month) => (start(year, month, 1) + start(year, month + 1, 1)) / 2,
      )
      const ticks = timeTicks('year', start(year, 0, 1), start(year + 1, 0, 1)).map(({ at }) => at)
      return ticks.length === 6 && ticks.every((at) => middles.includes(at))
    }
    expect(exceptions(isRight)).toEqual([])
  })

  test('a day of the week lies between its first moment and the next day’s', { timeout: 30_000 }, () => {
    const isRight = (year: number): boolean =>
      Array.from({ length: 52 }, (_, week) => week * 7).every((day) => {
        const days = Array.from({ length: 8 }, (_, index) => start(year, 0, 1 + day + index))
        const middles = days.slice(1).map((end, index) => (end + (days[index] ?? 0)) / 2)
        const ticks = timeTicks('week', days[0] ?? 0, days[7] ?? 0)
        // A day that the zone skipped, crossing the date line, has none.
        const existing = new Set(days).size - 1
        return ticks.length === existing && ticks.every((tick) => middles.includes(tick.at))
      })
    expect(exceptions(isRight)).toEqual([])
  })
})
