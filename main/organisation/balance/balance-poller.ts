/**
 * Reads the organisation's balance: on request, and on its own as often as `poll-interval.ts` says. One request at a
 * time, which concurrent calls share.
 */
import { isDeepStrictEqual } from 'node:util'
import type { LimitFunction } from 'p-limit'
import { type Balance, type Failure, failed, ok, type Result } from '../../../preload/contract/index.ts'
import type { AccountApi, BalanceReading } from '../../parallel/account-api.ts'
import { failure, signedOutFailure } from '../../parallel/failures.ts'
import type { Clock, Randomness } from '../../ports.ts'
import type { Session } from '../session/session.ts'
import { isSameBalance, type LastReading } from './last-reading.ts'
import {
  maxPollIntervalMs,
  type PollConditions,
  pollIntervalMs,
  staleAfterMs,
  withJitter,
} from './poll-interval.ts'

/** First pause after a failure. It doubles with each further one, up to the usual interval. */
const firstRetryMs = 15_000
/** After a wake all organisations are read within this, but not all at once. */
const spreadMs = 4_000
/** A reading this recent isn't repeated after a wake. */
const freshMs = 60_000
/** Where nothing may be read: how long until that is checked again, if no change is reported before. */
const idleMs = 3600_000

export type Conditions = PollConditions & {
  /** The screen is locked: nothing is read. */
  readonly locked: boolean
}

export type BalanceChange = {
  readonly balance?: Balance
  readonly refreshing?: boolean
  readonly staleAt?: number | null
  readonly trouble?: { readonly failure: Failure; readonly since: number } | null
}

export type BalancePollerDeps = {
  readonly api: AccountApi
  readonly session: Session
  readonly clock: Clock
  readonly random: Randomness
  /** Limits background readings of all organisations at the same time. */
  readonly limit: LimitFunction
  readonly lastReading: LastReading
  readonly report: (change: BalanceChange) => void
}

export class BalancePoller {
  readonly #deps: BalancePollerDeps
  #conditions: Conditions = { setting: 'normal', isForeground: false, onBattery: false, locked: false }
  #polling: Polling | null = null

  constructor(deps: BalancePollerDeps) {
    this.#deps = deps
  }

  /** As last read, also in an earlier run. */
  get current(): Balance | null {
    return this.#deps.lastReading.value
  }

