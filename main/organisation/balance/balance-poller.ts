/**
 * Reads the balance of each signed-in organisation: when asked, and by itself as often as `pace.ts` says. One reading
 * at a time for each. Whoever asks is answered at once; what happens by itself is done a few at a time.
 */
import type { Balance, Failure, Result, Settings } from '../../../preload/contract/index.ts'
import { failed, ok } from '../../../preload/contract/index.ts'
import type { AccountApi, BalanceReading } from '../../parallel/account-api.ts'
import { failure } from '../../parallel/failures.ts'
import type { Clock, Randomness } from '../../ports.ts'
import type { Session } from '../session/session.ts'
import { InTurn } from './in-turn.ts'
import type { LastReadings } from './last-reading.ts'
import { paceMs, staleAfterMs, withJitter } from './poll-interval.ts'

/** After a failure it is tried sooner, then ever less often, but never less often than the usual pace. */
const firstRetryMs = 15_000
/** After a wake everything is looked at again within this, but not all at once. */
const spreadMs = 4_000
/** What was read so shortly before needs no second look. */
const freshMs = 60_000
const atOnce = 4
/** Where nothing may be read, how long until that is looked at again, should nobody say that it has changed. */
const idleMs = 3600_000

/** What the pace depends on, besides the account itself. */
export type Attention = {
  /** The organisation on screen in a visible window. */
  readonly inSight: string | null
  readonly onBattery: boolean
  /** The screen is locked: nobody looks. */
  readonly locked: boolean
  readonly setting: Settings['pace']
}

export type BalanceChange = {
  readonly balance?: Balance
  readonly refreshing?: boolean
  readonly staleAt?: number | null
  readonly trouble?: { readonly failure: Failure; readonly since: number } | null
}

type Dependencies = {
  readonly api: AccountApi
  readonly clock: Clock
  readonly random: Randomness
  readonly readings: LastReadings
  /** False while the machine is about to sleep. */
  readonly isAwake: () => boolean
  readonly report: (organisationId: string, change: BalanceChange) => void
}

type Watch = {
  readonly session: Session
  readonly stop: AbortController
  /** Ends the wait for the next reading, as there is a new reason to look at when that is. */
  pause: AbortController
  reading: Promise<Result<null>> | null
  /** Those that a retry may help. */
  failuresInARow: number
  /** When the last answer came, whoever asked for it, and since when it has been the same balance (elapsed time). */
  answeredAt: number | null
  changedAt: number
  chance: number
  /** When to read at the latest, as there was a wake; when at the soonest, as the server asked for that. */
  hurryAt: number
  notBefore: number
  troubleSince: number | null
  /** Wall time. */
  lastReadAt: number | null
  /** How often something happened that a reading which was asked for before doesn't know of. */
  overtaken: number
}

export class Balances {
  readonly #its: Dependencies
  readonly #watches = new Map<string, Watch>()
  readonly #inTurn = new InTurn(atOnce)
  #attention: Attention = { inSight: null, onBattery: false, locked: false, setting: 'normal' }

  constructor(dependencies: Dependencies) {
    this.#its = dependencies
  }

  /** Reads now and goes on reading until `unwatch`. */
  watch(organisationId: string, session: Session): void {
    this.unwatch(organisationId)
    const watch: Watch = {
      session,
      stop: new AbortController(),
      pause: new AbortController(),
      reading: null,
      failuresInARow: 0,
      answeredAt: null,
      changedAt: this.#its.clock.elapsed(),
      chance: 0,
      hurryAt: Number.POSITIVE_INFINITY,
      notBefore: 0,
      troubleSince: null,
      lastReadAt: null,
      overtaken: 0,
    }
    this.#watches.set(organisationId, watch)
    this.#reportStaleness(organisationId, watch)
    void this.#keepReading(organisationId, watch)
  }

  unwatch(organisationId: string): void {
    const watch = this.#watches.get(organisationId)
    watch?.stop.abort()
    watch?.pause.abort()
    this.#watches.delete(organisationId)
  }

