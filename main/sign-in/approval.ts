/**
 * Waits for one approval: polls the token endpoint (RFC 8628 3.4, 3.5) until the user has approved or denied, or the device
 * code has expired. The server decides that: the local deadline is shown, and ends the wait only if the server is silent.
 */
import type { Failure } from '../../preload/contract/index.ts'
import { failure } from '../parallel/failures.ts'
import type { DeviceCode, FirstTokens, OAuth, PollAnswer } from '../parallel/oauth.ts'
import type { Clock } from '../ports.ts'
import {
  afterFailedPoll,
  afterPending,
  afterSlowDown,
  initialSchedule,
  minWaitMs,
  type PollSchedule,
  waitMs,
} from './schedule.ts'

/** How late after the deadline the last poll may be, so that an approval in the last seconds still counts. */
const maxAfterDeadlineMs = 15_000
/** Upper bound for a server that never says that the code has expired. */
const maxPendingAfterDeadlineMs = 3_600_000

export type ApprovalProgress = {
  readonly expiresAt: number
  readonly lastCheckedAt: number | null
  readonly nextCheckAt: number
  readonly trouble: Failure | null
}

export type ApprovalOutcome =
  | { readonly kind: 'approved'; readonly tokens: FirstTokens; readonly receivedAt: number }
  | { readonly kind: 'ended'; readonly failure: Failure; readonly orphanedRefreshToken?: string }
  | { readonly kind: 'cancelled' }

type ApprovalDeps = {
  readonly oauth: OAuth
  readonly clock: Clock
  /** Called before every wait. */
  readonly report: (progress: ApprovalProgress) => void
  /** Receives a poll that was in flight when the sign-in was cancelled, so that an approval in it is revoked. */
  readonly onLatePoll: (poll: Promise<PollAnswer>) => void
}

export class Approval {
  readonly #deps: ApprovalDeps
  readonly #clientId: string
  readonly #code: DeviceCode
  #schedule: PollSchedule
  /** The deadline in both clocks: sleep may stop elapsed time, and the user may change wall time. */
  #elapsedDeadline: number
  #wallDeadline: number
  /** The deadline without any sleep, which a change of the wall clock can't move (elapsed time). */
  readonly #awakeDeadline: number
  /** The server still accepted the code after `#awakeDeadline`: it gives more time than it promised. */
  #isExtended = false
  #lastPollElapsed: number
  #lastPollWall: number
  #lastCheckedAt: number | null = null
  #trouble: Failure | null = null
  #skipBackOff = new AbortController()

  constructor(deps: ApprovalDeps, clientId: string, code: DeviceCode) {
    this.#deps = deps
    this.#clientId = clientId
    this.#code = code
    this.#schedule = initialSchedule(code.intervalMs)
    const { clock } = deps
    this.#awakeDeadline = clock.elapsed() + code.lifetimeMs
    this.#elapsedDeadline = this.#awakeDeadline
    this.#wallDeadline = clock.now() + code.lifetimeMs
    this.#lastPollElapsed = clock.elapsed()
    this.#lastPollWall = clock.now()
  }

  get deviceCode(): string {
    return this.#code.deviceCode
  }

  /** Polls as soon as the server's interval allows, skipping a longer back-off. */
  tryNow(): void {
    this.#skipBackOff.abort()
  }

