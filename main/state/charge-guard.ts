/**
 * Decides whether a command that charges a card, loosens the limit of a day or erases everything is the user's own. The
 * window's page may be taken over, so its word isn't enough: main has to have seen a click or key press in the visible
 * window just before, or asks in a dialog of its own, which the page can neither draw nor answer.
 */
import { failed, type Limits, ok, type Result } from '../../preload/contract/index.ts'
import { failure } from '../parallel/failures.ts'
import type { Clock, Consent, ConsentQuestion, Log, Presence } from '../ports.ts'

/** From a click to its command it takes milliseconds; a machine under load is slower. */
const maxInputAgeMs = 5_000
/** After a "No", for that long nothing is asked, so that a page can't wear the user down. */
const pauseAfterNoMs = 5_000

export type ChargeGuardDeps = {
  readonly presence: Presence
  readonly consent: Consent
  readonly clock: Clock
  readonly log: Log
}

export class ChargeGuard {
  readonly #deps: ChargeGuardDeps
  #isAsking = false
  #quietUntil = 0

  constructor(deps: ChargeGuardDeps) {
    this.#deps = deps
  }

  /**
   * For what a click in the window is enough for. Assistive technology activates buttons without any input that main
   * sees, and a window may lack the focus: then main asks. `cancelled` when the window is hidden or the user declines,
   * `busy` while another question is open.
   */
  async allow(question: ConsentQuestion): Promise<Result<null>> {
    const { presence } = this.#deps
    if (presence.isVisible && presence.isFocused && presence.takeInput(maxInputAgeMs)) return ok(null)
    return this.ask(question)
  }

  /** For what main asks about in any case. Fails like `allow`. */
  async ask(question: ConsentQuestion): Promise<Result<null>> {
    const { presence, consent, clock, log } = this.#deps
    if (this.#isAsking) return failed(failure('busy', 'Another question is open.'))
    if (!presence.isVisible || clock.elapsed() < this.#quietUntil) {
      log.warn('not asked', { question: question.kind, visible: presence.isVisible })
      return failed(failure('cancelled', 'The user could not be asked.', { notSent: true }))
    }
    this.#isAsking = true
    try {
      if (await consent.ask(question)) return ok(null)
      this.#quietUntil = clock.elapsed() + pauseAfterNoMs
      return failed(failure('cancelled', 'The user declined.', { notSent: true }))
    } finally {
      this.#isAsking = false
    }
  }
}

/** Whether more may be added in a day than before. */
export function isLooser(before: Limits['topUpPerDayCents'], after: Limits['topUpPerDayCents']): boolean {
  return before !== null && (after === null || after > before)
}
