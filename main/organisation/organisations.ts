/**
 * All organisations: restored at start-up, added by a sign-in, removed by a sign-out. They are independent: none waits for
 * another, and a failure of one doesn't affect the others.
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

/** Concurrent background readings of balances. */
const maxReadings = 4
/** At start-up balances and histories of further organisations are read after this time, once the window is open. */
const maxAtOnce = 3
const startDelayMs = 2_000
const quitRevokeMs = 5_000
/** How often refresh tokens are checked for renewal (`isDueForRenewal`). */
const renewalCheckMs = 3600_000

export type OrganisationsDeps = Omit<OrganisationDeps, 'shared' | 'events'> & {
  readonly secret: SecretHolder
  /** The server's time; null while it is unknown. */
  readonly serverNow: () => number | null
  readonly events: Omit<OrganisationEvents, 'onChanged'> & {
    readonly onChanged: (
      organisations: readonly OrganisationView[],
      pendingSignOuts: readonly PendingSignOut[],
    ) => void
  }
}

/** What the poll interval depends on, besides the account itself. */
type PollContext = {
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
  #pollContext: PollContext = { foregroundId: null, onBattery: false, locked: false, setting: 'normal' }
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

  /** Reads all stored organisations, whose tokens stay encrypted until `open`. */
  restore(): void {
    const ids = organisationsWith(grantName, this.#deps.storage)
    const found = ids.map((id) => Organisation.restore(this.#deps, id)).filter((one) => one !== null)
    found.sort((a, b) => a.session.record.signedInAt - b.session.record.signedInAt)
    for (const organisation of found) this.#add(organisation)
    this.#deps.events.onChanged()
  }

  /** Whether there are tokens that the keyring hasn't decrypted yet, nor refused. */
  get isSealed(): boolean {
    return [...this.#all.values()].some(({ session }) => !session.isOpen)
  }

  /** Resolves when the keyring has answered for all tokens, or when the app is about to exit. */
  async whenOpen(): Promise<void> {
    await Promise.all([...this.#all.values()].map(({ session }) => session.whenOpen()))
  }

  /** Decrypts the tokens, and resumes pending revocations. Resolves when the keyring has answered for each. */
  async open(): Promise<void> {
    const { signal } = this.#ending
    if (signal.aborted) return
    // Concurrently, so that a hanging keyring delays them only once.
    await Promise.all([...this.#all.values()].map(({ session }) => session.open()))
    if (signal.aborted) return
    this.#deps.events.onChanged()
    void this.#renewPeriodically()
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

  /** For the redaction: every secret in memory. */
  get secretsAlive(): readonly string[] {
    return [
      ...[...this.#all.values()].flatMap(({ secretsAlive }) => secretsAlive),
      ...this.#unclaimed.all.map(({ refreshToken }) => refreshToken),
    ]
  }

  /** Undefined unless the user is signed in to it. */
  get(id: string): Organisation | undefined {
    const organisation = this.#all.get(id)
    return organisation?.isSignedIn ? organisation : undefined
  }

  /** Creates the organisation if the user isn't signed in to it, for an import. */
  obtain(id: string): Organisation {
    return (
      this.#all.get(id) ?? this.#add(Organisation.signedOut(this.#deps, { id, name: displayName(id, null) }))
    )
  }

  /** All organisations that the user is signed in to, or has set limits for. */
  get exportable(): readonly Organisation[] {
    const ids = [...organisationsWith(limitsName, this.#deps.storage), ...this.signedIn.map(({ id }) => id)]
    return [...new Set(ids)].map((id) => this.obtain(id))
  }

  /**
   * Starts polling, and reads the histories.
   * @param windowShown many histories are read only then; before, they would delay it
   */
  start(windowShown: Promise<unknown>): void {
    const { signedIn } = this
    if (signedIn.length > maxAtOnce) void this.#deps.shared.loadLimit(() => windowShown)
    this.#isStarting = true
    for (const [index, organisation] of signedIn.entries()) {
      if (index === maxAtOnce) this.#delayQueued()
      organisation.start()
    }
    this.#isStarting = false
    this.#deps.events.onChanged()
  }

  /**
   * Stores a newly approved grant and starts polling; resolves when it is on the disk, or in memory if the user chose that.
   * A grant that can't be stored is revoked.
   * @param wanted the organisation that the user wanted to sign in to again
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
    // A new organisation is appended; an existing one keeps its position.
    if (!wasSignedIn) this.#all.delete(id)
    this.#add(organisation)
    const other = wanted === null || wanted === id ? undefined : this.get(wanted)
    organisation.showArrival(other?.name ?? null)
    organisation.start()
    void this.#renewPeriodically()
    return adopted
  }

  /** Revokes an unwanted refresh token. */
  discard(refreshToken: string, organisation: OrganisationName): void {
    this.#unclaimed.discard(refreshToken, organisation)
  }

  /** The computer is about to sleep: no request starts until `resume`. */
  suspend(): void {
    this.#runState.suspend()
    for (const { topUp } of this.#all.values()) topUp.suspend()
  }

  resume(): void {
    this.#runState.resume()
    this.revokeNow()
    for (const { topUp } of this.#all.values()) topUp.resume()
  }

  /** The network is back: retries failed readings and pending revocations soon. */
  retryNow(): void {
    for (const { balance } of this.#all.values()) balance.hurry()
    this.revokeNow()
  }

  /** Retries pending revocations now, or as soon as the server allows. */
  revokeNow(): void {
    for (const { session } of this.#all.values()) session.revokeNow()
    this.#unclaimed.revokeNow()
  }

  retryBehindProxy(): void {
    for (const { balance } of this.signedIn) balance.retryBehindProxy()
  }

  setForeground(foregroundId: string | null): void {
    this.#setPollContext({ foregroundId })
  }

  setPower(power: { readonly onBattery: boolean; readonly locked: boolean }): void {
    this.#setPollContext(power)
  }

  setPollInterval(setting: Settings['pollInterval']): void {
    this.#setPollContext({ setting })
  }

  /** Recomputes which keys are due for rotation: time may have passed while the window was hidden. */
  recountKeys(): void {
    for (const { keys } of this.signedIn) keys.recount()
  }

  /**
   * The documents that a reset must keep: pending revocations, top-ups whose outcome can still be queried, and the charges
   * of the last day.
   */
  get filesToKeep(): readonly string[] {
    const { storage, clock, shared } = this.#deps
    const revocations = [...this.#all.values()].filter(
      ({ session, pendingSignOuts }) => !session.isOpen || pendingSignOuts.length > 0,
    )
    return [
      ...revocations.map(({ grantFile }) => grantFile),
      ...openTopUps(storage.store, clock.now()),
      ...(shared.ceiling.isNeeded ? [chargesName] : []),
    ]
  }

  /** Whether a grant is only in memory, so that exiting now would lose it. */
  get hasUnsavedGrant(): boolean {
    const hasUnsaved = [...this.#all.values()].some(({ session }) => session.unsavedRevocations().length > 0)
    return hasUnsaved || this.#unclaimed.all.length > 0
  }

  /** The app is about to exit: no reading and no refresh starts, and nothing waits for one that hangs. */
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

  /** Resolves when everything else is stored, or can be resumed after a restart. */
  async settle(): Promise<void> {
    await Promise.all([...this.#all.values()].map((organisation) => organisation.settle()))
  }

  /**
   * The last step before the app exits: revokes the grants that are only in memory (at most 5 s).
   * @returns the grants that could not be revoked and stay valid on the server
   */
  async revokeUnsaved(): Promise<readonly PendingSignOut[]> {
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

  /** Delays queued readings. The organisation on screen and readings on request bypass the queue. */
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
    this.#applyPollContext(organisation)
    return organisation
  }

  #setPollContext(change: Partial<PollContext>): void {
    this.#pollContext = { ...this.#pollContext, ...change }
    for (const organisation of this.#all.values()) this.#applyPollContext(organisation)
  }

  #applyPollContext({ id, balance }: Organisation): void {
    const { foregroundId, ...conditions } = this.#pollContext
    balance.setConditions({ ...conditions, isForeground: foregroundId === id })
  }

  /** Runs while the user is signed in to any organisation. Sequential, since renewals aren't urgent. */
  async #renewPeriodically(): Promise<void> {
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
