/**
 * One organisation's sign-in: hands out the access token and refreshes it when needed, one refresh at a time, never
 * using a new pair before it is on the disk (RFC 6749 6, RFC 9700 4.14); signs out, and ends on the server what was
 * signed out or replaced here (RFC 7009).
 */
import {
  failed,
  hasTrait,
  type Keeping,
  ok,
  type PendingSignOut,
  type Result,
  type Session as SessionView,
} from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import type { ApprovedGrant, OAuth } from '../../parallel/oauth.ts'
import type { Clock, Log, Randomness } from '../../ports.ts'
import {
  type Grant,
  type GrantRecord,
  grantOf,
  isDueForRenewal,
  pending,
  type Revocation,
  refreshed,
  refreshTokensOnDisk,
  revocationsOf,
  signedOut,
} from './grant.ts'
import { GrantKeeper } from './grant-keeper.ts'
import { exchangeRefreshToken } from './refresh.ts'
import { Revoker } from './revoker.ts'
import type { Loaded, Locked, Vault } from './vault.ts'

/** How long before its end an access token counts as ended, and how much of that is left to chance. */
const skewMs = 30_000
const jitterMs = 10_000

export type SessionDependencies = {
  readonly oauth: OAuth
  readonly vault: Vault
  readonly clock: Clock
  readonly random: Randomness
  readonly log: Log
  /** False from "suspend" to "resume": nothing is started by itself then. */
  readonly isAwake: () => boolean
  /** False also once the app quits: no refresh is started then. */
  readonly mayRefresh: () => boolean
  readonly changed: () => void
  /** An older grant of this organisation was ended on the server: whether the newer one still works is to be seen. */
  readonly olderEnded: () => void
}

