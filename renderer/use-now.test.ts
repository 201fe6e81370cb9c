import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ageTickMs, onTick } from './use-now.ts'

const page = Object.assign(new EventTarget(), { visibilityState: 'visible' })

function setVisible(isVisible: boolean): void {
  page.visibilityState = isVisible ? 'visible' : 'hidden'
  page.dispatchEvent(new Event('visibilitychange'))
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 })
  vi.stubGlobal('document', page)
  page.visibilityState = 'visible'
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('ticks when the age of a moment changes', () => {
  const listener = vi.fn()
  const stop = onTick(ageTickMs, Date.now() - 90_000, listener)
  vi.advanceTimersByTime(29_999)
  expect(listener).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(listener).toHaveBeenCalledOnce()
  vi.advanceTimersByTime(ageTickMs)
  expect(listener).toHaveBeenCalledTimes(2)
  stop()
})

test('has one timer for all that tick together, and none once they have stopped', () => {
  const stops = [0, 0, 0].map((since) => onTick(ageTickMs, since, () => {}))
  expect(vi.getTimerCount()).toBe(1)
  for (const stop of stops) stop()
  expect(vi.getTimerCount()).toBe(0)
})

test('doesn’t tick while the window is hidden, and does at once when it is shown', () => {
  const listener = vi.fn()
  const stop = onTick(ageTickMs, 0, listener)
  setVisible(false)
  vi.advanceTimersByTime(10 * ageTickMs)
  expect(listener).not.toHaveBeenCalled()
  expect(vi.getTimerCount()).toBe(0)
  setVisible(true)
  expect(listener).toHaveBeenCalledOnce()
  expect(vi.getTimerCount()).toBe(1)
  stop()
})
