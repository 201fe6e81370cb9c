/** Whether background requests may start: not between "suspend" and "resume", and no refresh while the app is exiting. */
import type { Clock } from '../ports.ts'

/** The suspension expires after this time in case "resume" never arrives. Elapsed time stops during sleep. */
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

  /** The app is about to exit. */
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
