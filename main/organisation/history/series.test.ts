import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, hour, minute, readings, seriesOf, start } from '../../testing/made-series.ts'
import { linesOf, replay } from './lines.ts'
import { Series } from './series.ts'
import { confirmedNow, thin } from './thin.ts'

const all = (series: Series): number => series.spent(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
const times = (series: Series): number[] =>
  Array.from({ length: series.length }, (_, index) => series.reading(index).at - start)

describe('spending and rises', () => {
  it('is the fall of the credit, wherever it is asked', () => {
    const series = seriesOf([
      { at: 0, credit: 1000 },
      { at: hour, credit: 900 },
      { at: 2 * hour, credit: 900 },
    ])
    expect(series.spent(start, start + 2 * hour)).toBe(100)
    expect(series.spent(start, start + hour / 2)).toBe(50)
    expect(series.spent(start + hour, start + 2 * hour)).toBe(0)
    expect(series.rises).toEqual([])
  })

  it('is nothing, not a trace of it, where fractions of a cent only came and went', () => {
    const series = seriesOf([
      { at: 0, credit: 5736.3 },
      { at: minute, topUp: 2500 },
      { at: 2 * minute, credit: 8236.3 },
    ])
    expect(all(series)).toBe(0)
  })

  it('knows a top-up made here, with what was spent before it was read', () => {
    const series = seriesOf([
      { at: 0, credit: 1000 },
      { at: 2 * minute, topUp: 5000 },
      { at: 5 * minute, credit: 5980 },
    ])
    expect(series.rises).toEqual([{ at: start + 2 * minute, cents: 5000, here: true }])
    expect(all(series)).toBe(20)
  })

  it('takes any other rise for one made elsewhere, and what exceeds a top-up, too', () => {
    const series = seriesOf([
      { at: 0, credit: 1000 },
      { at: 5 * minute, credit: 3500 },
      { at: 6 * minute, topUp: 5000 },
      { at: 10 * minute, credit: 9500 },
    ])
    expect(series.rises).toEqual([
      { at: start + 5 * minute, cents: 2500, here: false },
      { at: start + 6 * minute, cents: 5000, here: true },
      { at: start + 10 * minute, cents: 1000, here: false },
    ])
    expect(all(series)).toBe(0)
  })

  it('waits for a top-up that a reading made at the same time does not show', () => {
    const series = seriesOf([
      { at: 0, credit: 1000 },
      { at: 2 * minute, topUp: 5000 },
      { at: 2 * minute + 1, credit: 998 },
    ])
    expect(all(series)).toBe(2)
    series.read({ at: start + 5 * minute, creditCents: 5990, heldCents: 0 })
    expect(series.rises).toEqual([{ at: start + 2 * minute + 2, cents: 5000, here: true }])
    expect(all(series)).toBe(10)
  })

  it('knows a top-up again that a reading showed before its answer came', () => {
    const series = seriesOf([
      { at: 0, credit: 1000 },
      { at: 2 * minute, credit: 5990 },
      { at: 2 * minute + 1, topUp: 5000 },
    ])
    expect(series.rises).toEqual([{ at: start + 2 * minute, cents: 5000, here: true }])
    expect(all(series)).toBe(10)
  })

  it('knows a top-up again whose answer came long after the reading that showed it', () => {
    const series = seriesOf([
      { at: 0, credit: 1000 },
      { at: 40 * minute, credit: 5800 },
      { at: 5 * hour, credit: 5700 },
      { at: minute, topUp: 5000 },
      { at: 5 * hour + minute, credit: 5690 },
    ])
    expect(series.rises).toEqual([{ at: start + 40 * minute, cents: 5000, here: true }])
    expect(all(series)).toBe(310)
    expect(series.spent(start + 5 * hour, start + 6 * hour)).toBe(10)
  })

  it('a top-up whose answer came late and that no reading has shown: the next one tells when it was', () => {
    const steps = [
      { at: 0, credit: 6000 },
      { at: 2 * hour, credit: 5000 },
      { at: minute, topUp: 5000 },
    ]
    const then = seriesOf([...steps, { at: 2 * hour + minute, credit: 4990 }])
    expect(then.rises).toEqual([{ at: start + minute, cents: 5000, here: true }])
    expect(then.spent(start + 2 * hour, start + 3 * hour)).toBe(10)
    const now = seriesOf([...steps, { at: 2 * hour + minute, credit: 9990 }])
    expect(now.rises).toEqual([{ at: start + 2 * hour + 1, cents: 5000, here: true }])
    expect(all(now)).toBe(1010)
  })

  it('two top-ups, one of which is not shown yet', () => {
    const series = seriesOf([
      { at: 0, credit: 1000 },
      { at: minute, topUp: 5000 },
      { at: minute + 1, topUp: 5000 },
      { at: 2 * minute, credit: 6000 },
      { at: 7 * minute, credit: 11_000 },
    ])
    expect(series.rises.map(({ here }) => here)).toEqual([true, true])
    expect(all(series)).toBe(0)
  })

  it('law: credit at the end is credit at the start, less what was spent, plus what rose', () => {
    const step = fc.oneof(
      fc.record({ credit: fc.integer({ min: -500, max: 20_000 }), after: fc.integer({ min: 1, max: hour }) }),
      fc.record({
        topUp: fc.integer({ min: 1, max: 10_000 }),
        after: fc.integer({ min: 1, max: hour }),
        late: fc.option(fc.integer({ min: 1, max: 20 * hour }), { nil: 0, freq: 3 }),
      }),
    )
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 60 }), (steps) => {
        let at = 0
        const series = seriesOf(
          steps.map(({ after, ...one }) => {
            at += after
            return 'topUp' in one ? { topUp: one.topUp, at: at - one.late } : { ...one, at }
          }),
        )
        if (series.length < 2) return
        const [first, last] = [series.first, series.last]
        const rises = series.risen(first?.at ?? 0, last?.at ?? 0)
        expect(all(series)).toBeCloseTo((first?.creditCents ?? 0) - (last?.creditCents ?? 0) + rises, 3)
        for (let index = 1; index < series.length; index += 1) {
          expect(series.spentAt(index)).toBeGreaterThanOrEqual(-0.5)
        }
      }),
    )
  })
})

