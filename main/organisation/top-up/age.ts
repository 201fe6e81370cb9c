/**
 * How old a top-up's idempotency key is. The service keeps a key for 24 h at least and may charge it anew after that,
 * so a key is only sent while it is certainly younger than 20 h.
 */
import type { Clock } from '../../ports.ts'
import { type Intent, keyLastsMs } from './top-up-document.ts'

/** Clocks are corrected by less all the time; a clock that is set back further makes every age a guess. */
const toleranceMs = 60_000

export class TopUpAge {
  readonly #clock: Clock
  readonly #askedAt: number
  readonly #ageAtStart: number
  readonly #startedAt: number
  /** The furthest that wall time was ever ahead of elapsed time. Sleep makes it grow, and only a clock that was set back makes it less. */
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
   * Milliseconds since the click, by whichever clock says more. Null from 20 h on and when the wall clock was set
   * back: then its key must never be sent again, whatever the clocks say later.
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
