import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, hour, minute, readings, seriesOf, start } from '../../testing/sample-series.ts'
import { confirmedNow, downsample } from './downsample.ts'
import { replay, toLines } from './lines.ts'
import { Series } from './series.ts'

const all = (series: Series): number => series.spent(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
const times = (series: Series): number[] =>
  Array.from({ length: series.length }, (_, index) => series.reading(index).at - start)

describe('spending and rises', () => {
  it('counts a decrease of the credit as spending, proportionally within a period', () => {
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

  it('counts no spending for rounding errors', () => {
    const series = seriesOf([
      { at: 0, credit: 5736.3 },
      { at: minute, topUp: 2500 },
      { at: 2 * minute, credit: 8236.3 },
    ])
    expect(all(series)).toBe(0)
  })

  it('records a top-up of this app, and the spending until the next reading', () => {
    const series = seriesOf([
      { at: 0, credit: 1000 },
      { at: 2 * minute, topUp: 5000 },
      { at: 5 * minute, credit: 5980 },
    ])
    expect(series.rises).toEqual([{ at: start + 2 * minute, cents: 5000, here: true }])
    expect(all(series)).toBe(20)
  })

  it('attributes any other increase to elsewhere, and so whatever exceeds a top-up', () => {
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

  it('waits for a top-up that a reading in flight does not show', () => {
    const series = seriesOf([
      { at: 0, credit: 1000 },
      { at: 2 * minute, topUp: 5000 },
      { at: 2 * minute + 1, credit: 998 },
    ])
    expect(all(series)).toBe(2)
    series.add({ at: start + 5 * minute, creditCents: 5990, heldCents: 0 })
    expect(series.rises).toEqual([{ at: start + 2 * minute + 2, cents: 5000, here: true }])
    expect(all(series)).toBe(10)
  })

  it('matches a top-up with a reading that showed it before its response', () => {
    const series = seriesOf([
      { at: 0, credit: 1000 },
      { at: 2 * minute, credit: 5990 },
      { at: 2 * minute + 1, topUp: 5000 },
    ])
    expect(series.rises).toEqual([{ at: start + 2 * minute, cents: 5000, here: true }])
    expect(all(series)).toBe(10)
  })

  it('matches a top-up with a reading long before its response', () => {
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

  it('dates a late top-up that no reading has shown by the next reading', () => {
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

  it('keeps two top-ups apart when the next reading shows one of them', () => {
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

  it('property: spending is spread evenly between two readings, and with the rises it explains the credit', () => {
    const step = fc.oneof(
      fc.record({ credit: fc.integer({ min: -500, max: 20_000 }), after: fc.integer({ min: 1, max: hour }) }),
      fc.record({
        topUp: fc.integer({ min: 1, max: 10_000 }),
        after: fc.integer({ min: 1, max: hour }),
        late: fc.option(fc.integer({ min: 1, max: 20 * hour }), { nil: 0, freq: 3 }),
      }),
    )
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 60 }), fc.nat(), fc.nat(), (steps, ...cuts) => {
        let at = 0
        const series = seriesOf(
          steps.map(({ after, ...one }) => {
            at += after
            return 'topUp' in one ? { topUp: one.topUp, at: at - one.late } : { ...one, at }
          }),
        )
        if (series.length < 2) return
        const [first, last] = [series.first, series.last]
        const rises = series.sumOfRises(first?.at ?? 0, last?.at ?? 0)
        expect(all(series)).toBeCloseTo((first?.creditCents ?? 0) - (last?.creditCents ?? 0) + rises, 3)
        const [from = 0, to = 0] = cuts.map((cut) => start + (cut % (at + hour))).sort((a, b) => a - b)
        let spent = 0
        for (let index = 1; index < series.length; index += 1) {
          const [before, after] = [series.reading(index - 1).at, series.reading(index).at]
          const overlapMs = Math.max(Math.min(after, to) - Math.max(before, from), 0)
          spent += series.spentBefore(index) * (overlapMs / (after - before))
          expect(series.spentBefore(index)).toBeGreaterThanOrEqual(-0.5)
        }
        expect(series.spent(from, to)).toBeCloseTo(Math.max(spent, 0), 3)
      }),
    )
  })
})

describe('clock changes', () => {
  it('ignores a duplicate, and stores a slightly older reading right after the newest', () => {
    const series = seriesOf([
      { at: hour, credit: 10 },
      { at: hour, credit: 10 },
      { at: hour - minute, credit: 9 },
    ])
    expect(times(series)).toEqual([hour, hour + 1])
    expect(all(series)).toBe(1)
  })

  it('excludes readings from the future, and drops them once their time has come', () => {
    const series = seriesOf([
      { at: 0, credit: 1000 },
      { at: day, credit: 990 },
      ...readings(4 * hour, hour, (at) => 980 - at / hour).map((one) => ({ ...one, at: one.at + hour })),
    ])
    expect(times(series).at(-1)).toBe(5 * hour)
    expect(series.hasFutureReadings).toBe(true)
    series.add({ at: start + day + hour, creditCents: 900, heldCents: 0 })
    expect(times(series)).toEqual([0, hour, 2 * hour, 3 * hour, 4 * hour, 5 * hour, day + hour])
    expect(all(series)).toBe(100)
    expect(series.rises).toEqual([])
  })

  it('keeps a pending top-up when the clock is set back before a reading shows it', () => {
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

  it('loses no reading when the clock is years behind for a moment', () => {
    const series = seriesOf([
      ...readings(day, hour, (at) => 1000 - at / hour),
      { at: -10_000 * day, credit: 975 },
    ])
    expect(series.length).toBe(1)
    series.add({ at: start + 25 * hour, creditCents: 970, heldCents: 0 })
    expect(series.length).toBe(26)
    expect(all(series)).toBe(30)
  })
})

describe('readings of the same amounts', () => {
  it('are stored as stretches of at most ten minutes', () => {
    const series = seriesOf(readings(23 * minute, minute, () => 500))
    expect(times(series).map((at) => at / minute)).toEqual([0, 10, 20, 23])
  })

  it('end a stretch when the amounts change', () => {
    const series = seriesOf(readings(8 * minute, minute, (at) => (at < 6 * minute ? 500 : 400)))
    expect(times(series).map((at) => at / minute)).toEqual([0, 5, 6, 8])
  })
})

describe('lines', () => {
  it('property: replaying them gives the same series', () => {
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
        for (const line of toLines(series)) replay(again, line)
        expect(toLines(again)).toEqual(toLines(series))
      }),
    )
  })
})

describe('downsampling', () => {
  const spend = (at: number): number => 100_000 - at / hour
  const made = (): Series => {
    const series = seriesOf(readings(100 * day, 30 * minute, spend))
    series.addRise({ at: start + 3 * day, cents: 7, here: true })
    return series
  }

  it('keeps all readings of two days, then the last of each hour for 90 days, then the last of each day', () => {
    const series = made()
    downsample(series, start + 100 * day)
    const kept = times(series)
    expect(kept.filter((at) => at >= 98 * day)).toHaveLength(97)
    const hourly = kept.filter((at) => at < 98 * day && at >= 10 * day)
    expect(hourly).toHaveLength(88 * 24)
    expect(new Set(hourly.map((at) => at % hour))).toEqual(new Set([30 * minute]))
    expect(kept.filter((at) => at < 10 * day).length).toBeLessThanOrEqual(12)
  })

  it('drops readings older than five years', () => {
    const series = made()
    expect(downsample(series, start + 6 * 365 * day)).toBeGreaterThan(0)
    expect(series.length).toBe(0)
    expect(toLines(series).filter((line) => 'credit' in line)).toEqual([])
  })

  it('property: changes no sum between the kept readings', () => {
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
        for (const line of toLines(series)) replay(before, line)
        downsample(series, start + at)
        for (let index = 1; index < series.length; index += 1) {
          const [from, to] = [series.reading(index - 1).at, series.reading(index).at]
          expect(series.spent(from, to)).toBeCloseTo(before.spent(from, to), 3)
          expect(series.sumOfRises(from, to)).toBeCloseTo(before.sumOfRises(from, to), 6)
        }
      }),
    )
  })

  it('measures ages from a time that a hundred readings confirm', () => {
    const series = seriesOf(readings(2 * day, 10 * minute, spend))
    series.add({ at: start + 9000 * day, creditCents: 0, heldCents: 0 })
    expect(confirmedNow(series, start + 9000 * day)).toBeLessThan(start + 2 * day)
    downsample(series, confirmedNow(series, start + 9000 * day))
    expect(series.length).toBe(290)
  })
})
