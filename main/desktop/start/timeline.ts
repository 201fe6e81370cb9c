/** Measures the steps of a start. They are logged once the first window is painted, and `npm run bench` reads them. */

export type StartStep =
  /** Main's script has been read. */
  | 'loaded'
  | 'ready'
  /** The documents of the whole app have been read. */
  | 'documents'
  | 'window'
  /** The window has asked for its page. */
  | 'html'
  /** The page has asked for its scripts and styles. */
  | 'files'
  /** The page has asked for the state. */
  | 'state'
  | 'painted'

const steps = new Map<StartStep, number>()

/** Records when a step is reached for the first time. Returns whether it is the first time. */
export function reached(step: StartStep): boolean {
  if (steps.has(step)) return false
  steps.set(step, performance.timeOrigin + performance.now())
  return true
}

/**
 * @param createdAt when the process was created, in epoch milliseconds; null if unknown
 * @returns milliseconds from then to each step that was reached
 */
export function startTimeline(createdAt: number | null): Readonly<Record<string, number>> {
  const start = createdAt ?? performance.timeOrigin
  return Object.fromEntries([...steps].map(([step, at]) => [step, Math.round(at - start)]))
}
