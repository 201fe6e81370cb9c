/** Allows an event, such as a restart, a limited number of times within a period. */
export class RestartLimit {
  readonly #max: number
  readonly #withinMs: number
  #times: number[] = []

  constructor(max: number, withinMs: number) {
    this.#max = max
    this.#withinMs = withinMs
  }

  /** Counts the event if it is allowed. @param now milliseconds of a monotonic clock */
  allows(now: number): boolean {
    this.#times = this.#times.filter((time) => now - time < this.#withinMs)
    if (this.#times.length >= this.#max) return false
    this.#times.push(now)
    return true
  }
}
