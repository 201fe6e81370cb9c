/**
 * The top-up of the organisation: one at a time, on the disk before it is sent, and never reported as not charged unless
 * that is certain. An unknown outcome is found out with the same idempotency key, which is charged once (Account API).
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

/** How long after the click it is sent, and retried, without another click. */
const autoRetryMs = 15 * 60_000
const firstRetryMs = 5_000
const maxRetryMs = 120_000
/** While an outcome is unknown the clocks are compared this often, and failed writes are retried. */
const updateMs = 60_000
/** How often the time is stored. A crash loses no more than this, which is far less than the 4 h from 20 h to 24 h. */
const storeTimeMs = 15 * 60_000
/** Older top-ups don't count for the limit of a day. */
const addedKeptMs = 2 * dayMs

/** What it needs of a session. */
export type TopUpSession = Pick<Session, 'id' | 'isAlive' | 'isAwake' | 'scope' | 'call'>

export type TopUpChange = { readonly topUp: Shown; readonly addedTodayCents: number }

/** A top-up that was charged. */
export type Charge = {
  readonly amountCents: number
  /** When it was charged, as far as is known. */
  readonly at: number
  readonly reading: BalanceReading
  /** The answer was replayed for a repeated key: its balance may be as old as the charge. */
  readonly isReplayed: boolean
}

export type TopUpDeps = {
  readonly api: AccountApi
  readonly clock: Clock
  readonly random: Randomness
  readonly log: Log
  readonly document: TopUpDocument
  readonly ceiling: OrganisationCeiling
  /** The last balance, and how much may be added in one day. */
  readonly facts: () => { readonly balance: Balance | null; readonly maxPerDayCents: number | null }
  readonly report: (change: TopUpChange) => void
  readonly onCharged: (charge: Charge) => void
}

/** What sends the request: the click that charges, an automatic retry, or "find out now". */
type Trigger = 'first' | 'retry' | 'asked'

/** The next automatic retry, and the earliest time that the server allows for it (elapsed time). */
type Retry = { readonly attempts: number; readonly notBefore: number; nextAt: number }

export class TopUp {
  readonly #deps: TopUpDeps
  #session: TopUpSession | null = null
  /** Null until the disk says what is there. */
  #record: TopUpRecord | null = null
  #isUnwritten = false
  /** A write that failed may have removed the key of the open top-up from the disk. */
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

  /** Shows what is stored. What an earlier run has left open is requested again by the user only. */
  signedIn(session: TopUpSession): void {
    this.#session = session
    this.#reported = ''
    this.#schedule()
  }

  /** What is open stays on the disk, and is requested again by the user only. */
  signedOut(): void {
    this.#session = null
    this.#retry = null
    this.#failure = null
    this.#timer.abort()
    this.#asking?.stop.abort()
  }

  /** The machine is about to sleep: a request that waits through that would be sent at an unknown time. */
  suspend(): void {
    this.#update()
    this.#storeTime()
    this.#asking?.stop.abort()
  }

  /** The machine is awake again: the time that it slept is noted before the clock can be set back by it. */
  resume(): void {
    this.#update()
  }

  /** The app is about to end. Resolves when no request is in flight. */
  async settle(): Promise<void> {
    this.#stopped = true
    this.#timer.abort()
    await this.#asking?.end
    this.#update()
    this.#storeTime()
  }

  /** Whether there is one whose outcome is unknown and can still be found out, or the disk doesn't say. */
  get isOpen(): boolean {
    return this.#record === null || (this.#record.open !== null && !this.#record.open.tooOld)
  }

  /** For the redaction: the idempotency key of what is open; null when nothing is. */
  get openKey(): string | null {
    return this.#known.open?.key ?? null
  }

  /** Removes the document from this computer, unless it holds an open top-up. */
  forget(): Result<null> {
    this.#load()
    if (this.isOpen) return ok(null)
    this.#record = noTopUp
    this.#age = null
    this.#outcome = null
    return this.#deps.document.remove()
  }

