/**
 * The polling schedule as pure functions: RFC 8628 3.2 (interval) and 3.5 (slow_down adds 5 s permanently; exponential
 * back-off when no answer arrives).
 */
export type PollSchedule = {
  /** The server's minimum time between two polls. */
  readonly intervalMs: number
  /** Consecutive polls without a usable answer. */
  readonly failedPolls: number
  /** The Retry-After of the last answer. */
  readonly retryAfterMs: number
}

/** Waits longer than the interval, as clocks of virtual machines can run fast. */
const intervalFactor = 1.2
const slowDownMs = 5000
const maxBackOffMs = 60_000

export function initialSchedule(intervalMs: number): PollSchedule {
  return { intervalMs, failedPolls: 0, retryAfterMs: 0 }
}

export function afterPending(schedule: PollSchedule): PollSchedule {
  return { ...schedule, failedPolls: 0, retryAfterMs: 0 }
}

/**
 * @param namedMs the new interval in the reply, or null
 * @param retryAfterMs the Retry-After of the reply
 */
export function afterSlowDown(
  schedule: PollSchedule,
  namedMs: number | null,
  retryAfterMs = 0,
): PollSchedule {
  return { ...initialSchedule(Math.max(schedule.intervalMs + slowDownMs, namedMs ?? 0)), retryAfterMs }
}

export function afterFailedPoll(schedule: PollSchedule, retryAfterMs = 0): PollSchedule {
  return { ...schedule, failedPolls: schedule.failedPolls + 1, retryAfterMs }
}

/** The minimum wait after the last poll, also when the user wants to skip the back-off. */
export function minWaitMs(schedule: PollSchedule): number {
  return Math.max(schedule.intervalMs * intervalFactor, schedule.retryAfterMs)
}

/** The regular wait after the last poll, in milliseconds. */
export function waitMs(schedule: PollSchedule): number {
  const backOff = Math.min(schedule.intervalMs * intervalFactor * 2 ** schedule.failedPolls, maxBackOffMs)
  return Math.max(minWaitMs(schedule), backOff)
}