export class Session {
  readonly #its: SessionDependencies
  readonly #keeper: GrantKeeper
  readonly #revoker: Revoker
  readonly #earlyMs: number
  #locked: Locked | null
  #refreshing: Promise<Result<string>> | null = null
  /** The last refresh brought nothing, so nothing speaks against the clock of the authorization. */
  #refreshFailed = false
  /** The server asked to be left alone with refreshes until then (elapsed time), and how it said so. */
  #refused: { readonly until: number; readonly answer: Result<never> } | null = null
  #signingOut = false
  /** The grant has answered at least once: only then is an older one ended. */
  #seenToWork = false
  #calls = new AbortController()
  #endNow = (): void => {}
  readonly #ending = new Promise<void>((resolve) => {
    this.#endNow = resolve
  })

  constructor(dependencies: SessionDependencies, { record, locked }: Loaded) {
    this.#its = dependencies
    this.#locked = locked
    this.#keeper = new GrantKeeper(dependencies, record)
    this.#revoker = new Revoker(dependencies, {
      due: () => this.#dueRevocations(),
      dead: (refreshTokens) => this.#revoked(refreshTokens),
      changed: () => dependencies.changed(),
    })
    this.#earlyMs = skewMs + dependencies.random.fraction() * jitterMs
    this.#revoker.go()
  }

  get record(): GrantRecord {
    return this.#keeper.record
  }

  /** Whether there is a sign-in to show; if not, only what is still to be ended on the server. */
  get isSignedIn(): boolean {
    return this.record.grant !== null || this.#locked !== null
  }

  /** Whether asking the server makes sense: signed in, and not told that it has ended. */
  get isAlive(): boolean {
    return !this.#signingOut && this.record.grant !== null && this.record.grant.endedAt === null
  }

  /** For the redaction: the tokens in memory, and those that the server is still to be told of. */
  get tokens(): readonly string[] {
    const { grant, revocations } = this.record
    const own = grant === null ? [] : [grant.accessToken, grant.refreshToken]
    return [...own, ...revocations.map(({ refreshToken }) => refreshToken)]
  }

  get scope(): readonly string[] {
    return this.record.grant?.scope ?? this.#locked?.scope ?? []
  }

  get view(): SessionView {
    if (this.#signingOut) return { kind: 'signing-out' }
    const { grant } = this.record
    if (grant === null) return { kind: 'unreadable', since: this.#locked?.since ?? 0 }
    const overdue = this.#refreshFailed && hasPassed(grant.authorizationUntil, this.#its.clock.now())
    const since = grant.endedAt ?? (overdue ? grant.authorizationUntil : null)
    if (since !== null) return { kind: 'sign-in-again', since }
    return {
      kind: 'active',
      keeping: grant.keeping,
      renewedAt: grant.renewedAt,
      accessUntil: grant.accessUntil,
      signInUntil: grant.signInUntil,
      authorizedAt: grant.authorizedAt,
      authorizationUntil: grant.authorizationUntil,
      unsaved: this.#keeper.unsaved,
    }
  }

  /** What the server hasn't been told yet after a sign-out. */
  get pendingSignOuts(): readonly PendingSignOut[] {
    if (this.isSignedIn) return []
    const { organisation, revocations, unopened } = this.record
    const { nextTryAt } = this.#revoker
    return [
      ...revocations.map(({ since, until }) => pending(organisation, since, until, nextTryAt)),
      ...unopened.map(({ since, until }) => pending(organisation, since, until, null)),
    ]
  }

  /** Goes on with what the server is still to be told, now if it allows that. */
  revokeNow(): void {
    this.#revoker.go()
  }

  /**
   * Calls with the newest access token. After a 401 the call is repeated once: with the newest token if there
   * is a newer one by then, else after one refresh.
   */
  async call<T>(ask: (accessToken: string, signal: AbortSignal) => Promise<Result<T>>): Promise<Result<T>> {
    const { signal } = this.#calls
    const token = await this.#usableToken()
    if (!token.ok) return token
    if (!this.#its.isAwake()) return asleep
    const answer = await ask(token.value, signal)
    this.#sees(answer)
    if (answer.ok || answer.failure.kind !== 'unauthorized') return answer
    const isNewest = token.value === this.record.grant?.accessToken
    const newer = isNewest ? await this.refresh() : await this.#usableToken()
    if (!newer.ok) return newer
    if (!this.#its.isAwake()) return asleep
    const repeated = await ask(newer.value, signal)
    this.#sees(repeated)
    return repeated
  }

  /** Exchanges the refresh token; whoever asks meanwhile gets the same answer. */
  refresh(): Promise<Result<string>> {
    const { grant } = this.record
    if (grant === null || !this.isAlive) return Promise.resolve(ended)
    if (!this.#its.mayRefresh()) return Promise.resolve(asleep)
    const refused = this.#refused
    if (refused !== null && this.#its.clock.elapsed() < refused.until) return Promise.resolve(refused.answer)
    this.#refreshing ??= this.#refresh(grant).finally(() => {
      this.#refreshing = null
      this.#its.changed()
    })
    return this.#refreshing
  }

  /** Exchanges the refresh token before it ends unused (`isDueForRenewal`); nothing otherwise. */
  async renewIfDue(): Promise<void> {
    const { grant } = this.record
    if (grant !== null && this.isAlive && isDueForRenewal(grant, this.#its.clock.now())) await this.refresh()
  }

  /**
   * Takes a grant that was just approved in place of what was here; resolves when it is safely kept. What it
   * replaces becomes a pending revocation in the same write, delivered once the new one was seen to work.
   */
  async adopt(approved: ApprovedGrant, keeping: Keeping, name: string): Promise<Result<null>> {
    await Promise.race([this.#refreshing, this.#ending])
    const grant = grantOf(approved, keeping)
    const signedInAt = this.isSignedIn ? this.record.signedInAt : approved.receivedAt
    const adopted = await this.#keeper.changeWhenSafe((record) => ({
      ...record,
      signedInAt,
      organisation: { ...record.organisation, name },
      grant,
      revocations: [...record.revocations, ...revocationsOf(record.grant, this.#its.clock.now())],
    }))
    if (!adopted.ok) return adopted
    this.#calls.abort()
    this.#calls = new AbortController()
    this.#locked = null
    this.#signingOut = false
    this.#refreshFailed = false
    this.#refused = null
    this.#seenToWork = false
    this.#its.changed()
    return adopted
  }

  /**
   * Signs out here at once and on the server as soon as it can be reached: one write turns the newest refresh
   * token into a pending revocation and removes the grant; then the server is told; then the entry goes.
   */
  async signOut(): Promise<Result<null>> {
    if (this.#signingOut) return failed(failure('busy', 'The sign-out is under way.'))
    this.#signingOut = true
    this.#its.changed()
    this.#calls.abort()
    await Promise.race([this.#refreshing, this.#ending])
    // Signed in anew meanwhile: the sign-out was of the grant before, which that has replaced.
    if (!this.#signingOut) return ok(null)
    const left = (record: GrantRecord): GrantRecord => signedOut(record, this.#its.clock.now())
    if (this.#locked !== null) {
      // What can't be opened can't be revoked now: without a note of it nobody would ever do that.
      const noted = await this.#keeper.changeWhenSafe(left)
      this.#signingOut = false
      if (noted.ok) this.#locked = null
      this.#its.changed()
      return noted
    }
    const noted = await this.#keeper.change(left)
    // A full disk must not keep anybody signed in: what can't be noted is removed and revoked all the same.
    if (!noted.ok && this.record.unopened.length === 0) this.#keeper.dropFile()
    this.#signingOut = false
    this.#its.changed()
    this.#revoker.go()
    return ok(null)
  }

  /** Resolves when no refresh and no write is under way; what couldn't be written so far is tried once more. */
  async settled(): Promise<void> {
    await this.#refreshing
    await this.#keeper.settled()
    if (this.#keeper.unsaved !== null) await this.#keeper.save()
  }

  /** What would be alive on the server with nothing here that knows of it, if the app ended now. */
  notKept(): readonly Revocation[] {
    const { grant, revocations } = this.record
    const onDisk = refreshTokensOnDisk(this.#keeper.written)
    const all = [...revocationsOf(grant, this.#its.clock.now()), ...revocations]
    return all.filter((one) => !onDisk.has(one.refreshToken))
  }

  /** The app is about to end: nothing waits any longer for a refresh that is under way. */
  end(): void {
    this.#endNow()
  }

  /** Nothing is started or repeated any more. */
  stop(): void {
    this.#calls.abort()
    this.#revoker.stop()
    this.#keeper.stop()
  }

  /** Any answer that only a good token gets shows that the grant works, also one that says no; a limit may come first. */
  #sees(answer: Result<unknown>): void {
    const isAccepted = answer.ok || hasTrait(answer.failure, 'token-accepted')
    if (!isAccepted || this.#seenToWork) return
    this.#seenToWork = true
    this.#revoker.go()
  }

  async #usableToken(): Promise<Result<string>> {
    const { grant } = this.record
    if (grant === null || !this.isAlive) return ended
    if (this.#refreshing !== null) return this.#refreshing
    const usable = grant.accessUntil - this.#its.clock.now() > this.#earlyMs
    return usable ? ok(grant.accessToken) : this.refresh()
  }

  async #refresh(grant: Grant): Promise<Result<string>> {
    const answer = await exchangeRefreshToken(this.#its, grant)
    const now = this.#its.clock.now()
    this.#refreshFailed = !answer.ok
    const pauseMs = answer.ok ? 0 : (answer.failure.retryAfterMs ?? 0)
    this.#refused = answer.ok ? null : { until: this.#its.clock.elapsed() + pauseMs, answer }
    if (!answer.ok) {
      this.#its.log.failure('refresh failed', answer.failure)
      if (answer.failure.kind === 'signed-out') await this.#replace(grant, { ...grant, endedAt: now })
      return answer
    }
    const tokens = answer.value
    if (tokens.organisationId !== null && tokens.organisationId !== this.record.organisation.id) {
      // Another organisation's money must never be shown, or spent, under this one's name.
      await this.#replace(grant, { ...grant, endedAt: now })
      await this.#replace(grant, refreshed(grant, tokens, now))
      return ended
    }
    await this.#replace(grant, refreshed(grant, tokens, now), tokens.organisationName)
    return tokens.accessToken === '' ? unusable : ok(tokens.accessToken)
  }

  /** The outcome of a refresh; of a grant that was replaced meanwhile, only its end on the server is of interest. */
  async #replace(before: Grant, after: Grant, name: string | null = null): Promise<void> {
    await this.#keeper.change((record) => {
      if (record.grant === before) {
        const organisation = { ...record.organisation, name: name ?? record.organisation.name }
        return { ...record, organisation, grant: after }
      }
      const late = revocationsOf(after, this.#its.clock.now())
      return { ...record, revocations: [...record.revocations, ...late] }
    })
    this.#revoker.go()
  }

  #dueRevocations(): readonly Revocation[] {
    const { grant, revocations } = this.record
    const isSettled = grant === null || grant.endedAt !== null || this.#seenToWork
    const isDue = !this.#signingOut && this.#locked === null && isSettled
    return isDue && this.#its.isAwake() ? revocations : []
  }

  async #revoked(refreshTokens: ReadonlySet<string>): Promise<void> {
    await this.#keeper.change((record) => ({
      ...record,
      revocations: record.revocations.filter((one) => !refreshTokens.has(one.refreshToken)),
    }))
    this.#its.changed()
    if (this.record.grant !== null) this.#its.olderEnded()
  }
}

function hasPassed(time: number | null, now: number): boolean {
  return time !== null && time <= now
}

const ended = failed(failure('signed-out', 'The sign-in has ended.'))
const asleep = failed(
  failure('offline', 'The machine is about to sleep, or the app to end.', { notSent: true }),
)
const unusable = failed(failure('server', 'The refresh brought no usable access token.'))
