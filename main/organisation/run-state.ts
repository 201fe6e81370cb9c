/** Whether anything may be started without a click: not from "suspend" to "resume", and no refresh once the app ends. */
import type { Clock } from '../ports.ts'

/** If "resume" never comes, the suspension lapses after this: a machine that sleeps longer reports that it woke. */
const suspensionLapsesMs = 60_000

export class RunState {
  readonly #clock: Clock
  #suspendedAt: number | null = null
  #isEnding = false

  constructor(clock: Clock) {
    this.#clock = clock
  }

  suspend(): void {
    this.#suspendedAt = this.#clock.elapsed()
  }

  resume(): void {
    this.#suspendedAt = null
  }

  /** The app is about to end. */
  end(): void {
    this.#isEnding = true
  }

  get isAwake(): boolean {
    return this.#suspendedAt === null || this.#clock.elapsed() - this.#suspendedAt > suspensionLapsesMs
  }

  get mayRefresh(): boolean {
    return !this.#isEnding && this.isAwake
  }
}
