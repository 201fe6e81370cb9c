import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { DeferredShow } from './deferred-show.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function opening() {
  const show = vi.fn()
  const onLate = vi.fn()
  return { show, onLate, deferred: new DeferredShow(show, onLate) }
}

it('shows the window once its page has rendered', () => {
  const { show, onLate, deferred } = opening()
  expect(deferred.isPending).toBe(true)
  vi.advanceTimersByTime(1999)
  expect(show).not.toHaveBeenCalled()
  deferred.ready()
  expect(show).toHaveBeenCalledOnce()
  expect(deferred.isPending).toBe(false)
  vi.advanceTimersByTime(60_000)
  expect(show).toHaveBeenCalledOnce()
  expect(onLate).not.toHaveBeenCalled()
})

it('shows it after two seconds without a report of the page', () => {
  const { show, onLate, deferred } = opening()
  vi.advanceTimersByTime(2000)
  expect(show).toHaveBeenCalledOnce()
  expect(onLate).toHaveBeenCalledOnce()
  deferred.ready()
  expect(show).toHaveBeenCalledOnce()
})

it('shows no empty window when it is requested again while the page loads', () => {
  const { show, deferred } = opening()
  deferred.request()
  expect(show).not.toHaveBeenCalled()
  deferred.ready()
  expect(show).toHaveBeenCalledOnce()
})

it('brings the window to the front at each request once it was ready', () => {
  const { show, deferred } = opening()
  deferred.ready()
  deferred.request()
  expect(show).toHaveBeenCalledTimes(2)
})

it('keeps a window hidden that was closed before its page had rendered', () => {
  const { show, deferred } = opening()
  deferred.withdraw()
  expect(deferred.isPending).toBe(false)
  deferred.ready()
  vi.advanceTimersByTime(2000)
  expect(show).not.toHaveBeenCalled()
  deferred.request()
  expect(show).toHaveBeenCalledOnce()
})

it('shows a window that was closed and requested again while the page loads', () => {
  const { show, deferred } = opening()
  deferred.withdraw()
  deferred.request()
  expect(show).not.toHaveBeenCalled()
  deferred.ready()
  expect(show).toHaveBeenCalledOnce()
})

it('keeps a closed window hidden when its page reloads', () => {
  const { show, deferred } = opening()
  deferred.ready()
  deferred.withdraw()
  deferred.ready()
  expect(show).toHaveBeenCalledOnce()
})

it('shows nothing once the window is gone', () => {
  const { show, onLate, deferred } = opening()
  deferred.cancel()
  vi.advanceTimersByTime(2000)
  deferred.ready()
  expect(show).not.toHaveBeenCalled()
  expect(onLate).not.toHaveBeenCalled()
})
