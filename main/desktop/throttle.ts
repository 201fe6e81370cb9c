/** Throttles `run`, with leading and trailing calls: at most one call in `intervalMs`, and always one after the last request. */
export class Throttle {
  readonly #run: () => void
  readonly #intervalMs: number
  #isDue = false
  #timer: NodeJS.Timeout | null = null

  constructor(run: () => void, intervalMs: number) {
    this.#run = run
    this.#intervalMs = intervalMs
  }

  call(): void {
    this.#isDue = true
    if (this.#timer === null) this.flush()
  }

  /** Runs a pending call now. */
  flush(): void {
    if (!this.#isDue) return
    this.#isDue = false
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#timer = null
      this.flush()
    }, this.#intervalMs)
    this.#run()
  }
}
