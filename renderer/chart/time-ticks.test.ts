import { describe, expect, test } from 'vitest'
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
