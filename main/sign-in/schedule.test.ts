import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  afterPending,
  afterSlowDown,
  afterTrouble,
  firstSchedule,
  leastWaitMs,
  type PollSchedule,
  waitMs,
} from './schedule.ts'

test('a little more than the interval is waited, because clocks drift', () => {
  expect(waitMs(firstSchedule(5000))).toBe(6000)
})

test('slow_down adds five seconds for good, or takes the longer interval that is named', () => {
  const slowed = afterSlowDown(firstSchedule(5000), null)
  expect(slowed.intervalMs).toBe(10_000)
  expect(afterPending(slowed).intervalMs).toBe(10_000)
  expect(afterSlowDown(slowed, null).intervalMs).toBe(15_000)
  expect(afterSlowDown(firstSchedule(5000), 30_000).intervalMs).toBe(30_000)
  expect(afterSlowDown(firstSchedule(5000), 1000).intervalMs).toBe(10_000)
})

test('trouble doubles the wait up to a minute, and one good answer ends that', () => {
  let schedule = firstSchedule(5000)
  const waits = Array.from({ length: 6 }, () => {
    schedule = afterTrouble(schedule)
    return waitMs(schedule)
  })
  expect(waits).toEqual([12_000, 24_000, 48_000, 60_000, 60_000, 60_000])
  expect(waitMs(afterPending(schedule))).toBe(6000)
})

test('Retry-After is honoured, also by the hurried', () => {
  const schedule = afterTrouble(firstSchedule(5000), 90_000)
  expect(waitMs(schedule)).toBe(90_000)
  expect(leastWaitMs(schedule)).toBe(90_000)
})

const step = fc.oneof(
  fc.constant(afterPending),
  fc
    .option(fc.integer({ min: 0, max: 300_000 }))
    .map((named) => (s: PollSchedule) => afterSlowDown(s, named)),
  fc.nat(600_000).map((retryAfterMs) => (s: PollSchedule) => afterTrouble(s, retryAfterMs)),
)

test('law: no wait is ever shorter than the interval, and the interval never shrinks', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 300_000 }), fc.array(step), (intervalMs, steps) => {
      let schedule = firstSchedule(intervalMs)
      for (const next of steps) {
        const before = schedule.intervalMs
        schedule = next(schedule)
        expect(schedule.intervalMs).toBeGreaterThanOrEqual(before)
        expect(leastWaitMs(schedule)).toBeGreaterThanOrEqual(schedule.intervalMs)
        expect(waitMs(schedule)).toBeGreaterThanOrEqual(leastWaitMs(schedule))
      }
    }),
  )
})
