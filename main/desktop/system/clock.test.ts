import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { systemClock } from './clock.ts'

const hour = 3600 * 1000
const never = () => new AbortController().signal

describe('systemClock', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('waits for the given time', async () => {
    const done = vi.fn()
    void systemClock().wait(5000, never()).then(done)
    await vi.advanceTimersByTimeAsync(4999)
    expect(done).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(done).toHaveBeenCalledWith('elapsed')
  })

  it('ends a wait of zero at once', async () => {
    await expect(systemClock().wait(0, never())).resolves.toBe('elapsed')
    await expect(systemClock().wait(-1, never())).resolves.toBe('elapsed')
  })

  it('waits 90 days with timers of at most six hours', async () => {
    const timeouts = vi.spyOn(globalThis, 'setTimeout')
    const done = vi.fn()
    void systemClock()
      .wait(90 * 24 * hour, never())
      .then(done)
    await vi.advanceTimersByTimeAsync(90 * 24 * hour - 1)
    expect(done).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(done).toHaveBeenCalledWith('elapsed')
    expect(Math.max(...timeouts.mock.calls.map(([, ms]) => ms ?? 0))).toBe(6 * hour)
  })

  it('ends every wait when the machine wakes up', async () => {
    const clock = systemClock()
    const waits = [clock.wait(1000, never()), clock.wait(90 * 24 * hour, never())]
    clock.wakeAll()
    await expect(Promise.all(waits)).resolves.toEqual(['woken', 'woken'])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('notices at the next timer that the wall clock is past the due time', async () => {
    const done = vi.fn()
    void systemClock()
      .wait(24 * hour, never())
      .then(done)
    vi.setSystemTime(Date.now() + 48 * hour)
    await vi.advanceTimersByTimeAsync(6 * hour)
    expect(done).toHaveBeenCalledWith('woken')
  })

  it('isn’t affected by a clock that is set back', async () => {
    const done = vi.fn()
    void systemClock().wait(hour, never()).then(done)
    vi.setSystemTime(Date.now() - 48 * hour)
    await vi.advanceTimersByTimeAsync(hour - 1)
    expect(done).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(done).toHaveBeenCalledWith('elapsed')
  })

  it('ends at once when aborted, before or during the wait, and removes its listener', async () => {
    const clock = systemClock()
    await expect(clock.wait(1000, AbortSignal.abort())).resolves.toBe('aborted')
    const abort = new AbortController()
    const wait = clock.wait(1000, abort.signal)
    abort.abort()
    await expect(wait).resolves.toBe('aborted')
    expect(vi.getTimerCount()).toBe(0)
  })
})
