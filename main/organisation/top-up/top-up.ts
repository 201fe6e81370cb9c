/**
 * The organisation's top-up: one at a time, on the disk before it is sent, and reported as not charged only if that is
 * certain. An unknown outcome is queried with the same idempotency key, which is charged only once (Account API).
 */
import {
  type Balance,
  type Failure,
  failed,
  hasTrait,
  ok,
  type Result,
  type TopUp as Shown,
} from '../../../preload/contract/index.ts'
import { dayMs, nextDay, startOfDay } from '../../calendar.ts'
import type { AccountApi, BalanceReading } from '../../parallel/account-api.ts'
import { failure, signedOutFailure } from '../../parallel/failures.ts'
import { permissionsOf } from '../../parallel/permissions.ts'
import type { Clock, Log, Randomness } from '../../ports.ts'
import type { Session } from '../session/session.ts'
import { TopUpAge } from './age.ts'
import type { OrganisationCeiling } from './charge-ceiling.ts'
import { outcomeOf } from './outcome.ts'
import { type Intent, noTopUp, type TopUpDocument, type TopUpRecord } from './top-up-document.ts'

/** How long after the click the request is sent and retried without another click. */
const autoRetryMs = 15 * 60_000
const firstRetryMs = 5_000
const maxRetryMs = 120_000
/** How often clocks are compared and failed writes retried while an outcome is unknown. */
const updateMs = 60_000
/** How often the time is stored. A crash loses at most this, far less than the margin from 20 h to 24 h. */
const storeTimeMs = 15 * 60_000
/** Older top-ups don't count towards the daily limit. */
const addedKeptMs = 2 * dayMs

/** The part of the session that a top-up uses. */
export type TopUpSession = Pick<Session, 'id' | 'isAlive' | 'isAwake' | 'scope' | 'call'>

export type TopUpChange = { readonly topUp: Shown; readonly addedTodayCents: number }

/** A top-up that was charged. */
export type Charge = {
  readonly amountCents: number
  /** The estimated time of the charge. */
  readonly at: number
  readonly reading: BalanceReading
  /** The response was replayed for a repeated key, so its balance may be as old as the charge. */
  readonly isReplayed: boolean
}

export type TopUpDeps = {
  readonly api: AccountApi
  readonly clock: Clock
  readonly random: Randomness
  readonly log: Log
  readonly document: TopUpDocument
  readonly ceiling: OrganisationCeiling
  /** The last balance, and the daily limit. */
  readonly facts: () => { readonly balance: Balance | null; readonly maxPerDayCents: number | null }
  readonly report: (change: TopUpChange) => void
  readonly onCharged: (charge: Charge) => void
}

/** What sends the request: the click that charges, an automatic retry, or "Find out now". */
type Trigger = 'first' | 'retry' | 'asked'

/** The next automatic retry, and the earliest time that the server allows for it (elapsed time). */
type Retry = { readonly attempts: number; readonly notBefore: number; nextAt: number }

export class TopUp {
  readonly #deps: TopUpDeps
  #session: TopUpSession | null = null
  /** Null until the document has been read. */
  #record: TopUpRecord | null = null
  #isUnwritten = false
  /** A failed write may have removed the key of the open top-up from the disk. */
  #mayKeyBeGone = false
  #age: TopUpAge | null = null
  #outcome: Shown | null = null
  #asking: { readonly trigger: Trigger; readonly stop: AbortController; readonly end: Promise<void> } | null =
    null
  #retry: Retry | null = null
  #failure: Failure | null = null
  #timer = new AbortController()
  #stopped = false
  #reported = ''

  constructor(deps: TopUpDeps) {
    this.#deps = deps
  }

  /** Restores the stored state. A top-up that an earlier run left open is retried only by the user. */
  signedIn(session: TopUpSession): void {
    this.#session = session
    this.#reported = ''
    this.#schedule()
  }

