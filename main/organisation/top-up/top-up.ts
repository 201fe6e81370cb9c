/**
 * The top-up of one organisation: one at a time, on the disk before it is sent, and never said to be not charged unless
 * that is certain. What became of it is asked with the same idempotency key, which is charged once (Account API).
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
import type { AccountApi, BalanceReading } from '../../parallel/account-api.ts'
import { failure } from '../../parallel/failures.ts'
import { permissionsOf } from '../../parallel/permissions.ts'
import type { Clock, Log, Randomness } from '../../ports.ts'
import type { Session } from '../session/session.ts'
import { TopUpAge } from './age.ts'
import { outcomeOf } from './outcome.ts'
import { type Intent, noTopUp, type TopUpDocuments, type TopUpRecord } from './top-up-document.ts'

/** How long after the click it is sent, and asked again, without another click. */
const byItselfMs = 15 * 60_000
const firstPauseMs = 5_000
const longestPauseMs = 120_000
/** While an outcome is unknown the clocks are compared this often, and what couldn't be written is tried again. */
const lookMs = 60_000
/** A crash forgets how far the clock had come, up to this: far less than what lies between 20 h and 24 h. */
const noteMs = 15 * 60_000
/** What was added before that is of no use to the limit of a day. */
const keptMs = 2 * 24 * 3600_000

/** What it needs of a session. */
export type Signed = Pick<Session, 'isAlive' | 'scope' | 'call'>

export type TopUpChange = { readonly topUp: Shown; readonly addedTodayCents: number }

export type TopUpDependencies = {
  readonly api: AccountApi
  readonly clock: Clock
  readonly random: Randomness
  readonly log: Log
  readonly documents: TopUpDocuments
  /** False from "suspend" to "resume" and once the app quits. */
  readonly mayAsk: () => boolean
  readonly balanceOf: (organisationId: string) => Balance | null
  readonly limitOf: (organisationId: string) => number | null
  /** A balance that came with the answer; `replayed`: it may be as old as the charge. */
  readonly take: (organisationId: string, reading: BalanceReading, replayed: boolean) => void
  readonly report: (organisationId: string, change: TopUpChange) => void
  /** `at`: when it was charged, as far as is known. Comes before the balance. */
  readonly added: (organisationId: string, cents: number, spendableCents: number, at: number) => void
}

/** Who wants the question: the click that charges, the app within its quarter of an hour, or "find out now". */
type Why = 'first' | 'by-itself' | 'asked'

/** When it is asked again by itself (elapsed time): next, and at the soonest, as the server asked for that. */
type ByItself = { readonly asks: number; readonly notBefore: number; nextAt: number }

export class TopUp {
  readonly #its: TopUpDependencies
  readonly #organisationId: string
  #session: Signed | null = null
  /** Null as long as the disk doesn't say what is there. */
  #record: TopUpRecord | null = null
  #unwritten = false
  /** Whether the key of what is open is on the disk for certain. */
  #keyOnDisk = false
  #age: TopUpAge | null = null
  #ended: Shown | null = null
  #asking: { readonly why: Why; readonly stop: AbortController; readonly end: Promise<void> } | null = null
  #byItself: ByItself | null = null
  #failure: Failure | null = null
  #timer = new AbortController()
  #stopped = false
  #reported = ''

  constructor(dependencies: TopUpDependencies, organisationId: string) {
    this.#its = dependencies
    this.#organisationId = organisationId
  }

  /** Signed in. */
  watch(session: Signed): void {
    this.#session = session
    this.#reported = ''
    this.#goOn()
  }

  /** Signed out: what is open stays on the disk, and is asked again only when the user wants it. */
  unwatch(): void {
    this.#session = null
    this.#byItself = null
    this.#failure = null
    this.#timer.abort()
    this.#asking?.stop.abort()
  }

  /** The machine is about to sleep: a request that waits through that would be sent at nobody knows what time. */
  suspend(): void {
    this.#look()
    this.#noteTime()
    this.#asking?.stop.abort()
  }

  /** It is awake again: the time that it slept is seen before anybody can set the clock back by it. */
  resume(): void {
    this.#look()
  }

  /** The app is about to end. Resolves when no request is under way. */
  async finish(): Promise<void> {
    this.#stopped = true
    this.#timer.abort()
    await this.#asking?.end
    this.#look()
    this.#noteTime()
  }

  /** Whether there is one whose outcome nobody knows yet, and that can still be found out. */
  get isOpen(): boolean {
    return this.#record === null || (this.#record.open !== null && !this.#record.open.tooOld)
  }

  /** For the redaction: the idempotency key of what is open; null when nothing is. */
  get openKey(): string | null {
    return this.#record?.open?.key ?? null
  }

