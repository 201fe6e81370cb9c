/**
 * Throttles `run`, with leading and trailing calls: at most one call in `intervalMs`, and always one after the last request.
 * Only a pending call has a timer, as each timer wakes the process up.
 */
export class Throttle {
  readonly #run: () => void
  readonly #intervalMs: number
  #ranAt = Number.NEGATIVE_INFINITY
  /** Of the pending call; null if there is none. */
  #timer: NodeJS.Timeout | null = null

  constructor(run: () => void, intervalMs: number) {
    this.#run = run
    this.#intervalMs = intervalMs
  }

  call(): void {
    if (this.#timer !== null) return
    const left = this.#ranAt + this.#intervalMs - performance.now()
    if (left <= 0) this.#runNow()
    else this.#timer = setTimeout(() => this.flush(), left)
  }

  /** Runs a pending call now. */
  flush(): void {
    if (this.#timer === null) return
    clearTimeout(this.#timer)
    this.#timer = null
    this.#runNow()
  }

  #runNow(): void {
    this.#ranAt = performance.now()
    this.#run()
  }
}
