import { afterEach, describe, expect, it } from 'vitest'
import { daysAgo, nextDay, startOfDay } from '../../calendar.ts'
import { day, hour, minute, readings, seriesOf, start } from '../../testing/sample-series.ts'
import { fileNameFor, toCsv, toJson } from './export.ts'
import type { Series } from './series.ts'
import { historyView, sinceYesterdayCents, trend } from './view.ts'

const zone = process.env.TZ
afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

const interval = 5 * minute
const steady = (at: number): number => 100_000 - (at / hour) * 100

describe('points', () => {
  it('are all readings when there are few', () => {
    const series = seriesOf(readings(20 * hour, hour, steady, () => 7))
    const { points } = historyView(series, 'day', start + 20 * hour, interval)
    expect(points).toHaveLength(21)
    expect(points[0]).toEqual({ at: start, spendableCents: 99_993, heldCents: 7 })
  })

  it('are at most 500, in order, and include the highest, the lowest and both ends', () => {
    const credit = (at: number): number => (at === 3 * day ? 9 : at === 5 * day + hour ? 300_000 : steady(at))
    const series = seriesOf(readings(7 * day, 5 * minute, credit))
    const { points } = historyView(series, 'week', start + 7 * day, interval)
    expect(points.length).toBeLessThanOrEqual(500)
    expect(points.length).toBeGreaterThan(240)
    const values = points.map((one) => one.spendableCents)
    expect([Math.min(...values), Math.max(...values)]).toEqual([9, 300_000])
    expect(points.map(({ at }) => at)).toEqual(points.map(({ at }) => at).sort((a, b) => a - b))
    expect([points[0]?.at, points.at(-1)?.at]).toEqual([start, start + 7 * day])
  })
})

describe('gaps', () => {
  const view = (series: Series, now: number, every = interval) =>
    historyView(series, 'day', start + now, every).gaps

  it('are longer than 20 minutes or three regular intervals', () => {
    const series = seriesOf([0, 20, 41, 45].map((at) => ({ at: at * minute, credit: 1000 - at })))
    expect(view(series, 50 * minute)).toEqual([{ from: start + 20 * minute, to: start + 41 * minute }])
    expect(view(series, 50 * minute, 10 * minute)).toEqual([])
  })

  it('reach from the last reading until now, and never begin before the first reading', () => {
    const series = seriesOf([{ at: 0, credit: 5 }])
    expect(view(series, hour)).toEqual([{ from: start, to: start + hour }])
    expect(view(seriesOf([]), hour)).toEqual([])
  })

  it('are not shown between unchanged readings', () => {
    expect(view(seriesOf(readings(6 * hour, 5 * minute, () => 5)), 6 * hour)).toEqual([])
  })

  it('are not shown between downsampled readings', () => {
    const series = seriesOf(readings(30 * day, 115 * minute, steady))
    const { gaps } = historyView(series, 'month', start + 30 * day, interval)
    expect(gaps.every(({ to }) => to > start + 28 * day - hour)).toBe(true)
  })
})

describe('days', () => {
  it('follow the local calendar, newest first, and add up', () => {
    process.env.TZ = 'UTC'
    const money = readings(3 * day, hour, (at) => steady(at) + (at >= day ? 5000 : 0)).flatMap((one) =>
      one.at === day ? [{ at: day - minute, topUp: 5000 }, one] : [one],
    )
    const { days, spentCents, rises } = historyView(seriesOf(money), 'week', start + 3 * day, 30 * minute)
    expect(days.map(({ spentCents }) => Math.round(spentCents))).toEqual([1200, 2400, 2400, 1200])
    expect(days.map(({ addedCents }) => addedCents)).toEqual([0, 0, 5000, 0])
    expect(days.map(({ leftCents }) => leftCents)).toEqual([97_800, 99_100, 101_500, 98_900])
    expect([days[3]?.from, days[3]?.to]).toEqual([start, start + 12 * hour])
    expect(spentCents).toBeCloseTo(7200, 6)
    expect(rises).toEqual([{ at: start + day - minute, cents: 5000, here: true }])
  })

  it('without readings count their spending, and say how long nothing was read', () => {
    process.env.TZ = 'UTC'
    const series = seriesOf([
      { at: 0, credit: 4800 },
      { at: 2 * day, credit: 0 },
    ])
    const { days } = historyView(series, 'week', start + 2 * day, interval)
    expect(days).toMatchObject([
      { spentCents: 1200, leftCents: 0, unreadMs: 12 * hour },
      { spentCents: 2400, leftCents: null, unreadMs: day },
      { spentCents: 1200, leftCents: 4800, unreadMs: 12 * hour },
    ])
  })

  it.each([
    ['of 23 hours', Date.UTC(2026, 2, 8, 17), 23],
    ['of 25 hours', Date.UTC(2026, 10, 1, 17), 25],
  ])('a day %s is one day', (_name, noon, hours) => {
    process.env.TZ = 'America/New_York'
    expect((nextDay(noon) - startOfDay(noon)) / hour).toBe(hours)
    const from = noon - 3 * day - start
    const series = seriesOf(readings(6 * day, hour, steady).map((one) => ({ ...one, at: one.at + from })))
    const { days } = historyView(series, 'week', noon + 2 * day, interval)
    const lengths = days.map(({ from, to }) => (to - from) / hour)
    expect(lengths.slice(1, -1)).toEqual([24, hours, 24, 24])
    for (const [index, one] of days.entries()) expect(days[index + 1]?.to ?? one.from).toBe(one.from)
    expect(days[2]?.spentCents).toBeCloseTo(hours * 100, 6)
    expect(new Date(daysAgo(noon, 7)).getHours()).toBe(new Date(noon).getHours())
  })
})

