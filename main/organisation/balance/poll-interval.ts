/** How often the balance of an organisation is read in the background, as a pure function of the conditions. */
import type { Settings } from '../../../preload/contract/index.ts'

const minuteMs = 60_000

/** `foreground`: on screen in a visible window; `background`: every other one, and all of them in the tray. */
const intervals: Readonly<
  Record<Settings['pollInterval'], { readonly foreground: number; readonly background: number }>
> = {
  normal: { foreground: minuteMs, background: 5 * minuteMs },
  slower: { foreground: 5 * minuteMs, background: 15 * minuteMs },
  slowest: { foreground: 15 * minuteMs, background: 60 * minuteMs },
}

/** After this time without a change a balance is read less often. */
const inactiveAfterMs = 3 * 3600_000
const minInactiveIntervalMs = 15 * minuteMs

/** The random share of the interval, which spreads the requests for several organisations. */
const jitterShare = 0.1
const missedUntilStale = 3

/** What the interval depends on, besides the account itself. */
export type PollConditions = {
  readonly setting: Settings['pollInterval']
  /** The organisation is on screen in a visible window. */
  readonly isForeground: boolean
  readonly onBattery: boolean
}

/**
 * The pause between two readings, in milliseconds and without jitter.
 * @param unchangedMs how long the balance has been the same
 */
export function pollIntervalMs(
  { setting, isForeground, onBattery }: PollConditions,
  unchangedMs: number,
): number {
  const { foreground, background } = intervals[setting]
  const isInactive = unchangedMs >= inactiveAfterMs
  const backgroundMs = isInactive ? Math.max(background, minInactiveIntervalMs) : background
  const intervalMs = isForeground ? foreground : backgroundMs
  return onBattery ? intervalMs * 2 : intervalMs
}

/** The longest interval: for an unchanged balance in the background. */
export function maxPollIntervalMs(conditions: PollConditions): number {
  return pollIntervalMs({ ...conditions, isForeground: false }, Number.POSITIVE_INFINITY)
}

/** @param fraction 0 to 1, random */
export function withJitter(pauseMs: number, fraction: number): number {
  return pauseMs * (1 + jitterShare * fraction)
}

/** The age from which a balance is outdated: three refreshes were missed. */
export function staleAfterMs(pauseMs: number): number {
  return missedUntilStale * withJitter(pauseMs, 1)
}
