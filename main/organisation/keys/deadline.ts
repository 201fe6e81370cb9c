/** Waiting for a moment that a sleeping machine must not put off. */
import type { Clock } from '../../ports.ts'

/**
 * Resolves with true when `ms` have passed, by the wall clock or by elapsed time, whichever is sooner: after a
 * sleep at once, and in time also when somebody sets the clock back. False as soon as the signal is aborted.
 */
export async function passed(clock: Clock, ms: number, signal: AbortSignal): Promise<boolean> {
  const wall = clock.now() + ms
  const elapsed = clock.elapsed() + ms
  while (!signal.aborted) {
    const left = Math.min(wall - clock.now(), elapsed - clock.elapsed())
    if (left <= 0) return true
    await clock.wait(left, signal)
  }
  return false
}
