/** Lets only so many run at once; the others wait in the order in which they came. */
export class InTurn {
  readonly #atMost: number
  readonly #waiting: (() => void)[] = []
  #running = 0

  constructor(atMost: number) {
    this.#atMost = atMost
  }

  async run<T>(deed: () => Promise<T>): Promise<T> {
    if (this.#running >= this.#atMost) await new Promise<void>((go) => this.#waiting.push(go))
    else this.#running += 1
    try {
      return await deed()
    } finally {
      // The place goes to the next in line, so that nobody slips in between.
      const next = this.#waiting.shift()
      if (next === undefined) this.#running -= 1
      else next()
    }
  }
}