  /** Takes it off the disk, unless it is open. */
  forget(): Result<null> {
    this.#load()
    if (this.isOpen) return ok(null)
    this.#record = noTopUp
    this.#age = null
    this.#ended = null
    return this.#its.documents.remove(this.#organisationId)
  }

  /**
   * Charges the default card; the outcome is reported. `invalid` for amounts that the service or the day's limit
   * doesn't allow and for organisations that pay by invoice, `busy` while one is open or its end wasn't put
   * away (a click too many may come after the answer), `forbidden` without the permission, `storage` when it couldn't be noted: then nothing is sent.
   */
  start(amountCents: number): Result<null> {
    const { clock, documents, random, balanceOf, limitOf } = this.#its
    const allowed = this.#allowed()
    if (!allowed.ok) return allowed
    if (!Number.isInteger(amountCents) || amountCents < 1 || amountCents > 10_000) {
      return invalid('One top-up is a whole number of cents from 1 to 10000.')
    }
    const loaded = this.#load()
    if (!loaded.ok) return loaded
    const record = loaded.value
    if (this.#asking !== null || record.open !== null || this.#ended !== null) {
      return failed(failure('busy', 'The top-up before is not put away.'))
    }
    const balance = balanceOf(this.#organisationId)
    if (balance?.invoiced) return invalid('This organisation pays by invoice and can not be topped up.')
    const limit = limitOf(this.#organisationId)
    if (limit !== null && this.#addedTodayCents() + amountCents > limit) {
      return invalid('That is more than may be added here in one day.')
    }
    const askedAt = clock.now()
    const open: Intent = {
      key: random.uuid(),
      amountCents,
      askedAt,
      beforeCents: balance?.spendableCents ?? null,
      seenAt: askedAt,
      tooOld: false,
    }
    const added = record.added.filter((one) => one.askedAt > askedAt - keptMs)
    // The key is on the disk before anybody can be charged for it.
    const noted = documents.write(this.#organisationId, { open, added, unread: null })
    if (!noted.ok) {
      // A write that failed at its very end may have left the file changed all the same.
      this.#unwritten = true
      this.#goOn()
      return noted
    }
    this.#unwritten = false
    this.#keyOnDisk = true
    this.#record = { open, added, unread: null }
    this.#age = new TopUpAge(clock, open)
    this.#failure = null
    this.#byItself = { asks: 0, notBefore: 0, nextAt: 0 }
    this.#ask(allowed.value, open, 'first')
    return ok(null)
  }

  /**
   * "Find out now." `busy` while a question is under way, `invalid` when there is nothing that may be asked, `storage`
   * when its key may have gone off the disk and can't be noted again: then nothing is sent.
   */
  askAgain(): Result<null> {
    const allowed = this.#allowed()
    if (!allowed.ok) return allowed
    if (this.#asking !== null) return failed(failure('busy', 'It is being asked already.'))
    this.#look()
    const open = this.#record?.open ?? null
    this.#report()
    if (open === null || open.tooOld) return invalid('There is no top-up that may be asked for again.')
    return this.#repeat(allowed.value, open, 'asked')
  }

  /** The user has read its end, or has looked elsewhere what became of it. `busy` while that can be found out here. */
  putAway(): Result<null> {
    if (this.#session === null) return failed(failure('signed-out', 'This organisation is not signed in.'))
    const { open, added, unread } = this.#record ?? noTopUp
    if (this.#asking !== null || (open !== null && !open.tooOld)) {
      return failed(failure('busy', 'What became of it can still be found out.'))
    }
    if (open !== null) {
      // It may have been charged, so it counts towards the day's limit.
      const put = this.#keep({ open: null, added: [...added, countable(open)], unread: null }, 'disk first')
      if (!put.ok) return put
      this.#age = null
    } else if (unread !== null) this.#keep({ open, added, unread: null }, 'memory first')
    this.#ended = null
    this.#goOn()
    return ok(null)
  }

  #allowed(): Result<Signed> {
    const session = this.#session
    if (session?.isAlive !== true || this.#stopped) {
      return failed(failure('signed-out', 'This organisation is not signed in.'))
    }
    if (permissionsOf(session.scope).includes('add-money')) return ok(session)
    return failed(failure('forbidden', 'Adding money was not allowed at sign-in.'))
  }

  #load(): Result<TopUpRecord> {
    if (this.#record !== null) return ok(this.#record)
    const read = this.#its.documents.read(this.#organisationId)
    if (!read.ok) return read
    this.#record = read.value
    this.#keyOnDisk = read.value.open !== null
    const { unread } = read.value
    if (unread !== null) this.#ended = { kind: 'added', ...unread }
    if (read.value.open !== null) this.#age = new TopUpAge(this.#its.clock, read.value.open)
    return read
  }

  /** `memory first`: what is so whatever the disk says; it is tried again until it is written. */
  #keep(record: TopUpRecord, order: 'memory first' | 'disk first'): Result<null> {
    const written = this.#its.documents.write(this.#organisationId, record)
    if (written.ok || order === 'memory first') this.#record = record
    this.#unwritten = !written.ok
    // A write that failed may have reached the disk all the same.
    if (written.ok || record.open === null) this.#keyOnDisk = written.ok && record.open !== null
    return written
  }

  #keepOpen(open: Intent): Result<null> {
    return this.#keep({ ...(this.#record ?? noTopUp), open }, 'memory first')
  }

  /** Notes how far the clock has come, so that the next run sees when it is set back. */
  #noteTime(): Result<null> {
    const { open } = this.#record ?? noTopUp
    if (open === null || open.tooOld) return ok(null)
    return this.#keepOpen({ ...open, seenAt: Math.max(open.seenAt, this.#its.clock.now()) })
  }

  #repeat(session: Signed, open: Intent, why: 'by-itself' | 'asked'): Result<null> {
    const noted = this.#noteTime()
    // An end that was half written may have taken the key off the disk: sent now, a crash would lose the charge.
    if (!noted.ok && !this.#keyOnDisk) return noted
    this.#ask(session, open, why)
    return ok(null)
  }

  #ask(session: Signed, open: Intent, why: Why): void {
    const stop = new AbortController()
    this.#timer.abort()
    const end = this.#send(session, open, why, stop.signal).finally(() => {
      this.#asking = null
      this.#goOn()
    })
    this.#asking = { why, stop, end }
    this.#report()
  }

  async #send(session: Signed, open: Intent, why: Why, stop: AbortSignal): Promise<void> {
    const { api, log } = this.#its
    const { key, amountCents } = open
    const first = why === 'first'
    // The state shows that it is under way before anything else happens.
    await null
    let last: Result<BalanceReading> | null | 'lost' = null
    const called = await session
      .call(async (token, signal) => {
        // Time has passed: a refresh may have come before, and the machine may have slept.
        const age = this.#age?.read() ?? null
        const late = age === null || (why !== 'asked' && age >= byItselfMs)
        if (late || stop.aborted || this.#stopped) {
          return failed(failure('cancelled', 'It was too late to send it.', { notSent: true }))
        }
        last = 'lost'
        const answer = await api.addBalance(token, amountCents, key, AbortSignal.any([signal, stop]))
        last = answer
        return answer
      })
      .catch((error: unknown) => failed(failure('bug', String(error))))
    const outcome = outcomeOf({ organisationId: this.#organisationId, repeated: !first, last, called })
    log.info('top-up', { organisationId: this.#organisationId, amountCents, first, outcome: outcome.kind })
    if (outcome.kind === 'added') this.#added(open, outcome.reading, !first)
    else if (outcome.kind === 'not-charged') this.#notCharged(open, outcome.failure)
    else this.#unknown(outcome.failure)
  }

  #added(open: Intent, reading: BalanceReading, replayed: boolean): void {
    const { clock, take, added } = this.#its
    const before = this.#record?.added ?? []
    const { amountCents, beforeCents } = open
    const spendableCents = reading.creditCents - reading.heldCents
    const unread = { amountCents, at: clock.now(), beforeCents, spendableCents }
    this.#keep({ open: null, added: [...before, countable(open)], unread }, 'memory first')
    this.#settled()
    this.#ended = { kind: 'added', ...unread }
    if (this.#session === null) return
    // A replayed answer is of the charge that the first question made.
    added(this.#organisationId, amountCents, spendableCents, replayed ? open.askedAt : clock.now())
    take(this.#organisationId, reading, replayed)
  }

  /** Said only once the key is off the disk: a key that comes back after a crash could still be charged. */
  #notCharged({ amountCents }: Intent, why: Failure): void {
    const kept = this.#keep({ ...(this.#record ?? noTopUp), open: null }, 'disk first')
    if (!kept.ok) {
      this.#unknown(kept.failure)
      return
    }
    this.#settled()
    this.#ended = { kind: 'not-charged', amountCents, at: this.#its.clock.now(), failure: why }
  }

  #settled(): void {
    this.#age = null
    this.#byItself = null
    this.#failure = null
  }

  #unknown(why: Failure): void {
    this.#failure = why
    if (this.#byItself === null) return
    if (hasTrait(why, 'final')) {
      this.#byItself = null
      return
    }
    const elapsed = this.#its.clock.elapsed()
    const { asks } = this.#byItself
    const notBefore = elapsed + (why.retryAfterMs ?? 0)
    const pauseMs = Math.min(firstPauseMs * 2 ** asks, longestPauseMs)
    this.#byItself = { asks: asks + 1, notBefore, nextAt: Math.max(elapsed + pauseMs, notBefore) }
  }

  #goOn(): void {
    this.#timer.abort()
    if (this.#stopped || this.#session === null || this.#asking !== null) return
    this.#timer = new AbortController()
    void this.#follow(this.#timer.signal)
  }

  /** Lives as long as there is something that time alone changes. */
  async #follow(signal: AbortSignal): Promise<void> {
    const { clock, mayAsk } = this.#its
    for (;;) {
      this.#look()
      this.#report()
      const open = this.#record?.open ?? null
      const session = this.#session
      const isDue = this.#byItself !== null && this.#byItself.nextAt <= clock.elapsed()
      if (open !== null && !open.tooOld && session !== null && isDue && mayAsk()) {
        const asked = this.#repeat(session, open, 'by-itself')
        if (asked.ok) return
        this.#unknown(asked.failure)
      }
      const ms = this.#nextLookMs()
      if (ms === null) return
      const end = await clock.wait(ms, signal)
      if (signal.aborted) return
      if (end === 'woken' && this.#byItself !== null) {
        this.#byItself.nextAt = Math.min(
          this.#byItself.nextAt,
          Math.max(this.#byItself.notBefore, clock.elapsed()),
        )
      }
    }
  }

  #nextLookMs(): number | null {
    const { clock } = this.#its
    const elapsed = clock.elapsed()
    const times: number[] = []
    const open = this.#record?.open ?? null
    if (this.#record === null || this.#unwritten) times.push(lookMs)
    if (this.#addedTodayCents() > 0) times.push(midnightAfter(clock.now()) - clock.now())
    if (open !== null && !open.tooOld) times.push(lookMs)
    if (this.#byItself !== null && this.#byItself.nextAt > elapsed) {
      times.push(this.#byItself.nextAt - elapsed)
    }
    return times.length === 0 ? null : Math.min(...times)
  }

  /** Takes notice of what time has changed. */
  #look(): void {
    this.#load()
    const record = this.#record
    if (record === null) return
    if (this.#unwritten) this.#keep(record, 'memory first')
    const { open } = record
    if (open === null || open.tooOld) return
    const age = this.#age?.read() ?? null
    if (age === null) {
      this.#byItself = null
      this.#keepOpen({ ...open, tooOld: true })
      return
    }
    if (this.#its.clock.now() - open.seenAt >= noteMs) this.#noteTime()
    if (this.#byItself === null) return
    const nextAge = age + Math.max(this.#byItself.nextAt - this.#its.clock.elapsed(), 0)
    if (nextAge >= byItselfMs) this.#byItself = null
  }

  #addedTodayCents(): number {
    const { open, added } = this.#record ?? noTopUp
    const midnight = midnightBefore(this.#its.clock.now())
    const all = open === null ? added : [...added, open]
    // What lies ahead was asked for before the clock was set back: it counts.
    return all.filter((one) => one.askedAt >= midnight).reduce((sum, one) => sum + one.amountCents, 0)
  }

  #report(): void {
    if (this.#session === null) return
    const change = { topUp: this.#shown(), addedTodayCents: this.#addedTodayCents() }
    const text = JSON.stringify(change)
    if (text === this.#reported) return
    this.#reported = text
    this.#its.report(this.#organisationId, change)
  }

  #shown(): Shown {
    const open = this.#record?.open ?? null
    if (open === null) return this.#ended ?? { kind: 'none' }
    const { amountCents, askedAt } = open
    if (this.#asking?.why === 'first') return { kind: 'charging', amountCents, askedAt }
    if (open.tooOld) return { kind: 'too-old', amountCents, askedAt }
    const { clock } = this.#its
    const byItself = this.#byItself && {
      nextAt: clock.now() + Math.max(this.#byItself.nextAt - clock.elapsed(), 0),
      until: askedAt + byItselfMs,
    }
    const asking = this.#asking !== null
    return { kind: 'unknown', amountCents, askedAt, asking, byItself, failure: this.#failure }
  }
}

function countable({ amountCents, askedAt }: Intent): TopUpRecord['added'][number] {
  return { amountCents, askedAt }
}

function invalid(message: string): Result<never> {
  return failed(failure('invalid', message))
}

/** By the local calendar. */
function midnightBefore(now: number): number {
  return new Date(now).setHours(0, 0, 0, 0)
}

function midnightAfter(now: number): number {
  return new Date(now).setHours(24, 0, 0, 0)
}
