/**
 * The sessions of all organisations: restored at start, added by sign-in, ended by sign-out. Each has its own
 * document and its own refresh; trouble in one never touches another.
 */
import {
  failed,
  type Keeping,
  ok,
  type PendingSignOut,
  type Result,
  type Session as SessionView,
} from '../../preload/contract/index.ts'
import { failure } from '../parallel/failures.ts'
import type { ApprovedGrant } from '../parallel/oauth.ts'
import type { GrantDocument } from '../storage/grant-document.ts'
import { endsByItself, firstRecord, type Grant, type GrantRecord, type SignedInRecord } from './grant.ts'
import { revokeOnce, untilDelivered } from './revoker.ts'
import { Session, type SessionDependencies } from './session.ts'

/** A signed-in organisation as the rest of the app sees it. */
export type SessionSummary = {
  readonly id: string
  readonly name: string
  readonly scope: readonly string[]
  readonly view: SessionView
}

type Dependencies = Omit<SessionDependencies, 'changed' | 'awake'> & {
  /** Something about the sessions has changed; read `summaries` and `pendingSignOuts`. */
  readonly report: () => void
  readonly onStrangeFile: (file: string) => void
}

/** What is signed out here but not yet on the server. */
type Leaving = {
  record: GrantRecord
  readonly keeping: Keeping
  readonly done: AbortController
}

const quitWaitMs = 3_000
const quitRevokeMs = 5_000

export class Sessions {
  readonly #its: Dependencies
  readonly #sessions = new Map<string, Session>()
  readonly #unreadable = new Map<string, { readonly document: GrantDocument; readonly since: number }>()
  readonly #leaving = new Map<string, Leaving>()
  readonly #shutDown = new AbortController()
  #awake = true

  constructor(dependencies: Dependencies) {
    this.#its = dependencies
  }

  /** Reads what was kept and goes on with undelivered revocations. */
  async restore(): Promise<void> {
    const { vault, clock, onStrangeFile } = this.#its
    for (const loaded of await vault.load(onStrangeFile)) {
      if (loaded.kind === 'unreadable') {
        const { id } = loaded.document.organisation
        this.#unreadable.set(id, { document: loaded.document, since: clock.now() })
        continue
      }
      const { record, keeping } = loaded
      const { grant } = record
      if (grant !== null) {
        this.#sessions.set(record.organisation.id, this.#open({ ...record, grant }, keeping))
        void this.deliverRevocations(record.organisation.id)
      } else this.#leave(record, keeping)
    }
    this.#its.report()
  }

