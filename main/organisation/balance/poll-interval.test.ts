import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  maxPollIntervalMs,
  type PollConditions,
  pollIntervalMs,
  staleAfterMs,
  withJitter,
} from './poll-interval.ts'

const minute = 60_000
const hour = 60 * minute

test.each([
  ['normal', true, 1],
  ['normal', false, 5],
  ['slower', true, 5],
  ['slower', false, 15],
  ['slowest', true, 15],
  ['slowest', false, 60],
] as const)('%s, foreground: %s: every %i minutes', (setting, isForeground, minutes) => {
  const at = (more: Partial<PollConditions>) =>
    pollIntervalMs({ setting, isForeground, onBattery: false, ...more }, 0)
  expect(at({})).toBe(minutes * minute)
  expect(at({ onBattery: true })).toBe(2 * minutes * minute)
})

test('reads an account on which nothing happens less often, unless it is on screen', () => {
  const background = { setting: 'normal', onBattery: false, isForeground: false } as const
  expect(pollIntervalMs(background, 3 * hour)).toBe(15 * minute)
  expect(pollIntervalMs(background, 3 * hour - 1)).toBe(5 * minute)
  expect(pollIntervalMs({ ...background, isForeground: true }, 3 * hour)).toBe(minute)
  expect(pollIntervalMs({ ...background, setting: 'slowest' }, 3 * hour)).toBe(60 * minute)
})

test('waits no longer in the foreground, no less on battery; jitter only adds', () => {
  const conditions = fc.record({
    setting: fc.constantFrom('normal', 'slower', 'slowest'),
    isForeground: fc.boolean(),
    onBattery: fc.boolean(),
  })
  const unchanged = fc.integer({ min: 0, max: 100 * hour })
  const fractions = fc.double({ min: 0, max: 0.999, noNaN: true })
  fc.assert(
    fc.property(conditions, unchanged, fractions, (given, unchangedMs, fraction) => {
      const interval = pollIntervalMs(given, unchangedMs)
      expect(pollIntervalMs({ ...given, isForeground: true }, unchangedMs)).toBeLessThanOrEqual(interval)
      expect(pollIntervalMs({ ...given, onBattery: true }, unchangedMs)).toBeGreaterThanOrEqual(interval)
      expect(maxPollIntervalMs(given)).toBeGreaterThanOrEqual(interval)
      expect(withJitter(interval, fraction)).toBeGreaterThanOrEqual(interval)
      expect(staleAfterMs(interval)).toBeGreaterThan(3 * withJitter(interval, fraction))
    }),
  )
})
