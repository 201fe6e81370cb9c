/**
 * All organisations: restored at start, added by sign-in, ended by sign-out. They never wait for each other, and a
 * failure of one never touches another.
 */
import pLimit from 'p-limit'
import type {
  Keeping,
  Organisation as OrganisationView,
  PendingSignOut,
  Result,
  Settings,
} from '../../preload/contract/index.ts'
import type { ApprovedGrant } from '../parallel/oauth.ts'
import { displayName } from '../parallel/text.ts'
import { withTimeout } from '../timeout.ts'
import { organisationsWith } from './folder.ts'
import type { SecretHolder } from './keys/pending-secret.ts'
import { limitsName } from './limits.ts'
import { Organisation, type OrganisationDeps, type OrganisationEvents } from './organisation.ts'
import { RunState } from './run-state.ts'
import { pending } from './session/grant.ts'
import { grantName } from './session/grant-document.ts'
import { revokeOnce } from './session/revoker.ts'
import { type OrganisationName, UnclaimedGrants } from './session/unclaimed-grants.ts'
import { ChargeCeiling, chargesName } from './top-up/charge-ceiling.ts'
import { openTopUps } from './top-up/top-up-document.ts'

/** Background readings of balances at the same time. */
const maxReadings = 4
/** At a start the balances and histories of further organisations are read this much later, once the window is open. */
const maxAtOnce = 3
const startDelayMs = 2_000
const quitRevokeMs = 5_000
/** A refresh token past half of its life is exchanged within this. */
const renewalCheckMs = 3600_000

export type OrganisationsDeps = Omit<OrganisationDeps, 'shared' | 'events'> & {
  readonly secret: SecretHolder
  /** The server's time; null while it isn't known. */
  readonly serverNow: () => number | null
  readonly events: Omit<OrganisationEvents, 'onChanged'> & {
    readonly onChanged: (
      organisations: readonly OrganisationView[],
      pendingSignOuts: readonly PendingSignOut[],
    ) => void
  }
}

/** What the poll interval depends on, besides the account itself. */
type Surroundings = {
  /** The organisation on screen in a visible window. */
  readonly foregroundId: string | null
  readonly onBattery: boolean
  readonly locked: boolean
  readonly setting: Settings['pollInterval']
}

export class Organisations {
  readonly #deps: OrganisationDeps
  readonly #all = new Map<string, Organisation>()
  readonly #runState: RunState
  readonly #unclaimed: UnclaimedGrants
  #surroundings: Surroundings = { foregroundId: null, onBattery: false, locked: false, setting: 'normal' }
  #isStopped = false
  #isRenewing = false
  /** Each organisation reports that it starts; the views of all of them are made once, after the last. */
  #isStarting = false
  readonly #ending = new AbortController()

  constructor({ secret, serverNow, events, ...deps }: OrganisationsDeps) {
    const runState = new RunState(deps.clock)
    const { store, events: documentEvents } = deps.storage
    const ceiling = new ChargeCeiling({ store, events: documentEvents, now: serverNow })
    this.#runState = runState
    this.#deps = {
      ...deps,
      shared: { runState, secret, ceiling, pollLimit: pLimit(maxReadings), loadLimit: pLimit(1) },
      events: {
        ...events,
        onChanged: () => {
          if (!this.#isStarting) events.onChanged(this.views, this.pendingSignOuts)
        },
      },
    }
    this.#unclaimed = new UnclaimedGrants({ ...deps, oauth: deps.parallel.oauth, runState })
  }