describe('the clock', () => {
  it('leaves a reading out that is there already, and takes one a little older as just after', () => {
    const series = seriesOf([
      { at: hour, credit: 10 },
      { at: hour, credit: 10 },
      { at: hour - minute, credit: 9 },
    ])
    expect(times(series)).toEqual([hour, hour + 1])
    expect(all(series)).toBe(1)
  })

  it('does not count readings of the future, and drops them when their time has come', () => {
    const series = seriesOf([
      { at: 0, credit: 1000 },
      { at: day, credit: 990 },
      ...readings(4 * hour, hour, (at) => 980 - at / hour).map((one) => ({ ...one, at: one.at + hour })),
    ])
    expect(times(series).at(-1)).toBe(5 * hour)
    expect(series.hasAhead).toBe(true)
    series.read({ at: start + day + hour, creditCents: 900, heldCents: 0 })
    expect(times(series)).toEqual([0, hour, 2 * hour, 3 * hour, 4 * hour, 5 * hour, day + hour])
    expect(all(series)).toBe(100)
    expect(series.rises).toEqual([])
  })

  it('a clock that is set back between a top-up and the reading that shows it', () => {
    const series = seriesOf([
      { at: 0, credit: 1000 },
      { at: minute, credit: 1500 },
      { at: 2 * hour, credit: 1400 },
      { at: 2 * hour + minute, topUp: 300 },
      { at: hour, credit: 1700 },
      { at: hour + minute, credit: 1690 },
    ])
    expect(series.rises).toEqual([
      { at: start + minute, cents: 500, here: false },
      { at: start + hour, cents: 300, here: true },
    ])
    expect(all(series)).toBe(110)
  })

  it('a clock that is years behind for a moment costs nothing', () => {
    const series = seriesOf([
      ...readings(day, hour, (at) => 1000 - at / hour),
      { at: -10_000 * day, credit: 975 },
    ])
    expect(series.length).toBe(1)
    series.read({ at: start + 25 * hour, creditCents: 970, heldCents: 0 })
    expect(series.length).toBe(26)
    expect(all(series)).toBe(30)
  })
})

