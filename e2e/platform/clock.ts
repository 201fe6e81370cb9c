/** The server's clock, which tests advance instead of waiting. */
export interface PlatformClock {
  /** Epoch milliseconds by this clock. */
  now(): number
  /** Jumps by `ms`, which may be negative. */
  advance(ms: number): void
}

/** Real time plus an offset that only `advance` changes. */
export function createClock(): PlatformClock {
  let offsetMs = 0
  return {
    now: () => Date.now() + offsetMs,
    advance(ms) {
      if (!Number.isFinite(ms)) throw new Error('advanceClock needs a finite number of milliseconds')
      offsetMs += ms
    },
  }
}