  /** Never rejects. Resolves with `cancelled` once `cancel` is aborted, even if an approval arrives later. */
  async outcome(cancel: AbortSignal): Promise<ApprovalOutcome> {
    cancel.addEventListener('abort', () => this.#skipBackOff.abort())
    for (;;) {
      const mayPoll = await this.#untilDue(cancel)
      if (cancel.aborted) return { kind: 'cancelled' }
      if (!mayPoll) return expired
      const { clock } = this.#deps
      const isAfterDeadline = this.#left() <= 0
      // A cancel doesn't abort the poll: an approval in flight has to be received to be revoked.
      const poll = this.#deps.oauth.poll(this.#clientId, this.#code.deviceCode, new AbortController().signal)
      const answer = await untilCancelled(poll, cancel)
      if (answer === 'cancelled') {
        this.#deps.onLatePoll(poll)
        return { kind: 'cancelled' }
      }
      this.#lastPollElapsed = clock.elapsed()
      this.#lastPollWall = clock.now()
      if (answer.kind !== 'trouble') this.#lastCheckedAt = clock.now()
      this.#trouble = answer.kind === 'trouble' ? answer.failure : null
      switch (answer.kind) {
        case 'approved':
          return { kind: 'approved', tokens: answer.tokens, receivedAt: clock.now() }
        case 'ended':
          return answer
        case 'pending':
          this.#schedule = afterPending(this.#schedule)
          break
        case 'slow-down':
          this.#schedule = afterSlowDown(this.#schedule, answer.intervalMs, answer.retryAfterMs)
          break
        case 'trouble':
          this.#schedule = afterFailedPoll(this.#schedule, answer.failure.retryAfterMs)
          break
      }
      if (!isAfterDeadline) continue
      if (answer.kind !== 'trouble') this.#correctDeadline()
      else if (!this.#isExtended) return expired
      if (this.#untilEnd() <= 0) return expired
    }
  }

  /** The server accepts the code after the deadline: the wall clock was changed, or the server gives more time. */
  #correctDeadline(): void {
    const { clock } = this.#deps
    this.#elapsedDeadline = this.#awakeDeadline
    this.#wallDeadline = clock.now() + this.#elapsedLeft()
    this.#isExtended = this.#elapsedLeft() <= 0
  }

  /**
   * Waits until the next poll is due. False if the server's interval or Retry-After allows none until long after the end
   * of the wait.
   */
  async #untilDue(cancel: AbortSignal): Promise<boolean> {
    const { clock } = this.#deps
    let wanted = waitMs(this.#schedule)
    this.#skipBackOff = new AbortController()
    for (;;) {
      // A poll is due at the deadline and at the end, but never before the server's interval has passed.
      const atDeadline = this.#sincePoll() + Math.max(this.#left(), 0)
      const atExpiry = this.#sincePoll() + Math.max(this.#untilEnd(), 0)
      const latest = this.#isExtended ? atExpiry : atDeadline
      const minWait = minWaitMs(this.#schedule)
      const inTime = minWait <= atExpiry + maxAfterDeadlineMs
      const due = inTime ? Math.max(Math.min(wanted, latest), minWait) : atExpiry
      const remaining = due - this.#sincePoll()
      if (remaining <= 0 || cancel.aborted) return inTime
      this.#deps.report({
        expiresAt: clock.now() + Math.max(this.#left(), 0),
        lastCheckedAt: this.#lastCheckedAt,
        nextCheckAt: clock.now() + remaining,
        trouble: this.#trouble,
      })
      const end = await clock.wait(remaining, this.#skipBackOff.signal)
      if (end === 'aborted') {
        wanted = 0
        // The next wait needs a signal that isn't aborted.
        this.#skipBackOff = new AbortController()
      }
      if (end === 'woken') {
        // The wall clock tells how long the machine slept, and a poll that was due during sleep is due now.
        wanted = 0
        const slept = clock.now() - this.#lastPollWall - this.#sincePoll()
        if (slept > 0) {
          this.#lastPollElapsed -= slept
          this.#elapsedDeadline -= slept
        }
      }
    }
  }

  #sincePoll(): number {
    return this.#deps.clock.elapsed() - this.#lastPollElapsed
  }

  #elapsedLeft(): number {
    return this.#elapsedDeadline - this.#deps.clock.elapsed()
  }

  /** Milliseconds until the wait ends even if the server doesn't end it. */
  #untilEnd(): number {
    const endsAt = this.#awakeDeadline + (this.#isExtended ? maxPendingAfterDeadlineMs : 0)
    return endsAt - this.#deps.clock.elapsed()
  }

  /** Milliseconds until the earlier deadline. */
  #left(): number {
    return Math.min(this.#elapsedLeft(), this.#wallDeadline - this.#deps.clock.now())
  }
}

const expired: ApprovalOutcome = {
  kind: 'ended',
  failure: failure('expired', 'The device code was not approved in time.'),
}

/** @param cancel not aborted yet */
function untilCancelled<T>(promise: Promise<T>, cancel: AbortSignal): Promise<T | 'cancelled'> {
  return new Promise((resolve) => {
    const onCancel = (): void => resolve('cancelled')
    cancel.addEventListener('abort', onCancel)
    void promise.then((value) => {
      cancel.removeEventListener('abort', onCancel)
      resolve(value)
    })
  })
}