  /**
   * Whether a top-up of this amount could be started now, and whether it is over the user's limit of the day. Fails with
   * what `start` would, but for `over-ceiling`.
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
   * Charges the default card; the outcome is reported. `invalid` for amounts that the service or the day's limit
   * doesn't allow and for organisations that pay by invoice, `over-ceiling` for more than is charged here within 24 h,
   * `busy` while one is open or its outcome wasn't dismissed (a second click may come after the answer), `forbidden`
   * without the permission, `storage` when it couldn't be stored: then nothing is sent.
   * @param overLimit the user has agreed to more than the limit of the day
   */
  start(amountCents: number, { overLimit = false } = {}): Result<null> {
    const { clock, document, ceiling, random, facts } = this.#deps
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
    const stored = document.write({ open, added, unread: null })
    if (!stored.ok) {
      ceiling.release(key)
      // A write that failed at its very end may have left the file changed all the same.
      this.#isUnwritten = true
      this.#schedule()
      return stored
    }
    this.#isUnwritten = false
    this.#mayKeyBeGone = false
    this.#record = { open, added, unread: null }
    this.#age = new TopUpAge(clock, open)
    this.#failure = null
    this.#retry = { attempts: 0, notBefore: 0, nextAt: 0 }
    this.#ask(session, open, 'first')
    return ok(null)
  }

  /**
   * What "Find out now" would send again. `busy` while a request is in flight, `invalid` when there is nothing to find
   * out.
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
   * "Find out now." Fails like `checkAgain`, and with `storage` when the key may be gone from the disk and can't be
   * stored again: then nothing is sent.
   */
  askAgain(): Result<null> {
    const checked = this.checkAgain()
    return checked.ok ? this.#repeat(checked.value.session, checked.value.open, 'asked') : checked
  }

  /** The user has read the outcome, or has found it out elsewhere. `busy` while that is possible here. */
  dismiss(): Result<null> {
    if (this.#session === null) return failed(signedOutFailure)
    const { open, added, unread } = this.#known
    if (this.#asking !== null || (open !== null && !open.tooOld)) {
      return failed(failure('busy', 'What became of it can still be found out.'))
    }
    if (open !== null) {
      // It may have been charged, so it counts towards the day's limit.
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

  /** `memory first`: for what is true whatever the disk says. The write is retried until it succeeds. */
  #store(record: TopUpRecord, order: 'memory first' | 'disk first'): Result<null> {
    const written = this.#deps.document.write(record)
    if (written.ok || order === 'memory first') this.#record = record
    this.#isUnwritten = !written.ok
    // A write that failed may have reached the disk all the same.
    if (written.ok || record.open === null) this.#mayKeyBeGone = !written.ok
    return written
  }

  #storeOpen(open: Intent): Result<null> {
    return this.#store({ ...this.#known, open }, 'memory first')
  }

  /** Stores how far the clock has come, so that the next run notices when it was set back. */
  #storeTime(): Result<null> {
    const { open } = this.#known
    if (open === null || open.tooOld) return ok(null)
    return this.#storeOpen({ ...open, seenAt: Math.max(open.seenAt, this.#deps.clock.now()) })
  }

  #repeat(session: TopUpSession, open: Intent, trigger: 'retry' | 'asked'): Result<null> {
    const stored = this.#storeTime()
    // An outcome that was half written may have removed the key from the disk: sent now, a crash would lose the charge.
    if (!stored.ok && this.#mayKeyBeGone) return stored
    // It may be charged now for the first time, so it counts from now on.
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
        // Time has passed: a refresh may have come before, and the machine may have slept.
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
    // A replayed answer is of the charge that the first request made.
    onCharged({ amountCents, at: isReplayed ? open.askedAt : clock.now(), reading, isReplayed })
  }

  /** Reported only once the key is off the disk: a key that comes back after a crash could still be charged. */
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

  /** Runs as long as there is something that time alone changes. */
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

  /** Updates what time has changed. */
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
    // What lies ahead was requested before the clock was set back: it counts.
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
