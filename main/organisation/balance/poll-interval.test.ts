import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Circumstances, paceMs, staleAfterMs, withJitter } from './poll-interval.ts'

const minute = 60_000
const hour = 60 * minute

test.each([
  ['normal', true, 1],
  ['normal', false, 5],
  ['slower', true, 5],
  ['slower', false, 15],
  ['slowest', true, 15],
  ['slowest', false, 60],
] as const)('%s, in sight: %s: every %i minutes', (setting, inSight, minutes) => {
  const at = (more: Partial<Circumstances>) =>
    paceMs({ setting, inSight, onBattery: false, unchangedMs: 0, ...more })
  expect(at({})).toBe(minutes * minute)
  expect(at({ onBattery: true })).toBe(2 * minutes * minute)
})

test('an account on which nothing happens is read less often, unless somebody looks at it', () => {
  const quiet = { setting: 'normal', onBattery: false, unchangedMs: 3 * hour } as const
  expect(paceMs({ ...quiet, inSight: false })).toBe(15 * minute)
  expect(paceMs({ ...quiet, inSight: false, unchangedMs: 3 * hour - 1 })).toBe(5 * minute)
  expect(paceMs({ ...quiet, inSight: true })).toBe(minute)
  expect(paceMs({ ...quiet, inSight: false, setting: 'slowest' })).toBe(60 * minute)
})

test('whoever looks waits no longer, whoever saves power no less; chance only adds', () => {
  const circumstances = fc.record({
    setting: fc.constantFrom('normal', 'slower', 'slowest'),
    inSight: fc.boolean(),
    onBattery: fc.boolean(),
    unchangedMs: fc.integer({ min: 0, max: 100 * hour }),
  })
  fc.assert(
    fc.property(circumstances, fc.double({ min: 0, max: 0.999, noNaN: true }), (given, fraction) => {
      const pace = paceMs(given)
      expect(paceMs({ ...given, inSight: true })).toBeLessThanOrEqual(pace)
      expect(paceMs({ ...given, onBattery: true })).toBeGreaterThanOrEqual(pace)
      expect(withJitter(pace, fraction)).toBeGreaterThanOrEqual(pace)
      expect(staleAfterMs(pace)).toBeGreaterThan(3 * withJitter(pace, fraction))
    }),
  )
})
