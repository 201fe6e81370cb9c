import fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import { day, hour, minute, readings, seriesOf, start } from '../../testing/sample-series.ts'
import { forecast } from './forecast.ts'

const zone = process.env.TZ
afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

/** $24 a day. */
const steady = (at: number): number => 30_000 - (at / hour) * 100

it('forecasts 12.5 days for $300 at $24 a day', () => {
  const series = seriesOf(readings(5 * day, 5 * minute, steady))
  expect(forecast(series)).toEqual({
    kind: 'known',
    perDayCents: expect.closeTo(2400, 6),
    basisMs: 5 * day,
    runsOutAt: expect.closeTo(start + 12.5 * day, -1),
  })
})

it('uses at most seven days', () => {
  const series = seriesOf(
    readings(20 * day, hour, (at) =>
      at < 10 * day ? 90_000 - at / minute : 50_000 - (at - 10 * day) / hour,
    ),
  )
  expect(forecast(series)).toMatchObject({ perDayCents: expect.closeTo(24, 6), basisMs: 7 * day })
})

it('counts bursts by their cost, whenever they happened', () => {
  const series = seriesOf(readings(4 * day, 5 * minute, (at) => 10_000 - Math.floor(at / day) * 1000))
  expect(forecast(series)).toMatchObject({ perDayCents: expect.closeTo(1000, 6) })
})

it('counts top-ups and rises from elsewhere as money, not as spending', () => {
  const withMoney = readings(
    4 * day,
    hour,
    (at) => steady(at) + (at >= 2 * day ? 5000 : 0) + (at >= 3 * day ? 2500 : 0),
  )
  const series = seriesOf(
    withMoney.flatMap((one) => (one.at === 2 * day ? [{ at: one.at - minute, topUp: 5000 }, one] : [one])),
  )
  expect(series.rises.map(({ here }) => here)).toEqual([true, false])
  // The $1 spent in the hour of the rise from elsewhere can't be distinguished from a smaller rise.
  expect(forecast(series)).toMatchObject({ perDayCents: expect.closeTo(2375, 6) })
})

it('excludes held money, whose changes are not spending', () => {
  const swinging = readings(4 * day, hour, steady, (at) => ((at / hour) % 5 === 0 ? 900 : 100))
  const perDay = { perDayCents: expect.closeTo(2400, 6) }
  expect(forecast(seriesOf(swinging))).toMatchObject(perDay)
  const last = { at: 4 * day + 1, credit: steady(4 * day), held: 10_000 }
  const left = ((steady(4 * day) - 10_000) / 2400) * day
  expect(forecast(seriesOf([...swinging, last]))).toMatchObject({
    runsOutAt: expect.closeTo(start + 4 * day + left, -2),
  })
})

it('counts spending during a gap in the readings', () => {
  const series = seriesOf(readings(4 * day, hour, steady).filter(({ at }) => at < day || at > 3 * day))
  expect(forecast(series)).toMatchObject({ perDayCents: expect.closeTo(2400, 6) })
})

it('reports that the money has run out', () => {
  const series = seriesOf(
    readings(
      2 * day,
      hour,
      (at) => 100 - at / hour,
      () => 90,
    ),
  )
  expect(forecast(series)).toMatchObject({ kind: 'known', runsOutAt: start + 2 * day })
})

it('gives no forecast on the first day, from two readings or from none', () => {
  const almost = readings(day - hour, hour, steady)
  expect(forecast(seriesOf(almost))).toEqual({ kind: 'not-enough', since: start })
  const two = [
    { at: 0, credit: 10 },
    { at: 2 * day, credit: 5 },
  ]
  expect(forecast(seriesOf(two))).toEqual({ kind: 'not-enough', since: start })
  expect(forecast(seriesOf([]))).toEqual({ kind: 'not-enough', since: null })
})

it('gives no end without spending', () => {
  const series = seriesOf(
    readings(
      3 * day,
      hour,
      () => 500,
      (at) => at % 7,
    ),
  )
  expect(forecast(series)).toEqual({ kind: 'no-spending', basisMs: 3 * day })
})

it('measures the spending rate in hours, so a day of 23 hours changes nothing', () => {
  process.env.TZ = 'America/New_York'
  const from = Date.UTC(2026, 2, 5) - start
  const series = seriesOf(readings(7 * day, hour, steady).map((one) => ({ ...one, at: one.at + from })))
  expect(forecast(series)).toMatchObject({ perDayCents: expect.closeTo(2400, 6) })
})

it('ignores a reading from a wrong clock in the future', () => {
  const week = readings(3 * day, hour, steady)
  const series = seriesOf([
    ...week,
    { at: 900 * day, credit: steady(3 * day) },
    { at: 3 * day + hour, credit: steady(3 * day + hour) },
  ])
  expect(forecast(series)).toMatchObject({ basisMs: 3 * day + hour, perDayCents: expect.closeTo(2400, 6) })
})

const spendings = fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 30, maxLength: 200 })

/** The spending rate of hourly readings that each spend so much. */
function rateOf(
  spent: readonly number[],
  change: { topUpAt?: number; scale?: number; held?: readonly number[] } = {},
) {
  const { scale = 1, topUpAt = -1, held = [] } = change
  let credit = 1_000_000 * scale
  const steps = spent.flatMap((cents, index) => {
    credit -= cents * scale
    const topUp = index === topUpAt ? [{ at: index * hour - minute, topUp: 5000 }] : []
    if (index === topUpAt) credit += 5000
    return [...topUp, { at: index * hour, credit, held: held[index % held.length] ?? 0 }]
  })
  const known = forecast(seriesOf(steps))
  return known.kind === 'known' ? known.perDayCents : 0
}

it('property: a top-up does not change the spending rate', () => {
  fc.assert(
    fc.property(spendings, fc.nat(), (spent, where) => {
      // Neither before the first reading nor at the start of the week that the forecast uses.
      const topUpAt = spent.length - 1 - (where % Math.min(spent.length - 1, 160))
      expect(rateOf(spent, { topUpAt })).toBeCloseTo(rateOf(spent), 3)
    }),
  )
})

it('property: the spending rate scales with the amounts', () => {
  fc.assert(
    fc.property(spendings, fc.integer({ min: 2, max: 50 }), (spent, scale) => {
      expect(rateOf(spent, { scale })).toBeCloseTo(rateOf(spent) * scale, 3)
    }),
  )
})

it('property: held money does not change the spending rate', () => {
  fc.assert(
    fc.property(spendings, fc.array(fc.nat(5000), { minLength: 1 }), (spent, held) => {
      expect(rateOf(spent, { held })).toBeCloseTo(rateOf(spent), 6)
    }),
  )
})
