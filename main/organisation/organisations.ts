/**
 * The sign-ins of all organisations: restored at start, added by sign-in, ended by sign-out. Each has its own
 * record, document and refresh; trouble in one never touches another.
 */
import { failed, type Keeping, type PendingSignOut, type Result } from '../../preload/contract/index.ts'
import { failure } from '../parallel/failures.ts'
import type { ApprovedGrant } from '../parallel/oauth.ts'
import { cleanText } from '../parallel/text.ts'
import { pending, type Revocation } from './session/grant.ts'
import { Revoker, revokeOnce } from './session/revoker.ts'
import { Session, type SessionDependencies } from './session/session.ts'

type Dependencies = Omit<SessionDependencies, 'changed' | 'isAwake' | 'mayRefresh' | 'olderEnded'> & {
  /** Something about the sessions has changed. */
  readonly report: () => void
  /** An older grant of this organisation was ended: the newer one is to be looked at again. */
  readonly olderEnded: (organisationId: string) => void
  readonly onStrangeFile: (file: string) => void
}

type OwnedRevocation = Revocation & { readonly organisation: { id: string; name: string } }

/** Nobody sleeps longer than this without the system saying that it woke. */
const suspendLapsesMs = 60_000
const quitRevokeMs = 5_000
/** A refresh token that is half through its days is exchanged within this. */
const lookForRenewalMs = 3600_000

export class Sessions {
  readonly #its: Dependencies
  readonly #sessions = new Map<string, Session>()
  /** Tokens that came too late for anybody to want them, and whose they are. */
  #unwanted: readonly OwnedRevocation[] = []
  /** Grants that are being stored; should the app end before they are, they are to be ended. */
  readonly #adopting = new Set<OwnedRevocation>()
  readonly #unwantedRevoker: Revoker
  #suspendedAt: number | null = null
  #ended = false
  #stopped = false
  #renewing = false
  readonly #stopRenewing = new AbortController()