  /** Reads now; whoever asks meanwhile gets the same reading. */
  refresh(organisationId: string): Promise<Result<null>> {
    const watch = this.#watches.get(organisationId)
    if (watch === undefined) {
      return Promise.resolve(failed(failure('signed-out', 'This organisation is not signed in.')))
    }
    watch.reading ??= this.#read(organisationId, watch).finally(() => {
      watch.reading = null
    })
    return watch.reading
  }

  /** Takes over a balance that came with another answer of the server, as if it had been read now. */
  take(organisationId: string, reading: BalanceReading): void {
    const watch = this.#watches.get(organisationId)
    if (watch === undefined) return
    watch.overtaken += 1
    this.#keep(organisationId, watch, reading)
  }

  /** Reads what the account is from now on: a reading that is under way may have been answered before. */
  readAnew(organisationId: string): void {
    const watch = this.#watches.get(organisationId)
    if (watch === undefined) return
    watch.overtaken += 1
    void this.refresh(organisationId)
  }

  /** What goes on has changed, and with it the pace. Whoever unlocks the screen gets fresh numbers. */
  attend(attention: Attention): void {
    const before = this.#attention
    this.#attention = attention
    if (before.locked && !attention.locked) this.hurry()
    for (const [organisationId, watch] of this.#watches) {
      this.#reportStaleness(organisationId, watch)
      watch.pause.abort()
    }
  }

  /** There is a reason to look at everything again soon: a wake, a network. */
  hurry(): void {
    for (const watch of this.#watches.values()) {
      this.#hurry(watch)
      watch.pause.abort()
    }
  }

  stop(): void {
    for (const organisationId of [...this.#watches.keys()]) this.unwatch(organisationId)
  }

  async #read(organisationId: string, watch: Watch): Promise<Result<null>> {
    const { api, clock, report } = this.#its
    report(organisationId, { refreshing: true })
    const { overtaken } = watch
    const answer = await watch.session.call((token, signal) => api.balance(token, signal))
    // Signed out meanwhile, or signed in anew: this reading is nobody's any more.
    if (watch.stop.signal.aborted) return ok(null)
    if (watch.overtaken !== overtaken) return this.#read(organisationId, watch)
    const reading = answer.ok ? belongsTo(organisationId, answer.value) : answer
    if (!reading.ok) {
      this.#answered(watch, reading.failure)
      watch.troubleSince ??= clock.now()
      const trouble = { failure: reading.failure, since: watch.troubleSince }
      report(organisationId, { refreshing: false, trouble })
      return reading
    }
    report(organisationId, { refreshing: false })
    this.#keep(organisationId, watch, reading.value)
    return ok(null)
  }

  #keep(organisationId: string, watch: Watch, reading: BalanceReading): void {
    const { clock, readings, report } = this.#its
    this.#answered(watch, null)
    watch.troubleSince = null
    watch.lastReadAt = clock.now()
    const balance = toBalance(reading, watch.lastReadAt)
    if (!isSame(readings.get(organisationId), balance)) watch.changedAt = clock.elapsed()
    readings.keep(organisationId, balance)
    report(organisationId, { trouble: null, balance })
    this.#reportStaleness(organisationId, watch)
  }

  async #keepReading(organisationId: string, watch: Watch): Promise<void> {
    const { clock } = this.#its
    while (!watch.stop.signal.aborted) {
      const left = this.#dueIn(organisationId, watch)
      if (left <= 0) {
        // What is looked at doesn't stand in line behind what isn't.
        if (this.#attention.inSight === organisationId) await this.refresh(organisationId)
        else await this.#inTurn.run(() => this.#readIfDue(organisationId, watch))
        continue
      }
      watch.pause = new AbortController()
      const end = await clock.wait(left, watch.pause.signal)
      if (end === 'woken') this.#hurry(watch)
    }
  }

  async #readIfDue(organisationId: string, watch: Watch): Promise<void> {
    const isOver = watch.stop.signal.aborted
    if (!isOver && this.#dueIn(organisationId, watch) <= 0) await this.refresh(organisationId)
  }

  /** How long until the next reading, in milliseconds; where nothing may be read, until that is looked at again. */
  #dueIn(organisationId: string, watch: Watch): number {
    const mayRead = watch.session.isAlive && !this.#attention.locked && this.#its.isAwake()
    if (!mayRead) return idleMs
    if (watch.answeredAt === null) return 0
    const backOffMs = firstRetryMs * 2 ** (watch.failuresInARow - 1)
    const usualMs = this.#paceMs(organisationId, watch)
    const pauseMs = watch.failuresInARow === 0 ? usualMs : Math.min(backOffMs, usualMs)
    const dueAt = Math.min(watch.answeredAt + withJitter(pauseMs, watch.chance), watch.hurryAt)
    return Math.max(dueAt, watch.notBefore) - this.#its.clock.elapsed()
  }

  #paceMs(organisationId: string, { answeredAt, changedAt }: Watch): number {
    const { inSight, onBattery, setting } = this.#attention
    const unchangedMs = (answeredAt ?? changedAt) - changedAt
    return paceMs({ setting, onBattery, inSight: inSight === organisationId, unchangedMs })
  }

  #hurry(watch: Watch): void {
    const { clock, random } = this.#its
    const age = watch.lastReadAt === null ? Number.POSITIVE_INFINITY : clock.now() - watch.lastReadAt
    // A clock set back makes ages negative: better one reading too many.
    const isFresh = age >= 0 && age < freshMs && watch.failuresInARow === 0
    if (isFresh) return
    watch.hurryAt = Math.min(watch.hurryAt, clock.elapsed() + random.fraction() * spreadMs)
  }

  /** Everything is counted from an answer: any answer, whoever asked for it. */
  #answered(watch: Watch, why: Failure | null): void {
    const { clock, random } = this.#its
    watch.answeredAt = clock.elapsed()
    watch.chance = random.fraction()
    watch.hurryAt = Number.POSITIVE_INFINITY
    // What no retry can help is asked again at the usual pace only.
    watch.failuresInARow = why?.retryable ? watch.failuresInARow + 1 : 0
    watch.notBefore = clock.elapsed() + withJitter(why?.retryAfterMs ?? 0, watch.chance)
    // A reading by click ends the wait that an earlier answer began: after a failure the next try comes sooner.
    watch.pause.abort()
  }

  #reportStaleness(organisationId: string, watch: Watch): void {
    const { readings, report } = this.#its
    const last = readings.get(organisationId)
    const afterMs = staleAfterMs(this.#paceMs(organisationId, watch))
    report(organisationId, { staleAt: last === null ? null : last.readAt + afterMs })
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

function isSame(one: Balance | null, other: Balance): boolean {
  return (
    one?.creditCents === other.creditCents &&
    one.heldCents === other.heldCents &&
    one.invoiced === other.invoiced
  )
}
