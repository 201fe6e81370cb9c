/** Keeps a thing that breaks at once from being made again without end. */
export class RestartLimit {
  readonly #most: number
  readonly #withinMs: number
  #times: number[] = []

  constructor(most: number, withinMs: number) {
    this.#most = most
    this.#withinMs = withinMs
  }

  /** Whether one more is allowed at `now` (milliseconds of any steady clock), which is then counted. */
  allows(now: number): boolean {
    this.#times = this.#times.filter((time) => now - time < this.#withinMs)
    if (this.#times.length >= this.#most) return false
    this.#times.push(now)
    return true
  }
}
