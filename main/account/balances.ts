/**
 * Reads the balance of each signed-in organisation: when asked, and every few minutes while signed in.
 * One reading at a time for each; organisations never wait for each other.
 */
import type { Balance, Failure, Result } from '../../preload/contract/index.ts'
import { failed, ok } from '../../preload/contract/index.ts'
import type { AccountApi, BalanceReading } from '../parallel/account-api.ts'
import { failure } from '../parallel/failures.ts'
import type { Clock, Randomness } from '../ports.ts'
import type { Session } from '../session/session.ts'
import type { LastReadings } from '../storage/last-readings.ts'

const paceMs = 5 * 60_000
/** After a failure it is tried sooner, then ever less often, but never less often than the usual pace. */
const firstRetryMs = 15_000
/** Organisations that wake together don't ask together. */
const spreadMs = 3_000

export type BalanceChange = {
  readonly balance?: Balance
  readonly refreshing?: boolean
  readonly trouble?: { readonly failure: Failure; readonly since: number } | null
}

type Dependencies = {
  readonly api: AccountApi
  readonly clock: Clock
  readonly random: Randomness
  readonly readings: LastReadings
  readonly report: (organisationId: string, change: BalanceChange) => void
}

type Watch = {
  readonly session: Session
  readonly stop: AbortController
  reading: Promise<Result<null>> | null
  /** Those that a retry may help. */
  failuresInARow: number
  /** When to read next, and when at the soonest, because the server asked for that (elapsed time). */
  nextAt: number
  notBefore: number
  troubleSince: number | null
  lastReadAt: number | null
  /** How often something happened that a reading which was asked for before doesn't know of. */
  overtaken: number
}

export class Balances {
  readonly #its: Dependencies
  readonly #watches = new Map<string, Watch>()

  constructor(dependencies: Dependencies) {
    this.#its = dependencies
  }

  /** Reads now and goes on reading until `unwatch`. */
  watch(organisationId: string, session: Session): void {
    this.unwatch(organisationId)
    const watch: Watch = {
      session,
      stop: new AbortController(),
      reading: null,
      failuresInARow: 0,
      nextAt: 0,
      notBefore: 0,
      troubleSince: null,
      lastReadAt: null,
      overtaken: 0,
    }
    this.#watches.set(organisationId, watch)
    void this.#keepReading(organisationId, watch)
  }

  unwatch(organisationId: string): void {
    this.#watches.get(organisationId)?.stop.abort()
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

  /** Reads again what is older than `ms`: somebody is looking, or the network is back. */
  refreshOlderThan(ms: number): void {
    for (const [organisationId, { lastReadAt }] of this.#watches) {
      const age = lastReadAt === null ? Number.POSITIVE_INFINITY : this.#its.clock.now() - lastReadAt
      // A clock set back makes ages negative: better one reading too many.
      if (age > ms || age < 0) void this.refresh(organisationId)
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
      this.#schedule(watch, reading.failure)
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
    this.#schedule(watch, null)
    watch.troubleSince = null
    watch.lastReadAt = clock.now()
    const balance = toBalance(reading, watch.lastReadAt)
    readings.keep(organisationId, balance)
    report(organisationId, { trouble: null, balance })
  }

  async #keepReading(organisationId: string, watch: Watch): Promise<void> {
    const { clock, random } = this.#its
    const { signal } = watch.stop
    while (!signal.aborted) {
      const left = watch.nextAt - clock.elapsed()
      if (left <= 0) {
        if (watch.session.isAlive) await this.refresh(organisationId)
        else watch.nextAt = clock.elapsed() + paceMs
        continue
      }
      const end = await clock.wait(left, signal)
      if (end === 'woken') {
        const soon = clock.elapsed() + random.fraction() * spreadMs
        watch.nextAt = Math.max(Math.min(watch.nextAt, soon), watch.notBefore)
      }
    }
  }

  /** When to read next, counted from an answer: any answer, whoever asked for it. */
  #schedule(watch: Watch, why: Failure | null): void {
    const { clock, random } = this.#its
    // What no retry can help is asked again at the usual pace only.
    watch.failuresInARow = why?.retryable ? watch.failuresInARow + 1 : 0
    const backOff = firstRetryMs * 2 ** (watch.failuresInARow - 1)
    const pauseMs = watch.failuresInARow === 0 ? paceMs : Math.min(backOff, paceMs)
    watch.notBefore = clock.elapsed() + (why?.retryAfterMs ?? 0)
    watch.nextAt = Math.max(clock.elapsed() + pauseMs, watch.notBefore) + random.fraction() * spreadMs
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