describe('since yesterday', () => {
  it('is the difference of the spendable amounts, with top-ups and held money', () => {
    const series = seriesOf(readings(day, hour, steady, (at) => (at === day ? 50 : 0)))
    expect(sinceYesterdayCents(series)).toBe(-2450)
  })

  it('is unknown without a reading within an hour of a day ago', () => {
    const series = seriesOf(
      readings(2 * day, hour, steady).filter(({ at }) => at < 22 * hour || at > 26 * hour),
    )
    expect(sinceYesterdayCents(series)).toBeNull()
    expect(sinceYesterdayCents(seriesOf([{ at: 0, credit: 1 }]))).toBeNull()
    expect(sinceYesterdayCents(seriesOf([]))).toBeNull()
  })
})

describe('the trend', () => {
  it('is the spendable amount at the same time of the last 14 days, ending with the newest reading', () => {
    const series = seriesOf(readings(20 * day, hour, steady, () => 50))
    const values = trend(series)
    expect(values).toHaveLength(15)
    expect(values.at(-1)).toBe(steady(20 * day) - 50)
    expect(values[0]).toBe(steady(6 * day) - 50)
  })

  it('is unknown for days without a reading, and before the first reading', () => {
    const series = seriesOf(
      readings(5 * day, hour, () => 1000.4).filter(({ at }) => at < day || at > 3.5 * day),
    )
    expect(trend(series).slice(9)).toEqual([1000, 1000, null, null, 1000, 1000])
    expect(trend(series).slice(0, 9)).toEqual(Array(9).fill(null))
    expect(trend(seriesOf([]))).toEqual([])
  })
})

describe('export', () => {
  const series = seriesOf([
    { at: 0, credit: 1000.25, held: 2000 },
    { at: minute, topUp: 5000 },
    { at: 5 * minute, credit: 5990, held: 0 },
  ])

  it('CSV has a line for each reading and rise, in dollars', () => {
    expect(toCsv(series, 'Halden').split('\r\n')).toEqual([
      '\uFEFForganisation,time,epoch_ms,kind,credit_usd,held_usd,spendable_usd,added_usd',
      `"Halden",2026-01-15T12:00:00.000Z,${start},reading,10.0025,20.00,-9.9975,`,
      `"Halden",2026-01-15T12:01:00.000Z,${start + minute},top-up,,,,50.00`,
      `"Halden",2026-01-15T12:05:00.000Z,${start + 5 * minute},reading,59.90,0.00,59.90,`,
      '',
    ])
  })

  it.each([
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['+1', `"'+1"`],
    ['-1', `"'-1"`],
    ['@x', `"'@x"`],
    ['\tx', `"'\tx"`],
    ['\rx', `"'\rx"`],
    ['\nx', `"'\nx"`],
    ['＝1', `"'＝1"`],
    ['＋1', `"'＋1"`],
    ['－1', `"'－1"`],
    ['＠x', `"'＠x"`],
    ['−1', `"'−1"`],
    [' =1', `"' =1"`],
    ['\u00a0=1', `"'\u00a0=1"`],
    ['\u200b=1', `"'\u200b=1"`],
    ['Zoë = 1', '"Zoë = 1"'],
    ["'=1", `"'=1"`],
    ['a,b "c"', '"a,b ""c"""'],
  ])('CSV escapes the name %j, so that no spreadsheet reads it as a formula', (name, cell) => {
    expect(toCsv(series, name).split('\r\n')[1]?.startsWith(`${cell},2026`)).toBe(true)
  })

  it('JSON has the same rows, in cents', () => {
    expect(JSON.parse(toJson(series, { id: 'org_1', name: 'Halden' }))).toEqual({
      organisation: { id: 'org_1', name: 'Halden' },
      readings: [
        {
          time: '2026-01-15T12:00:00.000Z',
          epochMs: start,
          creditCents: 1000.25,
          heldCents: 2000,
          spendableCents: -999.75,
        },
        {
          time: '2026-01-15T12:05:00.000Z',
          epochMs: start + 5 * minute,
          creditCents: 5990,
          heldCents: 0,
          spendableCents: 5990,
        },
      ],
      added: [{ time: '2026-01-15T12:01:00.000Z', epochMs: start + minute, cents: 5000, here: true }],
    })
  })

  it.each([
    ['Tomás Okafor', 'Tomás-Okafor-history-2026-01-15.csv'],
    ['../../etc/passwd', 'etc-passwd-history-2026-01-15.csv'],
    ['研究所', '研究所-history-2026-01-15.csv'],
    ['...', 'organisation-history-2026-01-15.csv'],
    ['x'.repeat(200), `${'x'.repeat(60)}-history-2026-01-15.csv`],
    [`${'x'.repeat(59)}𠮷y`, `${'x'.repeat(59)}𠮷-history-2026-01-15.csv`],
    [`${'x'.repeat(59)}e\u0323\u0302y`, `${'x'.repeat(59)}ệ-history-2026-01-15.csv`],
    [`x${'\u0301'.repeat(150)}`, `x${'\u0301'.repeat(4)}-history-2026-01-15.csv`],
    ['研'.repeat(100), `${'研'.repeat(33)}-history-2026-01-15.csv`],
    ['می\u200cخواهم', 'میخواهم-history-2026-01-15.csv'],
    ['CON', 'CON-history-2026-01-15.csv'],
    ['a/b\\c:d*e?f"g<h>i|j\u0000k. ', 'a-b-c-d-e-f-g-h-i-j-k-history-2026-01-15.csv'],
    ['\uD83D', 'organisation-history-2026-01-15.csv'],
  ])('makes a safe file name of %j', (name, file) => {
    expect(fileNameFor(name, start, 'csv')).toBe(file)
  })
})