  /** The usual interval at its longest: silences of several times this are gaps in the history. */
  get maxIntervalMs(): number {
    return maxPollIntervalMs(this.#conditions)
  }

  /** Reads now, and continues until `stop`. */
  start(): void {
    this.stop()
    this.#polling = new Polling(this.#deps, () => this.#conditions)
    this.#polling.start()
  }

  stop(): void {
    this.#polling?.stop()
    this.#polling = null
  }

  /** Signed out: what was read is forgotten. */
  forget(): void {
    this.stop()
    this.#deps.lastReading.reset()
  }

  /** Stores what was read. */
  settle(): void {
    this.#deps.lastReading.settle()
  }

  refresh(): Promise<Result<null>> {
    return this.#polling?.refresh() ?? Promise.resolve(failed(signedOutFailure))
  }

  /** Takes a balance that came with another answer of the server, as if it had been read now. */
  accept(reading: BalanceReading): void {
    this.#polling?.accept(reading)
  }

  /** Reads the balance from now on: a request in flight may have been answered before. */
  refetch(): void {
    this.#polling?.refetch()
  }

  /** Reads again where the last reading failed for want of the proxy's password. */
  retryBehindProxy(): void {
    if (this.#polling?.failure?.kind === 'proxy-auth') void this.refresh()
  }

  setConditions(conditions: Conditions): void {
    const wasLocked = this.#conditions.locked
    if (isDeepStrictEqual(conditions, this.#conditions)) return
    this.#conditions = conditions
    if (wasLocked && !conditions.locked) this.#polling?.hurry()
    this.#polling?.conditionsChanged()
  }

  /** After a wake or the return of the network: reads again soon, unless the balance is fresh. */
  hurry(): void {
    this.#polling?.hurry()
  }
}

/** The readings from one sign-in to its sign-out. */
class Polling {
  readonly #deps: BalancePollerDeps
  readonly #conditions: () => Conditions
  readonly #stopped = new AbortController()
  /** Ends the wait for the next reading, when that has to be calculated again. */
  #pause = new AbortController()
  #reading: Promise<Result<null>> | null = null
  /** Counts only failures that a retry can help. */
  #failuresInARow = 0
  /** When the last answer came, and since when the balance is the same (elapsed time). */
  #answeredAt: number | null = null
  #unchangedSince: number
  /** 0 to 1, drawn for each pause. */
  #jitter = 0
  /** The latest time for the next reading after a wake, and the earliest that the server allows (elapsed time). */
  #deadlineAt = Number.POSITIVE_INFINITY
  #notBefore = 0
  #trouble: { readonly failure: Failure; readonly since: number } | null = null
  /** Wall time. */
  #lastReadAt: number | null = null
  /** Grows with each change that a request in flight may not know of. */
  #generation = 0

  constructor(deps: BalancePollerDeps, conditions: () => Conditions) {
    this.#deps = deps
    this.#conditions = conditions
    this.#unchangedSince = deps.clock.elapsed()
  }

  get failure(): Failure | null {
    return this.#trouble?.failure ?? null
  }

  start(): void {
    this.#deps.report({ staleAt: this.#staleAt() })
    void this.#poll()
  }

  stop(): void {
    this.#stopped.abort()
    this.#pause.abort()
  }

  refresh(): Promise<Result<null>> {
    this.#reading ??= this.#read().finally(() => {
      this.#reading = null
    })
    return this.#reading
  }

  accept(reading: BalanceReading): void {
    this.#generation += 1
    this.#store(reading)
  }

  refetch(): void {
    this.#generation += 1
    void this.refresh()
  }

  conditionsChanged(): void {
    this.#deps.report({ staleAt: this.#staleAt() })
    this.#pause.abort()
  }

  hurry(): void {
    this.#setDeadline()
    this.#pause.abort()
  }

  async #read(): Promise<Result<null>> {
    const { api, clock, session, report } = this.#deps
    report({ refreshing: true })
    const generation = this.#generation
    const answer = await session.call((token, signal) => api.balance(token, signal))
    // Discard: the user signed out, and perhaps in again, while the request was in flight.
    if (this.#stopped.signal.aborted) return ok(null)
    if (this.#generation !== generation) return this.#read()
    const reading = answer.ok ? belongsTo(session.id, answer.value) : answer
    if (!reading.ok) {
      this.#noteAnswer(reading.failure)
      this.#trouble = { failure: reading.failure, since: this.#trouble?.since ?? clock.now() }
      report({ refreshing: false, trouble: this.#trouble })
      return reading
    }
    this.#store(reading.value, { refreshing: false })
    return ok(null)
  }

  #store(reading: BalanceReading, change: BalanceChange = {}): void {
    const { clock, lastReading, report } = this.#deps
    this.#noteAnswer(null)
    this.#trouble = null
    this.#lastReadAt = clock.now()
    const balance = toBalance(reading, this.#lastReadAt)
    if (!isSameBalance(lastReading.value, balance)) this.#unchangedSince = clock.elapsed()
    lastReading.replace(balance)
    report({ ...change, trouble: null, balance, staleAt: this.#staleAt() })
  }

  async #poll(): Promise<void> {
    const { clock, limit } = this.#deps
    while (!this.#stopped.signal.aborted) {
      const left = this.#dueInMs()
      if (left <= 0) {
        // The organisation on screen doesn't wait for those in the background.
        if (this.#conditions().isForeground) await this.refresh()
        else await limit(() => this.#readIfDue())
        continue
      }
      this.#pause = new AbortController()
      const end = await clock.wait(left, this.#pause.signal)
      if (end === 'woken') this.#setDeadline()
    }
  }

  async #readIfDue(): Promise<void> {
    if (!this.#stopped.signal.aborted && this.#dueInMs() <= 0) await this.refresh()
  }

  /** How long until the next reading, in milliseconds; where nothing may be read, until that is checked again. */
  #dueInMs(): number {
    const { session, clock } = this.#deps
    const mayRead = session.isAlive && session.isAwake && !this.#conditions().locked
    if (!mayRead) return idleMs
    if (this.#answeredAt === null) return 0
    const retryMs = firstRetryMs * 2 ** (this.#failuresInARow - 1)
    const intervalMs = this.#intervalMs()
    const pauseMs = this.#failuresInARow === 0 ? intervalMs : Math.min(retryMs, intervalMs)
    const dueAt = Math.min(this.#answeredAt + withJitter(pauseMs, this.#jitter), this.#deadlineAt)
    return Math.max(dueAt, this.#notBefore) - clock.elapsed()
  }

  #intervalMs(): number {
    const unchangedMs = (this.#answeredAt ?? this.#unchangedSince) - this.#unchangedSince
    return pollIntervalMs(this.#conditions(), unchangedMs)
  }

  #staleAt(): number | null {
    const balance = this.#deps.lastReading.value
    return balance === null ? null : balance.readAt + staleAfterMs(this.#intervalMs())
  }

  #setDeadline(): void {
    const { clock, random } = this.#deps
    const age = this.#lastReadAt === null ? Number.POSITIVE_INFINITY : clock.now() - this.#lastReadAt
    // A clock that was set back makes ages negative: rather one reading too many.
    const isFresh = age >= 0 && age < freshMs && this.#failuresInARow === 0
    if (isFresh) return
    this.#deadlineAt = Math.min(this.#deadlineAt, clock.elapsed() + random.fraction() * spreadMs)
  }

  /** Every pause is counted from the last answer, whatever asked for it. */
  #noteAnswer(why: Failure | null): void {
    const { clock, random } = this.#deps
    this.#answeredAt = clock.elapsed()
    this.#jitter = random.fraction()
    this.#deadlineAt = Number.POSITIVE_INFINITY
    // What a retry can't help is asked again at the usual interval only.
    this.#failuresInARow = why?.retryable ? this.#failuresInARow + 1 : 0
    this.#notBefore = clock.elapsed() + withJitter(why?.retryAfterMs ?? 0, this.#jitter)
    // A reading on request ends the wait that an earlier answer began: after a failure the next try comes sooner.
    this.#pause.abort()
  }
}

function belongsTo(organisationId: string, reading: BalanceReading): Result<BalanceReading> {
  if (reading.organisationId === organisationId) return ok(reading)
  return failed(failure('server', 'The server answered for another organisation.'))
}

function toBalance(reading: BalanceReading, readAt: number): Balance {
  const { creditCents, heldCents, invoiced } = reading
  return { creditCents, heldCents, spendableCents: creditCents - heldCents, invoiced, readAt }
}
