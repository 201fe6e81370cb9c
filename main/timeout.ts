/** Waits with an end that sleep doesn't move. */
import type { Clock } from './ports.ts'

/** Waits for the work, but no longer than `ms` of elapsed time; a wake from sleep doesn't end the wait. */
export async function withTimeout(clock: Clock, ms: number, work: Promise<unknown>): Promise<void> {
  const done = new AbortController()
  const until = clock.elapsed() + ms
  const timeOut = async (): Promise<void> => {
    while (clock.elapsed() < until && !done.signal.aborted) {
      await clock.wait(until - clock.elapsed(), done.signal)
    }
  }
  await Promise.race([work, timeOut()])
  done.abort()
}

/**
 * Resolves with true when `ms` have passed, by the wall clock or by elapsed time, whichever is sooner: after a
 * sleep at once, and in time also when the clock is set back. False as soon as the signal is aborted.
 */
export async function hasElapsed(clock: Clock, ms: number, signal: AbortSignal): Promise<boolean> {
  const wall = clock.now() + ms
  const elapsed = clock.elapsed() + ms
  while (!signal.aborted) {
    const left = Math.min(wall - clock.now(), elapsed - clock.elapsed())
    if (left <= 0) return true
    await clock.wait(left, signal)
  }
  return false
}
