/**
 * When the next poll is due. Pure: one value in, the next out.
 * RFC 8628 3.2 (interval), 3.5 (slow_down adds 5 s for good; back off when no answer comes).
 */
export type PollSchedule = {
  /** The least time between two polls, as the server wants it. */
  readonly intervalMs: number
  /** Polls without a usable answer since the last good one. */
  readonly troubles: number
  /** How long the server asked to be left alone with its last answer. */
  readonly retryAfterMs: number
}

/** Clocks in virtual machines run fast, so a little more than the interval is waited. */
const margin = 1.2
const slowDownMs = 5000
const longestBackOffMs = 60_000

export function firstSchedule(intervalMs: number): PollSchedule {
  return { intervalMs, troubles: 0, retryAfterMs: 0 }
}

export function afterPending(schedule: PollSchedule): PollSchedule {
  return { ...schedule, troubles: 0, retryAfterMs: 0 }
}

/**
 * @param namedMs the interval that the reply names, if it names one
 * @param retryAfterMs what the server asked for besides, once
 */
export function afterSlowDown(
  schedule: PollSchedule,
  namedMs: number | null,
  retryAfterMs = 0,
): PollSchedule {
  return { ...firstSchedule(Math.max(schedule.intervalMs + slowDownMs, namedMs ?? 0)), retryAfterMs }
}

export function afterTrouble(schedule: PollSchedule, retryAfterMs = 0): PollSchedule {
  return { ...schedule, troubles: schedule.troubles + 1, retryAfterMs }
}

/** The soonest that any poll may follow the last one, whatever the reason for the hurry. */
export function leastWaitMs(schedule: PollSchedule): number {
  return Math.max(schedule.intervalMs * margin, schedule.retryAfterMs)
}

/** How long to wait after the last poll, in milliseconds. */
export function waitMs(schedule: PollSchedule): number {
  const backOff = Math.min(schedule.intervalMs * margin * 2 ** schedule.troubles, longestBackOffMs)
  return Math.max(leastWaitMs(schedule), backOff)
}
