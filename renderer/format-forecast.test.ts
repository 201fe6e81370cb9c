import { describe, expect, test } from 'vitest'
import { formatBasis, formatPace, formatTimeLeft } from './format-forecast.ts'

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
    expect(formatPace(known, null)).toBe('at this week’s pace, $20.14 a day')
    expect(formatPace({ ...known, basisMs: 3 * day }, null)).toBe(
      'at the pace of the last 3 days, $20.14 a day',
    )
    expect(formatPace(known, '14:08')).toBe('at the pace known at 14:08, $20.14 a day')
    expect(formatBasis(30 * hour)).toBe('30 hours')
  })
})