  /** Stops after a sign-out. An open top-up stays on the disk, and is retried only by the user. */
  signedOut(): void {
    this.#session = null
    this.#retry = null
    this.#failure = null
    this.#timer.abort()
    this.#asking?.stop.abort()
  }

  /** The computer is about to sleep: a request that waits meanwhile would be sent at an unknown time. */
  suspend(): void {
    this.#update()
    this.#storeTime()
    this.#asking?.stop.abort()
  }

  /** After a resume: records the time slept, before the clock can be set back by it. */
  resume(): void {
    this.#update()
  }

  /** The app is about to exit. Resolves when no request is in flight. */
  async settle(): Promise<void> {
    this.#stopped = true
    this.#timer.abort()
    await this.#asking?.end
    this.#update()
    this.#storeTime()
  }

  /** Whether there is an unknown outcome that can still be queried, or the document can't be read. */
  get isOpen(): boolean {
    return this.#record === null || (this.#record.open !== null && !this.#record.open.tooOld)
  }

  /** For the redaction: the idempotency key of the open top-up; null if there is none. */
  get openKey(): string | null {
    return this.#known.open?.key ?? null
  }

  /** Removes the document, unless it contains an open top-up. */
  forget(): Result<null> {
    this.#load()
    if (this.isOpen) return ok(null)
    this.#record = noTopUp
    this.#age = null
    this.#outcome = null
    return this.#deps.document.remove()
  }

  /**
   * Whether a top-up of this amount could be started now, and whether it exceeds the user's daily limit. Fails like `start`,
   * except for `over-ceiling`.
   */
  check(amountCents: number): Result<{ readonly isOverLimit: boolean; readonly session: TopUpSession }> {
    const allowed = this.#allowed()
    if (!allowed.ok) return allowed
    if (!Number.isInteger(amountCents) || amountCents < 1 || amountCents > 10_000) {
      return invalid('One top-up is a whole number of cents from 1 to 10000.')
    }
    const loaded = this.#load()
    if (!loaded.ok) return loaded
    const record = loaded.value
    if (record.open !== null || this.#outcome !== null) {
      return failed(failure('busy', 'The top-up before is not put away.'))
    }
    const { balance, maxPerDayCents } = this.#deps.facts()
    if (balance?.invoiced) return invalid('This organisation pays by invoice and can not be topped up.')
    const isOverLimit = maxPerDayCents !== null && this.#addedTodayCents() + amountCents > maxPerDayCents
    return ok({ session: allowed.value, isOverLimit })
  }

  /**
   * Charges the default card; the outcome is reported. Fails without sending anything: with `invalid` for amounts that the
   * service or the daily limit forbids and for organisations that pay by invoice, with `over-ceiling` above the ceiling of
   * 24 h, with `busy` while one is open or its outcome isn't dismissed (a second click may come after the response), with
   * `forbidden` without the permission, and with `storage` if it couldn't be stored.
   * @param overLimit the user has agreed to exceed the daily limit
   */
  start(amountCents: number, { overLimit = false } = {}): Result<null> {
    const { clock, ceiling, random, facts } = this.#deps
    const checked = this.check(amountCents)
    if (!checked.ok) return checked
    if (checked.value.isOverLimit && !overLimit) {
      return invalid('That is more than may be added here in one day.')
    }
    const { session } = checked.value
    const askedAt = clock.now()
    const key = random.uuid()
    const reserved = ceiling.reserve(key, amountCents)
    if (!reserved.ok) return reserved
    const { balance } = facts()
    const open: Intent = {
      key,
      amountCents,
      askedAt,
      beforeCents: balance?.spendableCents ?? null,
      seenAt: askedAt,
      tooOld: false,
    }
    const added = this.#known.added.filter((one) => one.askedAt > askedAt - addedKeptMs)
    // The key is on the disk before the card can be charged for it.
    const stored = this.#store({ open, added, unread: null }, 'disk first')
    if (!stored.ok) {
      ceiling.release(key)
      // A write that failed in its last step may have changed the file nevertheless.
      this.#schedule()
      return stored
    }
    this.#age = new TopUpAge(clock, open)
    this.#failure = null
    this.#retry = { attempts: 0, notBefore: 0, nextAt: 0 }
    this.#ask(session, open, 'first')
    return ok(null)
  }

