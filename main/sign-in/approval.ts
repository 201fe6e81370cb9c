/**
 * Waits for one approval: polls the token endpoint as RFC 8628 3.4 and 3.5 ask until the person approved,
 * denied, or the device code ran out. Knows nothing of what is done with the tokens.
 */
import type { Failure } from '../../preload/contract/index.ts'
import { failure } from '../parallel/failures.ts'
import type { DeviceCode, FirstTokens, OAuth, PollAnswer } from '../parallel/oauth.ts'
import type { Clock } from '../ports.ts'
import {
  afterPending,
  afterSlowDown,
  afterTrouble,
  firstSchedule,
  leastWaitMs,
  type PollSchedule,
  waitMs,
} from './schedule.ts'

/** How long after the deadline the last poll may come, so that an approval of the last seconds still counts. */
const longestAfterDeadlineMs = 15_000

export type Waiting = {
  readonly expiresAt: number
  readonly lastCheckedAt: number | null
  readonly nextCheckAt: number
  readonly trouble: Failure | null
}

export type ApprovalOutcome =
  | { readonly kind: 'approved'; readonly tokens: FirstTokens; readonly receivedAt: number }
  | { readonly kind: 'ended'; readonly failure: Failure; readonly orphanedRefreshToken?: string }
  | { readonly kind: 'cancelled' }

type Dependencies = {
  readonly oauth: OAuth
  readonly clock: Clock
  /** Told before every wait. */
  readonly report: (waiting: Waiting) => void
  /** A poll was under way at the cancel: whatever it brings, nobody wants it. */
  readonly late: (poll: Promise<PollAnswer>) => void
}

export class Approval {
  readonly #its: Dependencies
  readonly #clientId: string
  readonly #code: DeviceCode
  #schedule: PollSchedule
  /** The deadline in both clocks: sleep may stop the one, the user may set the other. */
  #elapsedDeadline: number
  #wallDeadline: number
  #lastPollElapsed: number
  #lastPollWall: number
  #lastCheckedAt: number | null = null
  #trouble: Failure | null = null
  #hurry = new AbortController()

  constructor(dependencies: Dependencies, clientId: string, code: DeviceCode) {
    this.#its = dependencies
    this.#clientId = clientId
    this.#code = code
    this.#schedule = firstSchedule(code.intervalMs)
    const { clock } = dependencies
    this.#elapsedDeadline = clock.elapsed() + code.lifetimeMs
    this.#wallDeadline = clock.now() + code.lifetimeMs
    this.#lastPollElapsed = clock.elapsed()
    this.#lastPollWall = clock.now()
  }

  get deviceCode(): string {
    return this.#code.deviceCode
  }

  /** Polls as soon as the interval allows, not waiting for a longer back-off to pass. */
  tryNow(): void {
    this.#hurry.abort()
  }

  /** Never rejects; after `cancel` is aborted the answer is `cancelled`, whatever arrives later. */
  async outcome(cancel: AbortSignal): Promise<ApprovalOutcome> {
    cancel.addEventListener('abort', () => this.#hurry.abort(), { once: true })
    for (;;) {
      const due = await this.#untilDue(cancel)
      if (cancel.aborted) return { kind: 'cancelled' }
      if (due === 'too-late') return expired
      const { clock } = this.#its
      // Not aborted by a cancel: an approval that is under way has to be seen, to be given back.
      const poll = this.#its.oauth.poll(this.#clientId, this.#code.deviceCode, new AbortController().signal)
      const answer = await untilCancelled(poll, cancel)
      if (answer === 'cancelled') {
        this.#its.late(poll)
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
          this.#schedule = afterTrouble(this.#schedule, answer.failure.retryAfterMs)
          break
      }
      if (due === 'last' && this.#elapsedLeft() <= 0) return expired
      if (due === 'last' && answer.kind !== 'trouble') {
        // The server itself says that the code lives on, so it was the wall clock that moved.
        this.#wallDeadline = clock.now() + this.#elapsedLeft()
      }
    }
  }

  /**
   * Waits until the next poll is due. `last`: the deadline has come, and one last answer may still be had in time;
   * `too-late`: none may, as the server wants to be left alone for longer.
   */
  async #untilDue(cancel: AbortSignal): Promise<'next' | 'last' | 'too-late'> {
    const { clock } = this.#its
    let wanted = waitMs(this.#schedule)
    this.#hurry = new AbortController()
    for (;;) {
      // One last poll at the deadline, but not even that one before its time.
      const atDeadline = this.#sincePoll() + Math.max(this.#left(), 0)
      const least = leastWaitMs(this.#schedule)
      const inTime = least <= atDeadline + longestAfterDeadlineMs
      const due = inTime ? Math.max(Math.min(wanted, atDeadline), least) : atDeadline
      const remaining = due - this.#sincePoll()
      if (remaining <= 0 || cancel.aborted) {
        if (this.#left() > 0) return 'next'
        return inTime ? 'last' : 'too-late'
      }
      this.#its.report({
        expiresAt: clock.now() + Math.max(this.#left(), 0),
        lastCheckedAt: this.#lastCheckedAt,
        nextCheckAt: clock.now() + remaining,
        trouble: this.#trouble,
      })
      const end = await clock.wait(remaining, this.#hurry.signal)
      if (end === 'aborted') {
        wanted = 0
        // Renewed, or the rest of the interval would be waited for with a signal that is spent.
        this.#hurry = new AbortController()
      }
      if (end === 'woken') {
        // The machine slept: the wall clock tells how long, and what was due meanwhile is due now.
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
    return this.#its.clock.elapsed() - this.#lastPollElapsed
  }

  #elapsedLeft(): number {
    return this.#elapsedDeadline - this.#its.clock.elapsed()
  }

  /** Until the earlier of both deadlines. */
  #left(): number {
    return Math.min(this.#elapsedLeft(), this.#wallDeadline - this.#its.clock.now())
  }
}

const expired: ApprovalOutcome = {
  kind: 'ended',
  failure: failure('expired', 'The device code was not approved in time.'),
}

function untilCancelled<T>(promise: Promise<T>, cancel: AbortSignal): Promise<T | 'cancelled'> {
  return new Promise((resolve) => {
    const onCancel = (): void => resolve('cancelled')
    cancel.addEventListener('abort', onCancel, { once: true })
    if (cancel.aborted) onCancel()
    void promise.then((value) => {
      cancel.removeEventListener('abort', onCancel)
      resolve(value)
    })
  })
}
