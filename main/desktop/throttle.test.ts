import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Throttle } from './throttle.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function throttled() {
  const run = vi.fn()
  return { run, throttle: new Throttle(run, 100) }
}

it('runs a single call at once, without a timer', () => {
  const { run, throttle } = throttled()
  throttle.call()
  expect(run).toHaveBeenCalledOnce()
  expect(vi.getTimerCount()).toBe(0)
  vi.advanceTimersByTime(1000)
  expect(run).toHaveBeenCalledOnce()
})

it('merges a burst of calls, and always runs the last one', () => {
  const { run, throttle } = throttled()
  for (let ms = 0; ms < 250; ms += 10) {
    throttle.call()
    vi.advanceTimersByTime(10)
  }
  expect(run).toHaveBeenCalledTimes(3)
  vi.advanceTimersByTime(1000)
  expect(run).toHaveBeenCalledTimes(4)
})

it('runs a pending call when flushed, and nothing twice', () => {
  const { run, throttle } = throttled()
  throttle.flush()
  expect(run).not.toHaveBeenCalled()
  throttle.call()
  throttle.call()
  throttle.flush()
  expect(run).toHaveBeenCalledTimes(2)
  vi.advanceTimersByTime(99)
  throttle.call()
  expect(run).toHaveBeenCalledTimes(2)
  vi.advanceTimersByTime(1)
  expect(run).toHaveBeenCalledTimes(3)
})
