/**
 * One organisation's session: hands out the access token, refreshes it when needed, one refresh at a time,
 * and never uses a new pair before it is on the disk (RFC 6749 6, RFC 9700 4.14).
 */
import {
  type Failure,
  failed,
  type Keeping,
  ok,
  type Result,
  type Session as SessionView,
} from '../../preload/contract/index.ts'
import { failure } from '../parallel/failures.ts'
import type { OAuth } from '../parallel/oauth.ts'
import type { Clock, Log, Randomness } from '../ports.ts'
import { type Grant, refreshed, type SignedInRecord } from './grant.ts'
import type { Vault } from './vault.ts'

/** How long before its end an access token counts as ended, and how much of that is left to chance. */
const skewMs = 30_000
const jitterMs = 10_000
const firstSaveRetryMs = 5_000
const longestSaveRetryMs = 60_000

export type SessionDependencies = {
  readonly oauth: OAuth
  readonly vault: Vault
  readonly clock: Clock
  readonly random: Randomness
  readonly log: Log
  /** False from "suspend" to "resume": no refresh is started then. */
  readonly awake: () => boolean
  readonly changed: () => void
}

export class Session {
  readonly #its: SessionDependencies
  readonly keeping: Keeping
  #record: SignedInRecord
  #refreshing: Promise<Result<string>> | null = null
  #writing: Promise<unknown> = Promise.resolve()
  #unsaved: Failure | null = null
  #saving = false
  /** The authorization's own end has passed and no refresh has shown otherwise. */
  #overdueSince: number | null = null
  #signingOut = false
  readonly #closed = new AbortController()
  readonly #earlyMs: number

  constructor(dependencies: SessionDependencies, record: SignedInRecord, keeping: Keeping) {
    this.#its = dependencies
    this.#record = record
    this.keeping = keeping
    this.#earlyMs = skewMs + dependencies.random.fraction() * jitterMs
  }

  get record(): SignedInRecord {
    return this.#record
  }

  get view(): SessionView {
    if (this.#signingOut) return { kind: 'signing-out' }
    const { grant } = this.#record
    const since = grant.endedAt ?? this.#overdueSince
    if (since !== null) return { kind: 'sign-in-again', since }
    return {
      kind: 'active',
      keeping: this.keeping,
      accessUntil: grant.accessUntil,
      signInUntil: grant.signInUntil,
      authorizationUntil: grant.authorizationUntil,
      unsaved: this.#unsaved,
    }
  }

  /**
   * Calls with the newest access token. After a 401 the call is repeated once: with the newest token if there
   * is a newer one by then, else after one refresh.
   */
  async call<T>(ask: (accessToken: string, signal: AbortSignal) => Promise<Result<T>>): Promise<Result<T>> {
    const { signal } = this.#closed
    const token = await this.#usableToken()
    if (!token.ok) return token
    const answer = await ask(token.value, signal)
    if (answer.ok || answer.failure.kind !== 'unauthorized') return answer
    const isNewest = token.value === this.#record.grant.accessToken
    const newer = isNewest ? await this.refresh() : await this.#usableToken()
    return newer.ok ? ask(newer.value, signal) : newer
  }

  /** Exchanges the refresh token; whoever asks meanwhile gets the same answer. */
  refresh(): Promise<Result<string>> {
    if (this.#signingOut || this.#record.grant.endedAt !== null) return Promise.resolve(ended)
    if (!this.#its.awake()) return Promise.resolve(asleep)
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = null
      this.#its.changed()
    })
    return this.#refreshing
  }

  /** Resolves when no refresh and no write is under way. */
  async settled(): Promise<void> {
    await this.#refreshing
    await this.#writing
  }

  /** No call, refresh or write starts after this, except those of the sign-out. */
  async beginSignOut(): Promise<void> {
    this.#signingOut = true
    this.#its.changed()
    this.close()
    await this.settled()
  }

  /** Ends everything that is under way for this session. */
  close(): void {
    this.#closed.abort()
  }

  /** Takes over that some revocations were delivered. */
  async withoutRevocations(refreshTokens: ReadonlySet<string>): Promise<Result<null>> {
    const revocations = this.#record.revocations.filter((one) => !refreshTokens.has(one.refreshToken))
    this.#record = { ...this.#record, revocations }
    return this.#save()
  }

  async #usableToken(): Promise<Result<string>> {
    const { grant } = this.#record
    if (this.#signingOut || grant.endedAt !== null) return ended
    if (this.#refreshing !== null) return this.#refreshing
    const usable = grant.accessUntil - this.#its.clock.now() > this.#earlyMs
    return usable ? ok(grant.accessToken) : this.refresh()
  }

  async #refresh(): Promise<Result<string>> {
    const { grant } = this.#record
    const answer = await this.#exchange(grant)
    const now = this.#its.clock.now()
    if (!answer.ok) {
      this.#its.log.failure('refresh failed', answer.failure)
      if (answer.failure.kind === 'signed-out') await this.#replaceGrant({ ...grant, endedAt: now })
      else if (grant.authorizationUntil !== null && grant.authorizationUntil <= now) {
        // The third clock: no refresh can help any more, unless one proves that our clock is wrong.
        this.#overdueSince ??= grant.authorizationUntil
      }
      return answer
    }
    this.#overdueSince = null
    await this.#replaceGrant(refreshed(grant, answer.value, now))
    return ok(answer.value.accessToken)
  }

  /** With the client the grant was issued to; once more without, should the server have forgotten that. */
  async #exchange(grant: Grant) {
    const { oauth } = this.#its
    // Never aborted: an answer that nobody reads may be the only copy of the next refresh token.
    const { signal } = new AbortController()
    const answer = await oauth.refresh(grant.refreshToken, grant.clientId, signal)
    if (answer.ok || answer.failure.kind !== 'unknown-client') return answer
    const bare = await oauth.refresh(grant.refreshToken, null, signal)
    if (bare.ok || bare.failure.retryable) return bare
    return failed({ ...bare.failure, kind: 'signed-out' as const })
  }

  /** Memory first, then the disk; resolves when the disk has it or has refused. */
  async #replaceGrant(grant: Grant): Promise<void> {
    this.#record = { ...this.#record, grant }
    const saved = await this.#save()
    this.#unsaved = saved.ok ? null : saved.failure
    if (!saved.ok) {
      this.#its.log.failure('tokens not written', saved.failure)
      void this.#keepSaving()
    }
  }

  /** One write at a time, and always of the newest record: an older one must never come last. */
  #save(): Promise<Result<null>> {
    const write = this.#writing.then(() => this.#its.vault.save(this.#record, this.keeping))
    this.#writing = write
    return write
  }

  async #keepSaving(): Promise<void> {
    if (this.#saving) return
    this.#saving = true
    let pauseMs = firstSaveRetryMs
    while (this.#unsaved !== null && !this.#closed.signal.aborted) {
      await this.#its.clock.wait(pauseMs, this.#closed.signal)
      if (this.#closed.signal.aborted) break
      const saved = await this.#save()
      this.#unsaved = saved.ok ? null : saved.failure
      pauseMs = Math.min(pauseMs * 2, longestSaveRetryMs)
    }
    this.#saving = false
    this.#its.changed()
  }
}

const ended = failed(failure('signed-out', 'The sign-in has ended.'))
const asleep = failed(failure('offline', 'The machine is about to sleep.'))
