/**
 * One organisation's sign-in. Provides the access token, and refreshes it when needed: one refresh at a time, and never
 * using a new token pair before it is on the disk (RFC 6749 6, RFC 9700 4.14). Signs out, and revokes the grants that were
 * signed out or replaced (RFC 7009).
 */
import {
  type Failure,
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
import type { RunState } from '../run-state.ts'
import {
  earliest,
  type Grant,
  type GrantFacts,
  type GrantRecord,
  grantOf,
  isDueForRenewal,
  pending,
  type Revocation,
  refreshed,
  refreshTokensOnDisk,
  revocationsOf,
  type SealedGrant,
  signedOut,
} from './grant.ts'
import { GrantKeeper } from './grant-keeper.ts'
import { exchangeRefreshToken } from './refresh.ts'
import { Revoker } from './revoker.ts'
import type { Loaded, Stored, Vault } from './vault.ts'

/** An access token counts as expired this long before its expiry, plus a random part. */
const skewMs = 30_000
const jitterMs = 10_000
/** While the server has refused for less than this, refreshes are retried as usual; then the pauses grow up to the maximum. */
const refusalGraceMs = 3600_000
const maxRefusalPauseMs = 2 * 3600_000

export type SessionDeps = {
  readonly oauth: OAuth
  readonly vault: Vault
  readonly clock: Clock
  readonly random: Randomness
  readonly log: Log
  readonly runState: RunState
  readonly onChanged: () => void
  /** An older grant of this organisation was revoked, so it must be checked whether the newer one still works. */
  readonly onOlderRevoked: () => void
}

export class Session {
  readonly #deps: SessionDeps
  readonly #keeper: GrantKeeper
  readonly #revoker: Revoker
  readonly #earlyMs: number
  #sealed: SealedGrant | null
  #refreshing: Promise<Result<string>> | null = null
  /** The last refresh failed, so the known expiry times apply. A successful one would disprove them. */
  #refreshFailed = false
  /** The first of the consecutive refusals (elapsed time). */
  #refusedSince: number | null = null
  /** No refresh before this time (elapsed time), and the failure that calls get until then. */
  #refused: { readonly until: number; readonly answer: Result<never> } | null = null
  #signingOut = false
  /** The server has accepted this grant at least once. Older grants are revoked only after that. */
  #isProven = false
  #calls = new AbortController()
  #resolveEnding = (): void => {}
  readonly #ending = new Promise<void>((resolve) => {
    this.#resolveEnding = resolve
  })
  #hasEnded = false
  readonly #stored: Stored | null
  #opening: Promise<void> | null = null
  #isOpen: boolean
  #resolveOpened = (): void => {}
  /** Everything that needs the tokens waits for it, but not beyond the end of the app. */
  readonly #opened = new Promise<void>((resolve) => {
    this.#resolveOpened = resolve
  })

  /** @param stored what `open` decrypts, or a record that has no tokens */
  constructor(deps: SessionDeps, stored: Stored | Loaded) {
    const { record, sealed } = stored
    this.#deps = deps
    this.#sealed = sealed
    this.#stored = 'open' in stored ? stored : null
    this.#isOpen = this.#stored === null
    if (this.#isOpen) this.#resolveOpened()
    this.#keeper = new GrantKeeper(deps, record)
    this.#revoker = new Revoker(deps, {
      due: () => this.#dueRevocations(),
      onDead: (refreshTokens) => this.#revoked(refreshTokens),
      onNextTryChanged: () => deps.onChanged(),
    })
    this.#earlyMs = skewMs + deps.random.fraction() * jitterMs
    this.#revoker.start()
  }

  /** Whether the stored tokens are decrypted, or can't be. */
  get isOpen(): boolean {
    return this.#isOpen
  }

  /** Decrypts the stored tokens. Resolves when that has succeeded or failed. Doesn't report the change. */
  open(): Promise<void> {
    this.#opening ??= this.#open()
    return this.#opening
  }

  /** Resolves when the tokens are decrypted or can't be, or when the app is about to exit. */
  whenOpen(): Promise<void> {
    return Promise.race([this.#opened, this.#ending])
  }

  /** The organisation's. */
  get id(): string {
    return this.record.organisation.id
  }

  get record(): GrantRecord {
    return this.#keeper.record
  }

  /** Whether there is a sign-in to show. If not, at most pending revocations are left. */
  get isSignedIn(): boolean {
    return this.record.grant !== null || this.#sealed !== null
  }

  /** Whether requests can succeed: the user is signed in, and the server hasn't ended the grant. */
  get isAlive(): boolean {
    return !this.#signingOut && this.#facts !== null && this.#facts.endedAt === null
  }

  /** False between "suspend" and "resume". */
  get isAwake(): boolean {
    return this.#deps.runState.isAwake
  }

  /** For the redaction: the tokens in memory, also those of pending revocations. */
  get tokens(): readonly string[] {
    const { grant, revocations } = this.record
    const own = grant === null ? [] : [grant.accessToken, grant.refreshToken]
    return [...own, ...revocations.map(({ refreshToken }) => refreshToken)]
  }

  get scope(): readonly string[] {
    return this.record.grant?.scope ?? this.#sealed?.facts.scope ?? []
  }

  get view(): SessionView {
    if (this.#signingOut) return { kind: 'signing-out' }
    const grant = this.#facts
    if (grant === null) return { kind: 'unreadable', since: this.#sealed?.failedAt ?? 0 }
    const until = earliest(grant.signInUntil, grant.authorizationUntil)
    const isOverdue = this.#refreshFailed && hasPassed(until, this.#deps.clock.now())
    const since = grant.endedAt ?? (isOverdue ? until : null)
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

  /** The revocations that are pending after a sign-out; none before they are decrypted. */
  get pendingSignOuts(): readonly PendingSignOut[] {
    if (this.isSignedIn || !this.#isOpen) return []
    const { organisation, revocations, unopened } = this.record
    const { nextTryAt } = this.#revoker
    return [
      ...revocations.map(({ since, until }) => pending(organisation, since, until, nextTryAt)),
      ...unopened.map(({ since, until }) => pending(organisation, since, until, null)),
    ]
  }

  /** Retries pending revocations now, or as soon as the server allows. */
  revokeNow(): void {
    this.#revoker.start()
  }

  /**
   * Calls the API with the newest access token. After a 401 it repeats the call once, with a newer token if there is one by
   * then, or else after one refresh.
   */
  async call<T>(ask: (accessToken: string, signal: AbortSignal) => Promise<Result<T>>): Promise<Result<T>> {
    const { signal } = this.#calls
    await this.whenOpen()
    if (!this.#isOpen) return asleep
    const token = await this.#usableToken()
    if (!token.ok) return token
    if (!this.#deps.runState.isAwake) return asleep
    const answer = await ask(token.value, signal)
    this.#markAccepted(answer)
    if (answer.ok || answer.failure.kind !== 'unauthorized') return answer
    const isNewest = token.value === this.record.grant?.accessToken
    const newer = isNewest ? await this.refresh() : await this.#usableToken()
    if (!newer.ok) return newer
    if (!this.#deps.runState.isAwake) return asleep
    const repeated = await ask(newer.value, signal)
    this.#markAccepted(repeated)
    return repeated
  }

  /** Exchanges the refresh token; concurrent calls share one request. The tokens must be decrypted. */
  refresh(): Promise<Result<string>> {
    const { grant } = this.record
    if (grant === null || !this.isAlive) return Promise.resolve(ended)
    if (!this.#deps.runState.mayRefresh) return Promise.resolve(asleep)
    const refused = this.#refused
    if (refused !== null && this.#deps.clock.elapsed() < refused.until) return Promise.resolve(refused.answer)
    this.#refreshing ??= this.#refresh(grant).finally(() => {
      this.#refreshing = null
      this.#deps.onChanged()
    })
    return this.#refreshing
  }

  /** Exchanges the refresh token if `isDueForRenewal`. */
  async renewIfDue(): Promise<void> {
    await this.whenOpen()
    const { grant } = this.record
    if (grant !== null && this.isAlive && isDueForRenewal(grant, this.#deps.clock.now())) await this.refresh()
  }

  /**
   * Replaces the grant by a newly approved one; resolves when it is stored. The replaced grant becomes a pending revocation
   * in the same write, and is revoked once the server has accepted the new one.
   */
  async adopt(approved: ApprovedGrant, keeping: Keeping, name: string): Promise<Result<null>> {
    await this.#tokensSettled()
    const grant = grantOf(approved, keeping)
    const signedInAt = this.isSignedIn ? this.record.signedInAt : approved.receivedAt
    const adopted = await this.#keeper.changeDiskFirst((record) => ({
      ...record,
      signedInAt,
      organisation: { ...record.organisation, name },
      grant,
      revocations: [...record.revocations, ...revocationsOf(record.grant, this.#deps.clock.now())],
    }))
    if (!adopted.ok) return adopted
    this.#calls.abort()
    this.#calls = new AbortController()
    this.#sealed = null
    this.#signingOut = false
    this.#refreshFailed = false
    this.#refusedSince = null
    this.#refused = null
    this.#isProven = false
    this.#deps.onChanged()
    return adopted
  }

  /**
   * Signs out locally at once, and on the server as soon as it can be reached: one write removes the grant and turns its
   * newest refresh token into a pending revocation, which is removed when the server has confirmed it.
   */
  async signOut(): Promise<Result<null>> {
    if (this.#signingOut) return failed(failure('busy', 'The sign-out is under way.'))
    this.#signingOut = true
    this.#deps.onChanged()
    this.#calls.abort()
    await this.#tokensSettled()
    // The user has signed in again in the meantime: the sign-out was meant for the replaced grant.
    if (!this.#signingOut) return ok(null)
    const left = (record: GrantRecord): GrantRecord => signedOut(record, this.#deps.clock.now())
    if (this.#sealed !== null) {
      // Tokens that can't be decrypted can't be revoked now, so the sign-out counts only if it is on the disk.
      const noted = await this.#keeper.changeDiskFirst(left)
      this.#signingOut = false
      if (noted.ok) this.#sealed = null
      this.#deps.onChanged()
      return noted
    }
    const noted = await this.#keeper.change(left)
    // A full disk must not keep the user signed in: the file is removed instead, and the token is still revoked.
    if (!noted.ok && this.record.unopened.length === 0) this.#keeper.dropFile()
    this.#signingOut = false
    this.#deps.onChanged()
    this.#revoker.start()
    return ok(null)
  }

  /** Resolves when no refresh and no write is in flight. Retries a failed write once. */
  async settled(): Promise<void> {
    await this.#refreshing
    await this.#keeper.settled()
    if (this.#keeper.unsaved !== null) await this.#keeper.save()
  }

  /** The grants that are only in memory, and would stay valid on the server if the app exited now. */
  unsavedRevocations(): readonly Revocation[] {
    const { grant, revocations } = this.record
    const onDisk = refreshTokensOnDisk(this.#keeper.written)
    const all = [...revocationsOf(grant, this.#deps.clock.now()), ...revocations]
    return all.filter((one) => !onDisk.has(one.refreshToken))
  }

  /** The app is about to exit: nothing waits any longer for a refresh in flight, or for the keyring. */
  end(): void {
    this.#hasEnded = true
    this.#resolveEnding()
  }

  /** Stops all retries. */
  stop(): void {
    this.#calls.abort()
    this.#revoker.stop()
    this.#keeper.stop()
  }

  /** Any response that requires a valid token proves the grant, also a refusal. A rate limit may precede the check. */
  #markAccepted(answer: Result<unknown>): void {
    const isAccepted = answer.ok || hasTrait(answer.failure, 'token-accepted')
    if (!isAccepted || this.#isProven) return
    this.#isProven = true
    this.#revoker.start()
  }

  async #usableToken(): Promise<Result<string>> {
    const { grant } = this.record
    if (grant === null || !this.isAlive) return ended
    if (this.#refreshing !== null) return this.#refreshing
    const usable = grant.accessUntil - this.#deps.clock.now() > this.#earlyMs
    return usable ? ok(grant.accessToken) : this.refresh()
  }

  async #open(): Promise<void> {
    if (this.#stored === null) return
    const { record, sealed, rewrite } = await this.#stored.open()
    // Since the end a sign-out or a new sign-in may have written what this would undo.
    if (this.#hasEnded) return
    this.#isOpen = true
    this.#keeper.opened(record)
    this.#sealed = sealed
    if (rewrite !== null) void this.#rewrite(rewrite)
    this.#resolveOpened()
    this.#revoker.start()
  }

  async #rewrite(next: (record: GrantRecord) => GrantRecord): Promise<void> {
    const written = await this.#keeper.changeIfWritten(next)
    if (written.ok) this.#deps.onChanged()
    else this.#deps.log.failure('grant not encrypted again', written.failure)
  }

  /** What is known of the grant; null if there is none, or if its tokens could not be decrypted. */
  get #facts(): GrantFacts | null {
    const { grant } = this.record
    return grant ?? (this.#sealed?.failedAt === null ? this.#sealed.facts : null)
  }

  /** Resolves when the tokens are decrypted and no refresh is in flight, or when the app is about to exit. */
  async #tokensSettled(): Promise<void> {
    await this.whenOpen()
    await Promise.race([this.#refreshing, this.#ending])
  }

  async #refresh(grant: Grant): Promise<Result<string>> {
    const answer = await exchangeRefreshToken(this.#deps, grant)
    const now = this.#deps.clock.now()
    this.#refreshFailed = !answer.ok
    const elapsed = this.#deps.clock.elapsed()
    if (answer.ok) this.#refusedSince = null
    else if (hasTrait(answer.failure, 'refused')) this.#refusedSince ??= elapsed
    this.#refused = answer.ok
      ? null
      : { until: elapsed + pauseMs(answer.failure, elapsed - (this.#refusedSince ?? elapsed)), answer }
    if (!answer.ok) {
      this.#deps.log.failure('refresh failed', answer.failure)
      if (answer.failure.kind === 'signed-out') await this.#replace(grant, { ...grant, endedAt: now })
      return answer
    }
    const tokens = answer.value
    if (tokens.organisationId !== null && tokens.organisationId !== this.record.organisation.id) {
      // Another organisation's money must never be shown or spent under this one's name.
      await this.#replace(grant, { ...grant, endedAt: now })
      await this.#replace(grant, refreshed(grant, tokens, now))
      return ended
    }
    await this.#replace(grant, refreshed(grant, tokens, now), tokens.organisationName)
    return tokens.accessToken === '' ? unusable : ok(tokens.accessToken)
  }

  /** Stores the outcome of a refresh. If the grant was replaced in the meantime, the refreshed one is only revoked. */
  async #replace(before: Grant, after: Grant, name: string | null = null): Promise<void> {
    await this.#keeper.change((record) => {
      if (record.grant === before) {
        const organisation = { ...record.organisation, name: name ?? record.organisation.name }
        return { ...record, organisation, grant: after }
      }
      const late = revocationsOf(after, this.#deps.clock.now())
      return { ...record, revocations: [...record.revocations, ...late] }
    })
    this.#revoker.start()
  }

  #dueRevocations(): readonly Revocation[] {
    const { grant, revocations } = this.record
    const isReplacementProven = grant === null || grant.endedAt !== null || this.#isProven
    const isDue = !this.#signingOut && this.#sealed === null && isReplacementProven
    return isDue && this.#deps.runState.isAwake ? revocations : []
  }

  async #revoked(refreshTokens: ReadonlySet<string>): Promise<void> {
    await this.#keeper.change((record) => ({
      ...record,
      revocations: record.revocations.filter((one) => !refreshTokens.has(one.refreshToken)),
    }))
    this.#deps.onChanged()
    if (this.record.grant !== null) this.#deps.onOlderRevoked()
  }
}

/** @param refusedForMs the time since the first of the consecutive refusals */
function pauseMs(why: Failure, refusedForMs: number): number {
  const isBackingOff = hasTrait(why, 'refused') && refusedForMs >= refusalGraceMs
  const backOffMs = isBackingOff ? Math.min(refusedForMs / 2, maxRefusalPauseMs) : 0
  return Math.max(why.retryAfterMs ?? 0, backOffMs)
}

function hasPassed(time: number | null, now: number): boolean {
  return time !== null && time <= now
}

const ended = failed(failure('signed-out', 'The sign-in has ended.'))
const asleep = failed(
  failure('offline', 'The machine is about to sleep, or the app to end.', { notSent: true }),
)
const unusable = failed(failure('server', 'The refresh brought no usable access token.'))