  /** Loads what is stored, and continues with pending revocations. */
  async restore(): Promise<void> {
    const ids = organisationsWith(grantName, this.#deps.storage)
    // All at once: a keyring that hangs is waited for once, not once for each.
    const restored = await Promise.all(ids.map((id) => Organisation.restore(this.#deps, id)))
    const found = restored.filter((one) => one !== null)
    found.sort((a, b) => a.session.record.signedInAt - b.session.record.signedInAt)
    for (const organisation of found) this.#add(organisation)
    this.#deps.events.onChanged()
    void this.#keepRenewing()
  }

  /** In the order of the sign-ins. */
  get signedIn(): readonly Organisation[] {
    return [...this.#all.values()].filter(({ isSignedIn }) => isSignedIn)
  }

  get views(): readonly OrganisationView[] {
    return this.signedIn.map(({ view }) => view)
  }

  get pendingSignOuts(): readonly PendingSignOut[] {
    return [...this.#all.values()].flatMap(({ pendingSignOuts }) => pendingSignOuts)
  }

  /** For the redaction: every secret that is in memory now. */
  get secretsAlive(): readonly string[] {
    return [
      ...[...this.#all.values()].flatMap(({ secretsAlive }) => secretsAlive),
      ...this.#unclaimed.all.map(({ refreshToken }) => refreshToken),
    ]
  }

  /** Undefined unless somebody is signed in to it. */
  get(id: string): Organisation | undefined {
    const organisation = this.#all.get(id)
    return organisation?.isSignedIn ? organisation : undefined
  }

  /** Also one that nobody is signed in to, for an import. */
  obtain(id: string): Organisation {
    return (
      this.#all.get(id) ?? this.#add(Organisation.signedOut(this.#deps, { id, name: displayName(id, null) }))
    )
  }

  /** Those that are signed in, and those that were and have limits of their own. */
  get exportable(): readonly Organisation[] {
    const ids = [...organisationsWith(limitsName, this.#deps.storage), ...this.signedIn.map(({ id }) => id)]
    return [...new Set(ids)].map((id) => this.obtain(id))
  }

  /** Starts reading. */
  start(): void {
    this.#isStarting = true
    for (const [index, organisation] of this.signedIn.entries()) {
      if (index === maxAtOnce) this.#delayQueued()
      organisation.start()
    }
    this.#isStarting = false
    this.#deps.events.onChanged()
  }

  /**
   * Stores a grant that was just approved, and starts reading; resolves when it is on the disk (or the user wanted it
   * in memory). One that can't be stored is revoked.
   * @param wanted the organisation that was to be signed in again
   */
  async adopt(approved: ApprovedGrant, keeping: Keeping, wanted: string | null): Promise<Result<null>> {
    const { organisationId: id, organisationName, refreshToken } = approved.tokens
    const known = this.#all.get(id)
    const name = displayName(id, organisationName ?? known?.name ?? null)
    const organisation = known ?? this.#create(id, name)
    const wasSignedIn = organisation.isSignedIn
    const adopted = await this.#unclaimed.store(refreshToken, { id, name }, () =>
      organisation.adopt(approved, keeping, name),
    )
    if (!adopted.ok) return adopted
    // The last in the list, unless it has its place there.
    if (!wasSignedIn) this.#all.delete(id)
    this.#add(organisation)
    const other = wanted === null || wanted === id ? undefined : this.get(wanted)
    organisation.showArrival(other?.name ?? null)
    organisation.start()
    void this.#keepRenewing()
    return adopted
  }

  /** Revokes a refresh token that is not to be used. */
  discard(refreshToken: string, organisation: OrganisationName): void {
    this.#unclaimed.discard(refreshToken, organisation)
  }

  /** The machine is about to sleep: nothing is started until `resume`. */
  suspend(): void {
    this.#runState.suspend()
    for (const { topUp } of this.#all.values()) topUp.suspend()
  }

  resume(): void {
    this.#runState.resume()
    this.revokeNow()
    for (const { topUp } of this.#all.values()) topUp.resume()
  }

  /** The network is back, as far as the system can tell: retries sooner what has failed. */
  retryNow(): void {
    for (const { balance } of this.#all.values()) balance.hurry()
    this.revokeNow()
  }

  /** Continues with pending revocations, now where the server allows it. */
  revokeNow(): void {
    if (this.#isStopped) return
    for (const { session } of this.#all.values()) session.revokeNow()
    this.#unclaimed.revokeNow()
  }

  retryBehindProxy(): void {
    for (const { balance } of this.signedIn) balance.retryBehindProxy()
  }

  setForeground(foregroundId: string | null): void {
    this.#setSurroundings({ foregroundId })
  }

  setPower(power: { readonly onBattery: boolean; readonly locked: boolean }): void {
    this.#setSurroundings(power)
  }

  setPollInterval(setting: Settings['pollInterval']): void {
    this.#setSurroundings({ setting })
  }

  /** Keys become due for rotation while the window is hidden. */
  recountKeys(): void {
    for (const { keys } of this.signedIn) keys.recount()
  }

  /**
   * Documents that a reset has to leave: pending revocations, top-ups whose outcome can still be found out, and what was
   * charged within a day.
   */
  get filesToKeep(): readonly string[] {
    const { storage, clock, shared } = this.#deps
    const revocations = [...this.#all.values()].filter(({ pendingSignOuts }) => pendingSignOuts.length > 0)
    return [
      ...revocations.map(({ grantFile }) => grantFile),
      ...openTopUps(storage.store, clock.now()),
      ...(shared.ceiling.isNeeded ? [chargesName] : []),
    ]
  }

  /** Whether ending now would lose a grant, as it is only in memory. */
  get hasUnsavedGrant(): boolean {
    const hasUnsaved = [...this.#all.values()].some(({ session }) => session.unsavedRevocations().length > 0)
    return hasUnsaved || this.#unclaimed.all.length > 0
  }

  /** The app is about to end: no reading and no refresh is started any more, and nothing waits for one that hangs. */
  end(): void {
    for (const { balance } of this.#all.values()) balance.stop()
    this.#runState.end()
    this.#ending.abort()
    for (const { session } of this.#all.values()) session.end()
  }

  /** Resolves when no refresh and no write of a grant is in flight. */
  async sessionsSettled(): Promise<void> {
    await Promise.all([...this.#all.values()].map(({ session }) => session.settled()))
  }

  /** Resolves when everything else known is stored, or can be continued after a restart. */
  async settle(): Promise<void> {
    await Promise.all([...this.#all.values()].map((organisation) => organisation.settle()))
  }

  /**
   * The last thing before the app ends: revokes what the disk doesn't know of (5 s at most).
   * @returns the grants that stay alive on the server without being known here
   */
  async revokeUnsaved(): Promise<readonly PendingSignOut[]> {
    this.#isStopped = true
    const all = [...this.#all.values()]
    for (const { session } of all) session.stop()
    this.#unclaimed.stop()
    const unsaved = all.flatMap(({ session }) =>
      session.unsavedRevocations().map((one) => ({ ...one, organisation: session.record.organisation })),
    )
    const toRevoke = [...unsaved, ...this.#unclaimed.all]
    const { clock, log, parallel } = this.#deps
    const revoked = new Set<string>()
    const timeout = new AbortController()
    const revokeAll = toRevoke.map(async (one) => {
      const { dead } = await revokeOnce({ oauth: parallel.oauth, clock, log }, [one], timeout.signal)
      for (const refreshToken of dead) revoked.add(refreshToken)
    })
    await withTimeout(clock, quitRevokeMs, Promise.all(revokeAll))
    timeout.abort()
    return toRevoke
      .filter(({ refreshToken }) => !revoked.has(refreshToken))
      .map(({ organisation, since, until }) => pending(organisation, since, until, null))
  }

  /** Holds back what is queued from now on; the organisation on screen and what the user asks for isn't queued. */
  #delayQueued(): void {
    const { clock, shared } = this.#deps
    const delay = () => clock.wait(startDelayMs, this.#ending.signal)
    void shared.loadLimit(delay)
    for (let nth = 0; nth < maxReadings; nth += 1) void shared.pollLimit(delay)
  }

  #create(id: string, name: string): Organisation {
    return Organisation.signedOut(this.#deps, { id, name })
  }

  #add(organisation: Organisation): Organisation {
    this.#all.set(organisation.id, organisation)
    this.#applySurroundings(organisation)
    return organisation
  }

  #setSurroundings(change: Partial<Surroundings>): void {
    this.#surroundings = { ...this.#surroundings, ...change }
    for (const organisation of this.#all.values()) this.#applySurroundings(organisation)
  }

  #applySurroundings({ id, balance }: Organisation): void {
    const { foregroundId, ...conditions } = this.#surroundings
    balance.setConditions({ ...conditions, isForeground: foregroundId === id })
  }

  /** As long as anybody is signed in. One after the other: renewals have days of time, so there is no need for a burst. */
  async #keepRenewing(): Promise<void> {
    if (this.#isRenewing) return
    this.#isRenewing = true
    const { signal } = this.#ending
    while (this.signedIn.length > 0 && !signal.aborted) {
      for (const { session } of this.signedIn) await session.renewIfDue()
      await this.#deps.clock.wait(renewalCheckMs, signal)
    }
    this.#isRenewing = false
  }
}
