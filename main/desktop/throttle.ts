/**
 * Calls `run` at once, and for further calls within `intervalMs` once at their end: a burst of changes is shown in steps.
 */
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

  /** Runs now what is due. */
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
