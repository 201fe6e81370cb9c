import { describe, expect, test } from 'vitest'
import { sampleNow, sampleOrganisation } from '../preload/testing/samples.ts'
import { describeForecast, formatBasis, formatPace, formatTimeLeft } from './format-forecast.ts'

const hour = 3600_000
const day = 24 * hour

describe('formatting a forecast', () => {
  test.each([
    [-day, 'Less than a day left'],
    [day - 1, 'Less than a day left'],
    [day, 'About 1 day left'],
    [9.2 * day, 'About 9 days left'],
    [60 * day, 'About 60 days left'],
    [60 * day + 1, 'More than two months left'],
  ])('of %d ms: %s', (ms, expected) => {
    expect(formatTimeLeft(ms)).toBe(expected)
  })

  test('names the pace it is based on', () => {
    const known = { kind: 'known', perDayCents: 2014, basisMs: 7 * day, runsOutAt: 0 } as const
    expect(formatPace(known, null)).toBe('at the pace of the last 7 days, $20.14 a day')
    expect(formatPace({ ...known, basisMs: 3 * day }, null)).toBe(
      'at the pace of the last 3 days, $20.14 a day',
    )
    expect(formatPace(known, '14:08')).toBe('at the pace known at 14:08, $20.14 a day')
    expect(formatBasis(30 * hour)).toBe('30 hours')
  })
})

describe('describing a forecast', () => {
  const lasting = (leftMs: number, spendableCents = 18_420) =>
    sampleOrganisation({
      balance: { creditCents: 0, heldCents: 0, spendableCents, invoiced: false, readAt: sampleNow },
      history: {
        ...sampleOrganisation().history,
        forecast: { kind: 'known', perDayCents: 2014, basisMs: 7 * day, runsOutAt: sampleNow + leftMs },
      },
    })

  test('stays plain while there is more than a day left', () => {
    expect(describeForecast(lasting(day), false, sampleNow)).toMatchObject({ tone: '' })
  })

  test('warns below a day, with the hour', () => {
    const { title, description, tone } = describeForecast(lasting(5 * hour), false, sampleNow)
    expect({ title, tone }).toEqual({ title: 'Less than a day left', tone: 'warn-ink' })
    expect(description).toContain('$20.14')
  })

  test('says what it means that nothing is left', () => {
    expect(describeForecast(lasting(0, 0), false, sampleNow)).toEqual({
      title: 'Nothing left to spend',
      description: 'Requests that cost money fail until you top up.',
      tone: 'danger-ink',
    })
  })

  test('a stale forecast names when it was known, without an hour', () => {
    expect(describeForecast(lasting(5 * hour), true, sampleNow).description).toContain('known at')
  })
})