  constructor(dependencies: Dependencies) {
    this.#its = dependencies
    this.#unwantedRevoker = new Revoker(dependencies, {
      due: () => (this.isAwake ? this.#unwanted : []),
      dead: async (refreshTokens) => {
        this.#unwanted = this.#unwanted.filter((one) => !refreshTokens.has(one.refreshToken))
      },
      changed: () => {},
    })
  }

  /** Reads what was kept and goes on with undelivered revocations. */
  async restore(): Promise<void> {
    for (const loaded of await this.#its.vault.load(this.#its.onStrangeFile)) {
      const { id } = loaded.record.organisation
      this.#sessions.set(id, new Session(this.#dependenciesOf(id), loaded))
    }
    this.#its.report()
    void this.#keepRenewing()
  }

  /** In the order of the sign-ins. */
  get signedIn(): readonly Session[] {
    return [...this.#sessions.values()].filter((session) => session.isSignedIn)
  }

  get pendingSignOuts(): readonly PendingSignOut[] {
    return [...this.#sessions.values()].flatMap((session) => session.pendingSignOuts)
  }

  /** For the redaction: every token in memory. */
  get tokens(): readonly string[] {
    const toRevoke = [...this.#adopting, ...this.#unwanted].map(({ refreshToken }) => refreshToken)
    return [...this.#sessions.values()].flatMap(({ tokens }) => tokens).concat(toRevoke)
  }

  get(organisationId: string): Session | undefined {
    return this.#sessions.get(organisationId)
  }

  /** Keeps a grant that was just approved; resolves when it is on the disk (or the user wanted it in memory). */
  async adopt(approved: ApprovedGrant, keeping: Keeping): Promise<Result<null>> {
    const { organisationId: id, organisationName, refreshToken } = approved.tokens
    const name = nameOf(id, organisationName)
    const session = this.#sessions.get(id) ?? this.#newSession(id, name, approved.receivedAt)
    const wasSignedIn = session.isSignedIn
    const underWay = this.#revocation(refreshToken, { id, name })
    this.#adopting.add(underWay)
    const adopted = await session.adopt(approved, keeping, name)
    this.#adopting.delete(underWay)
    if (!adopted.ok) {
      // Success is said only for what is safe, so this grant is of no use to anybody.
      this.discard(refreshToken, { id, name })
      return adopted
    }
    // The last in the list, unless it has its place there.
    if (!wasSignedIn) this.#sessions.delete(id)
    this.#sessions.set(id, session)
    this.#its.report()
    void this.#keepRenewing()
    return adopted
  }

  signOut(organisationId: string): Promise<Result<null>> {
    const session = this.#sessions.get(organisationId)
    if (session?.isSignedIn !== true) {
      return Promise.resolve(failed(failure('signed-out', 'This organisation is not signed in.')))
    }
    return session.signOut()
  }

  /** Revokes a refresh token that nobody wants. */
  discard(refreshToken: string, organisation: { id: string; name: string }): void {
    const unwanted = this.#revocation(refreshToken, organisation)
    this.#unwanted = [...this.#unwanted, unwanted]
    // Too late to try for long: once, while the process lives.
    if (this.#stopped) void revokeOnce(this.#its, [unwanted], new AbortController().signal)
    else this.#unwantedRevoker.go()
  }

  /** No refresh is started until `resume`. */
  suspend(): void {
    this.#suspendedAt = this.#its.clock.elapsed()
  }

  resume(): void {
    this.#suspendedAt = null
    this.revokeNow()
  }

  /** False from `suspend` to `resume`. Should a "resume" never come, it lapses. */
  get isAwake(): boolean {
    const { clock } = this.#its
    return this.#suspendedAt === null || clock.elapsed() - this.#suspendedAt > suspendLapsesMs
  }

  /** Goes on with what the server is still to be told, now where it allows that. */
  revokeNow(): void {
    if (this.#stopped) return
    for (const session of this.#sessions.values()) session.revokeNow()
    this.#unwantedRevoker.go()
  }

  /** Whether ending now would lose a grant, as it is only in memory. */
  get hasUnkept(): boolean {
    const hasUnkept = [...this.#sessions.values()].some((session) => session.notKept().length > 0)
    return hasUnkept || this.#adopting.size > 0 || this.#unwanted.length > 0
  }

  /** The app is about to end: no refresh is started any more, and nothing waits for one that hangs. */
  end(): void {
    this.#ended = true
    this.#stopRenewing.abort()
    for (const session of this.#sessions.values()) session.end()
  }

  /** Resolves when no refresh and no write is under way. */
  async settled(): Promise<void> {
    await Promise.all([...this.#sessions.values()].map((session) => session.settled()))
  }

  /**
   * The last thing before the app ends: revokes what nothing on the disk knows of (5 s at most).
   * @returns the grants that stay alive on the server although nothing here knows them any more
   */
  async endUnkept(): Promise<readonly PendingSignOut[]> {
    this.#stopped = true
    const all = [...this.#sessions.values()]
    for (const session of all) session.stop()
    this.#unwantedRevoker.stop()
    const unkept = all.flatMap((session) =>
      session.notKept().map((one) => ({ ...one, organisation: session.record.organisation })),
    )
    const toRevoke = [...unkept, ...this.#adopting, ...this.#unwanted]
    const gone = new Set<string>()
    const enough = new AbortController()
    const revokeAll = toRevoke.map(async (one) => {
      const { dead } = await revokeOnce(this.#its, [one], enough.signal)
      for (const refreshToken of dead) gone.add(refreshToken)
    })
    await atMost(this.#its.clock, quitRevokeMs, Promise.all(revokeAll))
    enough.abort()
    return toRevoke
      .filter(({ refreshToken }) => !gone.has(refreshToken))
      .map(({ organisation, since, until }) => pending(organisation, since, until, null))
  }

  #revocation(refreshToken: string, organisation: { id: string; name: string }): OwnedRevocation {
    return { keeping: 'memory', refreshToken, since: this.#its.clock.now(), until: null, organisation }
  }

  #newSession(id: string, name: string, signedInAt: number): Session {
    const record = { organisation: { id, name }, signedInAt, grant: null, revocations: [], unopened: [] }
    return new Session(this.#dependenciesOf(id), { record, locked: null })
  }

  #dependenciesOf(id: string): SessionDependencies {
    return {
      ...this.#its,
      changed: this.#its.report,
      isAwake: () => this.isAwake,
      mayRefresh: () => !this.#ended && this.isAwake,
      olderEnded: () => this.#its.olderEnded(id),
    }
  }

  /** As long as anybody is signed in. One after the other: what has days of time makes no storm. */
  async #keepRenewing(): Promise<void> {
    if (this.#renewing) return
    this.#renewing = true
    const { signal } = this.#stopRenewing
    while (this.signedIn.length > 0 && !signal.aborted) {
      for (const session of this.signedIn) await session.renewIfDue()
      await this.#its.clock.wait(lookForRenewalMs, signal)
    }
    this.#renewing = false
  }
}

/** A name that can be shown: the server's, or else the id, both without what could mislead. */
function nameOf(id: string, name: string | null): string {
  return cleanText(name ?? '') || cleanText(id) || '?'
}

/** Waits for the work, but no longer than `ms`; a wake from sleep in between changes nothing. */
export async function atMost(
  clock: SessionDependencies['clock'],
  ms: number,
  work: Promise<unknown>,
): Promise<void> {
  const enough = new AbortController()
  const until = clock.elapsed() + ms
  const timeOut = async (): Promise<void> => {
    while (clock.elapsed() < until && !enough.signal.aborted) {
      await clock.wait(until - clock.elapsed(), enough.signal)
    }
  }
  await Promise.race([work, timeOut()])
  enough.abort()
}