  /**
   * The top-up that "Find out now" would send again. Fails with `busy` while a request is in flight, and with `invalid` if
   * no outcome can be queried.
   */
  checkAgain(): Result<{ readonly session: TopUpSession; readonly open: Intent }> {
    const allowed = this.#allowed()
    if (!allowed.ok) return allowed
    if (this.#asking !== null) return failed(failure('busy', 'It is being asked already.'))
    this.#update()
    const open = this.#known.open
    this.#report()
    if (open === null || open.tooOld) return invalid('There is no top-up that may be asked for again.')
    return ok({ session: allowed.value, open })
  }

  /**
   * "Find out now": sends the request again. Fails like `checkAgain`, and with `storage`, without sending anything, if the key
   * may have been removed from the disk and can't be stored again.
   */
  askAgain(): Result<null> {
    const checked = this.checkAgain()
    return checked.ok ? this.#repeat(checked.value.session, checked.value.open, 'asked') : checked
  }

  /** Dismisses the outcome. Fails with `busy` while an unknown one can still be queried. */
  dismiss(): Result<null> {
    if (this.#session === null) return failed(signedOutFailure)
    const { open, added, unread } = this.#known
    if (this.#asking !== null || (open !== null && !open.tooOld)) {
      return failed(failure('busy', 'What became of it can still be found out.'))
    }
    if (open !== null) {
      // It may have been charged, so it counts towards the daily limit.
      const put = this.#store({ open: null, added: [...added, countable(open)], unread: null }, 'disk first')
      if (!put.ok) return put
      this.#age = null
    } else if (unread !== null) this.#store({ open, added, unread: null }, 'memory first')
    this.#outcome = null
    this.#schedule()
    return ok(null)
  }

  get #known(): TopUpRecord {
    return this.#record ?? noTopUp
  }

  #allowed(): Result<TopUpSession> {
    const session = this.#session
    if (session?.isAlive !== true || this.#stopped) {
      return failed(signedOutFailure)
    }
    if (permissionsOf(session.scope).includes('add-money')) return ok(session)
    return failed(failure('forbidden', 'Adding money was not allowed at sign-in.'))
  }

  #load(): Result<TopUpRecord> {
    if (this.#record !== null) return ok(this.#record)
    const read = this.#deps.document.read()
    if (!read.ok) return read
    this.#record = read.value
    const { unread } = read.value
    if (unread !== null) this.#outcome = { kind: 'added', ...unread }
    if (read.value.open !== null) this.#age = new TopUpAge(this.#deps.clock, read.value.open)
    return read
  }

