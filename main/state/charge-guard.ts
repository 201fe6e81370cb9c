/**
 * Confirms that the user wants a command that charges a card, raises the daily limit or erases everything. The window's
 * page may be compromised, so its command alone is no proof: main requires a click or key press in the visible window just
 * before, or asks in a native dialog, which the page can neither draw nor answer.
 */
import { failed, type Limits, ok, type Result } from '../../preload/contract/index.ts'
import { failure } from '../parallel/failures.ts'
import type { Clock, Consent, ConsentQuestion, Log, Presence } from '../ports.ts'

/** The command follows the click within milliseconds, or later on a machine under load. */
const maxInputAgeMs = 5_000
/** No question is asked for this long after a "No", so that the page can't wear the user down. */
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
   * Accepts a recent click or key press, and otherwise asks: assistive technology activates buttons without an input event,
   * and the window may not have the focus. Fails with `cancelled` if the window is hidden or the user declines, and with
   * `busy` while another question is open.
   */
  async allow(question: ConsentQuestion): Promise<Result<null>> {
    const { presence } = this.#deps
    if (presence.isVisible && presence.isFocused && presence.consumeInput(maxInputAgeMs)) return ok(null)
    return this.ask(question)
  }

  /** Always asks. Fails like `allow`. */
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

/** Whether the new daily limit allows more than the old one. */
export function isLooser(before: Limits['topUpPerDayCents'], after: Limits['topUpPerDayCents']): boolean {
  return before !== null && (after === null || after > before)
}