  get summaries(): readonly SessionSummary[] {
    const open = [...this.#sessions.values()].map(({ record, view }) => ({
      at: record.signedInAt,
      summary: { ...record.organisation, scope: record.grant.scope, view },
    }))
    const closed = [...this.#unreadable.values()].map(({ document, since }) => ({
      at: document.signedInAt,
      summary: {
        ...document.organisation,
        scope: document.grant?.scope ?? [],
        view: { kind: 'unreadable' as const, since },
      },
    }))
    return [...open, ...closed].sort((a, b) => a.at - b.at).map(({ summary }) => summary)
  }

  get pendingSignOuts(): readonly PendingSignOut[] {
    return [...this.#leaving.values()].flatMap(({ record }) =>
      record.revocations.map(({ since, until }) => ({
        organisationId: record.organisation.id,
        organisationName: record.organisation.name,
        since,
        until,
      })),
    )
  }

  get(organisationId: string): Session | undefined {
    return this.#sessions.get(organisationId)
  }

  /**
   * Keeps a grant that was just approved; resolves when it is on the disk (or the user wanted it in memory).
   * A grant of the same organisation that was here before becomes a pending revocation in the same write:
   * `deliverRevocations` ends it, once the new one was seen to work.
   */
  async adopt(approved: ApprovedGrant, keeping: Keeping): Promise<Result<null>> {
    const { vault, clock } = this.#its
    const id = approved.tokens.organisationId
    const before = this.#sessions.get(id)
    await before?.settled()
    const leaving = this.#leaving.get(id)
    const revocations = [
      ...(before?.record.revocations ?? leaving?.record.revocations ?? []),
      ...(before === undefined ? [] : [revocationOf(before.record.grant, clock.now())]),
    ]
    const first = firstRecord(approved, revocations)
    const signedInAt = before?.record.signedInAt ?? this.#unreadable.get(id)?.document.signedInAt
    const record = { ...first, signedInAt: signedInAt ?? first.signedInAt }
    const saved = await vault.save(record, keeping)
    if (!saved.ok) {
      // Success is said only for what is safe, so this grant is of no use to anybody.
      this.discard(approved.tokens.refreshToken)
      return saved
    }
    // What the user now wants in memory only must not go on lying on the disk.
    if (keeping === 'memory' && before !== undefined && before.keeping !== 'memory') vault.remove(id)
    before?.close()
    leaving?.done.abort()
    this.#leaving.delete(id)
    this.#unreadable.delete(id)
    this.#sessions.set(id, this.#open(record, keeping))
    this.#its.report()
    return ok(null)
  }

  /**
   * Goes on until the server has forgotten the grants that a newer one of this organisation replaced.
   * @returns whether there was any
   */
  async deliverRevocations(organisationId: string): Promise<boolean> {
    const session = this.#sessions.get(organisationId)
    if (session === undefined || session.record.revocations.length === 0) return false
    await untilDelivered(
      this.#its,
      async () => {
        const { revocations } = session.record
        if (revocations.length === 0 || this.#sessions.get(organisationId) !== session) return true
        const dead = await revokeOnce(this.#its, revocations, this.#shutDown.signal)
        if (dead.size > 0 && this.#sessions.get(organisationId) === session) {
          await session.withoutRevocations(dead)
        }
        return dead.size === revocations.length
      },
      this.#shutDown.signal,
    )
    return true
  }

  /**
   * Signs out here at once and on the server as soon as it can be reached: one write turns the newest refresh
   * token into a pending revocation and removes the grant; then the server is told; then the entry goes.
   */
  async signOut(organisationId: string): Promise<Result<null>> {
    const { vault, clock, log } = this.#its
    const locked = this.#unreadable.get(organisationId)
    if (locked !== undefined) return this.#forgetUnreadable(organisationId, locked.document)
    const session = this.#sessions.get(organisationId)
    if (session === undefined) return failed(failure('signed-out', 'This organisation is not signed in.'))
    await session.beginSignOut()
    const { record } = session
    const left: GrantRecord = {
      ...record,
      grant: null,
      revocations: [...record.revocations, revocationOf(record.grant, clock.now())],
    }
    const saved = await vault.save(left, session.keeping)
    // A full disk must not keep anybody signed in: what can't be noted is removed and revoked all the same.
    if (!saved.ok) {
      log.failure('sign-out not noted', saved.failure)
      vault.remove(organisationId)
    }
    this.#sessions.delete(organisationId)
    this.#leave(left, session.keeping)
    this.#its.report()
    return ok(null)
  }

  /** Revokes a refresh token that came too late for anybody to want it. */
  discard(refreshToken: string): void {
    const { clock } = this.#its
    const revocation = { refreshToken, since: clock.now(), until: null }
    const attempt = async (): Promise<boolean> =>
      (await revokeOnce(this.#its, [revocation], this.#shutDown.signal)).size === 1
    void untilDelivered(this.#its, attempt, this.#shutDown.signal)
  }

  /** No refresh is started between these two. */
  suspend(): void {
    this.#awake = false
  }

  resume(): void {
    this.#awake = true
  }

  /**
   * Before quitting: waits for refreshes and writes under way (3 s at most), then revokes what is kept in
   * memory only (5 s at most).
   * @returns the grants that stay alive on the server although nothing here knows them any more
   */
  async shutDown(): Promise<readonly PendingSignOut[]> {
    this.#awake = false
    const all = [...this.#sessions.values()]
    await this.#atMost(quitWaitMs, Promise.all(all.map((session) => session.settled())))
    const inMemory = all
      .filter((session) => session.keeping === 'memory' && session.record.grant.endedAt === null)
      .map(({ record }) => ({ record, revocation: revocationOf(record.grant, this.#its.clock.now()) }))
    const waiting = [...this.#leaving.values()]
      .filter((leaving) => leaving.keeping === 'memory')
      .flatMap(({ record }) => record.revocations.map((revocation) => ({ record, revocation })))
    const toRevoke = [...inMemory, ...waiting]
    const gone = new Set<string>()
    const revokeAll = Promise.all(
      toRevoke.map(async ({ revocation }) => {
        const dead = await revokeOnce(this.#its, [revocation], this.#shutDown.signal)
        for (const refreshToken of dead) gone.add(refreshToken)
      }),
    )
    await this.#atMost(quitRevokeMs, revokeAll)
    this.#shutDown.abort()
    for (const session of all) session.close()
    return toRevoke
      .filter(({ revocation }) => !gone.has(revocation.refreshToken))
      .map(({ record, revocation: { since, until } }) => ({
        organisationId: record.organisation.id,
        organisationName: record.organisation.name,
        since,
        until,
      }))
  }

  #open(record: SignedInRecord, keeping: Keeping): Session {
    return new Session({ ...this.#its, awake: () => this.#awake, changed: this.#its.report }, record, keeping)
  }

  #leave(record: GrantRecord, keeping: Keeping): void {
    const leaving: Leaving = { record, keeping, done: new AbortController() }
    const id = record.organisation.id
    this.#leaving.set(id, leaving)
    const attempt = async (): Promise<boolean> => {
      const dead = await revokeOnce(this.#its, leaving.record.revocations, leaving.done.signal)
      if (leaving.done.signal.aborted) return true
      const revocations = leaving.record.revocations.filter((one) => !dead.has(one.refreshToken))
      leaving.record = { ...leaving.record, revocations }
      if (revocations.length > 0) {
        if (dead.size > 0) await this.#its.vault.save(leaving.record, keeping)
        return false
      }
      if (keeping !== 'memory') this.#its.vault.remove(id)
      this.#leaving.delete(id)
      this.#its.report()
      return true
    }
    this.#shutDown.signal.addEventListener('abort', () => leaving.done.abort(), { once: true })
    void untilDelivered(this.#its, attempt, leaving.done.signal)
  }

  /** The tokens can't be opened, so the server can't be told: the file goes, the grant ends by itself. */
  #forgetUnreadable(id: string, document: GrantDocument): Result<null> {
    const removed = this.#its.vault.remove(id)
    if (!removed.ok) return removed
    this.#its.log.warn('signed out without telling the server', {
      authorizationUntil: document.grant?.authorizationUntil ?? null,
    })
    this.#unreadable.delete(id)
    this.#its.report()
    return ok(null)
  }

  async #atMost(ms: number, work: Promise<unknown>): Promise<void> {
    const enough = new AbortController()
    const pause = this.#its.clock.wait(ms, enough.signal)
    await Promise.race([work, pause])
    enough.abort()
  }
}

function revocationOf(grant: Grant, now: number) {
  return { refreshToken: grant.refreshToken, since: now, until: endsByItself(grant) }
}
