/**
 * The age of a top-up's idempotency key. The service remembers a key for at least 24 h and may charge it again after that,
 * so a key is only sent while it is certainly younger than 20 h.
 */
import type { Clock } from '../../ports.ts'
import { type Intent, keyLastsMs } from './top-up-document.ts'

/** Routine corrections of the clock are smaller. If it was set back further, the age is unknown. */
const toleranceMs = 60_000

export class TopUpAge {
  readonly #clock: Clock
  readonly #askedAt: number
  readonly #ageAtStart: number
  readonly #startedAt: number
  /** The maximum of wall time minus elapsed time. Sleep increases the difference; only setting the clock back decreases it. */
  #lead: number
  #isSpent: boolean

  constructor(clock: Clock, { askedAt, seenAt, tooOld }: Intent) {
    this.#clock = clock
    this.#askedAt = askedAt
    this.#ageAtStart = clock.now() - askedAt
    this.#startedAt = clock.elapsed()
    this.#lead = clock.now() - clock.elapsed()
    this.#isSpent = tooOld || clock.now() < seenAt - toleranceMs
  }

  /**
   * Milliseconds since the click, by the clock that shows more. Null from 20 h on, or if the wall clock was set back: then
   * the key must never be sent again, even if the clocks change later.
   */
  read(): number | null {
    const now = this.#clock.now()
    const elapsed = this.#clock.elapsed()
    const lead = now - elapsed
    const age = Math.max(now - this.#askedAt, this.#ageAtStart + elapsed - this.#startedAt)
    const wentBack = now < this.#askedAt - toleranceMs || lead < this.#lead - toleranceMs
    this.#lead = Math.max(lead, this.#lead)
    this.#isSpent ||= wentBack || age >= keyLastsMs
    return this.#isSpent ? null : age
  }
}