describe('readings of the same amounts', () => {
  it('are one stretch with two ends, a new one every ten minutes', () => {
    const series = seriesOf(readings(23 * minute, minute, () => 500))
    expect(times(series).map((at) => at / minute)).toEqual([0, 10, 20, 23])
  })

  it('end where the amounts change', () => {
    const series = seriesOf(readings(8 * minute, minute, (at) => (at < 6 * minute ? 500 : 400)))
    expect(times(series).map((at) => at / minute)).toEqual([0, 5, 6, 8])
  })
})

describe('the lines', () => {
  it('law: read again, they make the same series', () => {
    const step = fc.record({
      after: fc.integer({ min: 1, max: 30 * minute }),
      credit: fc.integer({ min: 0, max: 50 }).map((value) => value * 200),
      held: fc.integer({ min: 0, max: 3 }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        let at = 0
        const series = seriesOf(
          steps.map(({ after, ...one }) => {
            at += after
            return { ...one, at }
          }),
        )
        const again = new Series()
        for (const line of linesOf(series)) replay(again, line)
        expect(linesOf(again)).toEqual(linesOf(series))
      }),
    )
  })
})

describe('thinning', () => {
  const spend = (at: number): number => 100_000 - at / hour
  const made = (): Series => {
    const series = seriesOf(readings(100 * day, 30 * minute, spend))
    series.addRise({ at: start + 3 * day, cents: 7, here: true })
    return series
  }

  it('keeps all of two days, the last of each hour of 90 days, and the last of each day', () => {
    const series = made()
    thin(series, start + 100 * day)
    const kept = times(series)
    expect(kept.filter((at) => at >= 98 * day)).toHaveLength(97)
    const hourly = kept.filter((at) => at < 98 * day && at >= 10 * day)
    expect(hourly).toHaveLength(88 * 24)
    expect(new Set(hourly.map((at) => at % hour))).toEqual(new Set([30 * minute]))
    expect(kept.filter((at) => at < 10 * day).length).toBeLessThanOrEqual(12)
  })

  it('drops what is older than five years', () => {
    const series = made()
    expect(thin(series, start + 6 * 365 * day)).toBeGreaterThan(0)
    expect(series.length).toBe(0)
    expect(linesOf(series).filter((line) => 'credit' in line)).toEqual([])
  })

  it('law: no sum between readings that stay changes', () => {
    const step = fc.record({
      after: fc.oneof(fc.integer({ min: minute, max: 20 * minute }), fc.integer({ min: hour, max: 2 * day })),
      credit: fc.integer({ min: 0, max: 20_000 }),
      topUp: fc.option(fc.integer({ min: 1, max: 5000 }), { freq: 6, nil: undefined }),
    })
    fc.assert(
      fc.property(fc.array(step, { minLength: 40, maxLength: 150, size: 'max' }), (steps) => {
        let at = 0
        const series = seriesOf(
          steps.map(({ after, credit, topUp }) => {
            at += after
            return topUp === undefined ? { at, credit } : { at, topUp }
          }),
        )
        const before = new Series()
        for (const line of linesOf(series)) replay(before, line)
        thin(series, start + at)
        for (let index = 1; index < series.length; index += 1) {
          const [from, to] = [series.reading(index - 1).at, series.reading(index).at]
          expect(series.spent(from, to)).toBeCloseTo(before.spent(from, to), 3)
          expect(series.risen(from, to)).toBeCloseTo(before.risen(from, to), 6)
        }
      }),
    )
  })

  it('reckons from a time that a hundred readings confirm', () => {
    const series = seriesOf(readings(2 * day, 10 * minute, spend))
    series.read({ at: start + 9000 * day, creditCents: 0, heldCents: 0 })
    expect(confirmedNow(series, start + 9000 * day)).toBeLessThan(start + 2 * day)
    thin(series, confirmedNow(series, start + 9000 * day))
    expect(series.length).toBe(290)
  })
})
