/** How long the property tests that `npm run test:soak` repeats may run. */
import type { Parameters } from 'fast-check'

const minutes = process.env.PARALLEL_TRAY_SOAK_MINUTES
const seed = process.env.PARALLEL_TRAY_SEED

/**
 * Parameters for `fc.assert`: `usualRuns`, or in a soak as many as fit into its minutes. `PARALLEL_TRAY_SEED` repeats a
 * run. The seed is printed, also for a run that passes.
 */
export function soakParameters(usualRuns: number): Parameters<unknown> & { readonly seed: number } {
  const chosen = seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(seed)
  if (minutes === undefined) return { numRuns: usualRuns, seed: chosen }
  const limitMs = Number(minutes) * 60_000
  return { numRuns: 2 ** 31 - 1, seed: chosen, interruptAfterTimeLimit: limitMs }
}
