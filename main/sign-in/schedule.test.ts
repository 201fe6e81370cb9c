import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  afterFailedPoll,
  afterPending,
  afterSlowDown,
  initialSchedule,
  minWaitMs,
  type PollSchedule,
  waitMs,
} from './schedule.ts'

test('waits a little longer than the interval, as clocks drift', () => {
  expect(waitMs(initialSchedule(5000))).toBe(6000)
})

test('slow_down adds five seconds permanently, or sets a longer interval', () => {
  const slowed = afterSlowDown(initialSchedule(5000), null)
  expect(slowed.intervalMs).toBe(10_000)
  expect(afterPending(slowed).intervalMs).toBe(10_000)
  expect(afterSlowDown(slowed, null).intervalMs).toBe(15_000)
  expect(afterSlowDown(initialSchedule(5000), 30_000).intervalMs).toBe(30_000)
  expect(afterSlowDown(initialSchedule(5000), 1000).intervalMs).toBe(10_000)
})

test('a failed poll doubles the wait up to a minute, and a good answer resets it', () => {
  let schedule = initialSchedule(5000)
  const waits = Array.from({ length: 6 }, () => {
    schedule = afterFailedPoll(schedule)
    return waitMs(schedule)
  })
  expect(waits).toEqual([12_000, 24_000, 48_000, 60_000, 60_000, 60_000])
  expect(waitMs(afterPending(schedule))).toBe(6000)
})

test('honours Retry-After, also for the minimum wait', () => {
  const schedule = afterFailedPoll(initialSchedule(5000), 90_000)
  expect(waitMs(schedule)).toBe(90_000)
  expect(minWaitMs(schedule)).toBe(90_000)
})

const step = fc.oneof(
  fc.constant(afterPending),
  fc
    .option(fc.integer({ min: 0, max: 300_000 }))
    .map((named) => (s: PollSchedule) => afterSlowDown(s, named)),
  fc.nat(600_000).map((retryAfterMs) => (s: PollSchedule) => afterFailedPoll(s, retryAfterMs)),
)

test('property: no wait is shorter than the interval, and the interval never shrinks', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 300_000 }), fc.array(step), (intervalMs, steps) => {
      let schedule = initialSchedule(intervalMs)
      for (const next of steps) {
        const before = schedule.intervalMs
        schedule = next(schedule)
        expect(schedule.intervalMs).toBeGreaterThanOrEqual(before)
        expect(minWaitMs(schedule)).toBeGreaterThanOrEqual(schedule.intervalMs)
        expect(waitMs(schedule)).toBeGreaterThanOrEqual(minWaitMs(schedule))
      }
    }),
  )
})
