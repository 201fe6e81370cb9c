/** How often the balance of an organisation is read in the background, as a pure function of what is going on. */
import type { Settings } from '../../../preload/contract/index.ts'

const minuteMs = 60_000

/** `inSight`: on screen in a visible window; `aside`: every other one, and all of them while only the tray shows. */
const paces: Readonly<Record<Settings['pace'], { readonly inSight: number; readonly aside: number }>> = {
  normal: { inSight: minuteMs, aside: 5 * minuteMs },
  slower: { inSight: 5 * minuteMs, aside: 15 * minuteMs },
  slowest: { inSight: 15 * minuteMs, aside: 60 * minuteMs },
}

/** An account on which nothing has happened for so long is read no more often than this. */
const quietAfterMs = 3 * 3600_000
const quietPaceMs = 15 * minuteMs

/** This share of the pace is left to chance, so that organisations don't stay in step. */
const jitterShare = 0.1
const missedUntilStale = 3

export type Circumstances = {
  readonly setting: Settings['pace']
  readonly inSight: boolean
  readonly onBattery: boolean
  /** How long the balance has been the same. */
  readonly unchangedMs: number
}

/** The pause between two readings, in milliseconds, before chance adds to it. */
export function paceMs({ setting, inSight, onBattery, unchangedMs }: Circumstances): number {
  const { [setting]: pace } = paces
  const isQuiet = !inSight && unchangedMs >= quietAfterMs
  const usualMs = inSight ? pace.inSight : isQuiet ? Math.max(pace.aside, quietPaceMs) : pace.aside
  return onBattery ? usualMs * 2 : usualMs
}

/** @param fraction 0 to 1, by chance */
export function withJitter(pauseMs: number, fraction: number): number {
  return pauseMs * (1 + jitterShare * fraction)
}

/** How old a reading is when three refreshes were missed. */
export function staleAfterMs(pauseMs: number): number {
  return missedUntilStale * withJitter(pauseMs, 1)
}