  /** Memory first, for facts that don't depend on the disk. The write is retried until it succeeds. */
  #store(record: TopUpRecord, order: 'memory first' | 'disk first'): Result<null> {
    const written = this.#deps.document.write(record)
    if (written.ok || order === 'memory first') this.#record = record
    this.#isUnwritten = !written.ok
    // A failed write may have reached the disk nevertheless.
    if (written.ok || record.open === null) this.#mayKeyBeGone = !written.ok
    return written
  }

  #storeOpen(open: Intent): Result<null> {
    return this.#store({ ...this.#known, open }, 'memory first')
  }

  /** Stores the latest wall time, so that the next run detects a clock that was set back. */
  #storeTime(): Result<null> {
    const { open } = this.#known
    if (open === null || open.tooOld) return ok(null)
    return this.#storeOpen({ ...open, seenAt: Math.max(open.seenAt, this.#deps.clock.now()) })
  }

  #repeat(session: TopUpSession, open: Intent, trigger: 'retry' | 'asked'): Result<null> {
    const stored = this.#storeTime()
    // A partly written outcome may have removed the key from the disk. If it were sent now, a crash would lose the charge.
    if (!stored.ok && this.#mayKeyBeGone) return stored
    // This request may be the one that charges, so the charge counts from now on.
    const reserved = this.#deps.ceiling.reserve(open.key, open.amountCents)
    if (!reserved.ok) return reserved
    this.#ask(session, open, trigger)
    return ok(null)
  }

  #ask(session: TopUpSession, open: Intent, trigger: Trigger): void {
    const stop = new AbortController()
    this.#timer.abort()
    const end = this.#send(session, open, trigger, stop.signal).finally(() => {
      this.#asking = null
      this.#schedule()
    })
    this.#asking = { trigger, stop, end }
    this.#report()
  }

  async #send(session: TopUpSession, open: Intent, trigger: Trigger, stop: AbortSignal): Promise<void> {
    const { api, log } = this.#deps
    const { key, amountCents } = open
    const isFirst = trigger === 'first'
    // The state shows the charge before anything else happens.
    await null
    let last: Failure | null | 'lost' = null
    const called = await session
      .call(async (token, signal) => {
        // Time may have passed for a refresh of the token or for sleep.
        const age = this.#age?.read() ?? null
        const late = age === null || (trigger !== 'asked' && age >= autoRetryMs)
        if (late || stop.aborted || this.#stopped) {
          return failed(failure('cancelled', 'It was too late to send it.'))
        }
        last = 'lost'
        const answer = await api.addBalance(token, amountCents, key, AbortSignal.any([signal, stop]))
        if (!answer.ok) last = answer.failure
        return answer
      })
      .catch((error: unknown) => failed(failure('bug', String(error))))
    const outcome = outcomeOf({ organisationId: session.id, repeated: !isFirst, last, called })
    log.info('top-up', { organisationId: session.id, amountCents, first: isFirst, outcome: outcome.kind })
    if (outcome.kind === 'added') this.#added(open, outcome.reading, !isFirst)
    else if (outcome.kind === 'not-charged') this.#notCharged(open, outcome.failure)
    else this.#unknown(outcome.failure)
  }

  #added(open: Intent, reading: BalanceReading, isReplayed: boolean): void {
    const { clock, onCharged } = this.#deps
    const before = this.#known.added
    const { amountCents, beforeCents } = open
    const spendableCents = reading.creditCents - reading.heldCents
    const unread = { amountCents, at: clock.now(), beforeCents, spendableCents }
    this.#store({ open: null, added: [...before, countable(open)], unread }, 'memory first')
    this.#settled()
    this.#outcome = { kind: 'added', ...unread }
    if (this.#session === null) return
    // A replayed response belongs to the charge of the first request.
    onCharged({ amountCents, at: isReplayed ? open.askedAt : clock.now(), reading, isReplayed })
  }

  /** Reported only once the key is removed from the disk: a key that reappears after a crash could still be charged. */
  #notCharged({ key, amountCents }: Intent, why: Failure): void {
    const kept = this.#store({ ...this.#known, open: null }, 'disk first')
    if (!kept.ok) {
      this.#unknown(kept.failure)
      return
    }
    this.#deps.ceiling.release(key)
    this.#settled()
    this.#outcome = { kind: 'not-charged', amountCents, at: this.#deps.clock.now(), failure: why }
  }

  #settled(): void {
    this.#age = null
    this.#retry = null
    this.#failure = null
  }

  #unknown(why: Failure): void {
    this.#failure = why
    if (this.#retry === null) return
    if (hasTrait(why, 'final')) {
      this.#retry = null
      return
    }
    const elapsed = this.#deps.clock.elapsed()
    const { attempts } = this.#retry
    const notBefore = elapsed + (why.retryAfterMs ?? 0)
    const pauseMs = Math.min(firstRetryMs * 2 ** attempts, maxRetryMs)
    this.#retry = { attempts: attempts + 1, notBefore, nextAt: Math.max(elapsed + pauseMs, notBefore) }
  }

  #schedule(): void {
    this.#timer.abort()
    if (this.#stopped || this.#session === null || this.#asking !== null) return
    this.#timer = new AbortController()
    void this.#run(this.#timer.signal)
  }

  /** Runs while something depends on the passing of time. */
  async #run(signal: AbortSignal): Promise<void> {
    const { clock } = this.#deps
    for (;;) {
      this.#update()
      this.#report()
      const open = this.#known.open
      const session = this.#session
      const isDue = this.#retry !== null && this.#retry.nextAt <= clock.elapsed()
      if (open !== null && !open.tooOld && isDue && session?.isAwake) {
        const asked = this.#repeat(session, open, 'retry')
        if (asked.ok) return
        this.#unknown(asked.failure)
      }
      const ms = this.#nextUpdateMs()
      if (ms === null) return
      const end = await clock.wait(ms, signal)
      if (signal.aborted) return
      if (end === 'woken' && this.#retry !== null) {
        this.#retry.nextAt = Math.min(this.#retry.nextAt, Math.max(this.#retry.notBefore, clock.elapsed()))
      }
    }
  }

  #nextUpdateMs(): number | null {
    const { clock } = this.#deps
    const elapsed = clock.elapsed()
    const times: number[] = []
    const open = this.#known.open
    if (this.#record === null || this.#isUnwritten) times.push(updateMs)
    if (this.#addedTodayCents() > 0) times.push(nextDay(clock.now()) - clock.now())
    if (open !== null && !open.tooOld) times.push(updateMs)
    if (this.#retry !== null && this.#retry.nextAt > elapsed) {
      times.push(this.#retry.nextAt - elapsed)
    }
    return times.length === 0 ? null : Math.min(...times)
  }

  /** Updates everything that depends on the time. */
  #update(): void {
    if (this.#session !== null) this.#load()
    const record = this.#record
    if (record === null) return
    if (this.#isUnwritten) this.#store(record, 'memory first')
    const { open } = record
    if (open === null || open.tooOld) return
    const age = this.#age?.read() ?? null
    if (age === null) {
      this.#retry = null
      this.#storeOpen({ ...open, tooOld: true })
      return
    }
    if (this.#deps.clock.now() - open.seenAt >= storeTimeMs) this.#storeTime()
    if (this.#retry === null) return
    const nextAge = age + Math.max(this.#retry.nextAt - this.#deps.clock.elapsed(), 0)
    if (nextAge >= autoRetryMs) this.#retry = null
  }

  #addedTodayCents(): number {
    const { open, added } = this.#known
    const midnight = startOfDay(this.#deps.clock.now())
    const all = open === null ? added : [...added, open]
    // A time in the future means that the clock was set back, so the top-up still counts.
    return all.filter((one) => one.askedAt >= midnight).reduce((sum, one) => sum + one.amountCents, 0)
  }

  #report(): void {
    if (this.#session === null) return
    const change = { topUp: this.#shown(), addedTodayCents: this.#addedTodayCents() }
    const text = JSON.stringify(change)
    if (text === this.#reported) return
    this.#reported = text
    this.#deps.report(change)
  }

  #shown(): Shown {
    const open = this.#known.open
    if (open === null) return this.#outcome ?? { kind: 'none' }
    const { amountCents, askedAt } = open
    if (this.#asking?.trigger === 'first') return { kind: 'charging', amountCents, askedAt }
    if (open.tooOld) return { kind: 'too-old', amountCents, askedAt }
    const { clock } = this.#deps
    const autoRetry = this.#retry && {
      nextAt: clock.now() + Math.max(this.#retry.nextAt - clock.elapsed(), 0),
      until: askedAt + autoRetryMs,
    }
    const isRetrying = this.#asking !== null
    return { kind: 'unknown', amountCents, askedAt, isRetrying, autoRetry, failure: this.#failure }
  }
}

function countable({ amountCents, askedAt }: Intent): TopUpRecord['added'][number] {
  return { amountCents, askedAt }
}

function invalid(message: string): Result<never> {
  return failed(failure('invalid', message))
}
