/** Builders of time series for tests and benchmarks. */
import { Series } from '../organisation/history/series.ts'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** Noon of a winter's day, UTC. */
export const start = Date.UTC(2026, 0, 15, 12)

type Step =
  | { readonly at: number; readonly credit: number; readonly held?: number }
  | { readonly topUp: number; readonly at: number }

/** Adds the steps in this order; `at` counts from `start`. */
export function seriesOf(steps: readonly Step[]): Series {
  const series = new Series()
  for (const step of steps) {
    const at = start + step.at
    if ('topUp' in step) series.addTopUp(at, step.topUp)
    else series.add({ at, creditCents: step.credit, heldCents: step.held ?? 0 })
  }
  return series
}

/** A reading every `everyMs`, from 0 up to and including `forMs`. */
export function readings(
  forMs: number,
  everyMs: number,
  creditAt: (at: number) => number,
  heldAt: (at: number) => number = () => 0,
): Step[] {
  const count = Math.floor(forMs / everyMs) + 1
  return Array.from({ length: count }, (_, index) => {
    const at = index * everyMs
    return { at, credit: creditAt(at), held: heldAt(at) }
  })
}
