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
/** After a resume the organisations are read at random times within this period. */
const spreadMs = 4_000
/** A reading that is newer than this isn't repeated after a resume. */
const freshMs = 60_000
/** While no reading is allowed, the conditions are checked again after this time, or earlier on a change. */
const idleMs = 3600_000

export type Conditions = PollConditions & {
  /** No balance is read while the screen is locked. */
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

  /** The last balance that was read, also in an earlier run. */
  get current(): Balance | null {
    return this.#deps.lastReading.value
  }

  /** The longest regular interval: the history shows a gap after several times this. */
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

  /** Stops after a sign-out, and discards the last balance. */
  forget(): void {
    this.stop()
    this.#deps.lastReading.reset()
  }

  /** Writes the last reading. */
  settle(): void {
    this.#deps.lastReading.settle()
  }

  refresh(): Promise<Result<null>> {
    return this.#polling?.refresh() ?? Promise.resolve(failed(signedOutFailure))
  }

  /** Accepts a balance from the response to another request as if it had been read now. */
  accept(reading: BalanceReading): void {
    this.#polling?.accept(reading)
  }

  /** Reads the balance again, since the response to a request in flight may be older. */
  refetch(): void {
    this.#polling?.refetch()
  }

  /** Reads again if the last reading failed for lack of the proxy's password. */
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

  /** Reads soon after a resume or when the network is back, unless the balance is fresh. */
  hurry(): void {
    this.#polling?.hurry()
  }
}

/** The readings from one sign-in to its sign-out. */
class Polling {
  readonly #deps: BalancePollerDeps
  readonly #conditions: () => Conditions
  readonly #stopped = new AbortController()
  /** Ends the current wait so that the time of the next reading is recalculated. */
  #pause = new AbortController()
  #reading: Promise<Result<null>> | null = null
  /** Consecutive retryable failures. */
  #failuresInARow = 0
  /** When the last response arrived, and since when the balance is unchanged (elapsed time). */
  #answeredAt: number | null = null
  #unchangedSince: number
  /** 0 to 1, chosen randomly for each pause. */
  #jitter = 0
  /** The latest time for the next reading after a resume, and the earliest that the server allows (elapsed time). */
  #deadlineAt = Number.POSITIVE_INFINITY
  #notBefore = 0
  #trouble: { readonly failure: Failure; readonly since: number } | null = null
  /** Wall time. */
  #lastReadAt: number | null = null
  /** Incremented by each change that the response to a request in flight may not include. */
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

  /** Reads now, and shows that. The regular readings aren't shown: the icon would spin for a moment each time. */
  refresh(): Promise<Result<null>> {
    this.#deps.report({ refreshing: true })
    return this.#readOnce()
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

  /** Concurrent readings share one request. */
  #readOnce(): Promise<Result<null>> {
    this.#reading ??= this.#read().finally(() => {
      this.#reading = null
    })
    return this.#reading
  }

  async #read(): Promise<Result<null>> {
    const { api, clock, session, report } = this.#deps
    const generation = this.#generation
    const answer = await session.call((token, signal) => api.balance(token, signal))
    // Discard: the user signed out, and perhaps in again, while the request was in flight.
    if (this.#stopped.signal.aborted) return ok(null)
    if (this.#generation !== generation) return this.#read()
    const reading = answer.ok ? belongsTo(session.id, answer.value) : answer
    if (!reading.ok) {
      this.#recordResponse(reading.failure)
      this.#trouble = { failure: reading.failure, since: this.#trouble?.since ?? clock.now() }
      report({ refreshing: false, trouble: this.#trouble })
      return reading
    }
    this.#store(reading.value, { refreshing: false })
    return ok(null)
  }

  #store(reading: BalanceReading, change: BalanceChange = {}): void {
    const { clock, lastReading, report } = this.#deps
    this.#recordResponse(null)
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
        // The organisation on screen bypasses the limit.
        if (this.#conditions().isForeground) await this.#readRegularly()
        else await limit(() => this.#readIfDue())
        continue
      }
      this.#pause = new AbortController()
      const end = await clock.wait(left, this.#pause.signal)
      if (end === 'woken') this.#setDeadline()
    }
  }

  async #readIfDue(): Promise<void> {
    if (!this.#stopped.signal.aborted && this.#dueInMs() <= 0) await this.#readRegularly()
  }

  /** The first reading is shown, as what is on the screen may be of an earlier run. */
  async #readRegularly(): Promise<void> {
    await this.#deps.session.whenOpen()
    // Meanwhile the keyring may have refused, or the screen may have been locked.
    if (this.#stopped.signal.aborted || this.#dueInMs() > 0) return
    if (this.#answeredAt === null) await this.refresh()
    else await this.#readOnce()
  }

  /** Milliseconds until the next reading, or until the conditions are checked again while none is allowed. */
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
    // The age is negative after the clock was set back. One reading too many is harmless.
    const isFresh = age >= 0 && age < freshMs && this.#failuresInARow === 0
    if (isFresh) return
    this.#deadlineAt = Math.min(this.#deadlineAt, clock.elapsed() + random.fraction() * spreadMs)
  }

  /** Every pause starts at the last response, also of a reading on request. */
  #recordResponse(why: Failure | null): void {
    const { clock, random } = this.#deps
    this.#answeredAt = clock.elapsed()
    this.#jitter = random.fraction()
    this.#deadlineAt = Number.POSITIVE_INFINITY
    // After a failure that isn't retryable the regular interval applies.
    this.#failuresInARow = why?.retryable ? this.#failuresInARow + 1 : 0
    this.#notBefore = clock.elapsed() + withJitter(why?.retryAfterMs ?? 0, this.#jitter)
    // After a failed reading on request the retry is due sooner than the current wait would end.
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
