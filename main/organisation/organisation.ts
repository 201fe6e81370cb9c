/** One organisation: its sign-in, balance, history, keys, top-up and limits, and how they depend on each other. */
import type { LimitFunction } from 'p-limit'
import {
  type Balance,
  failed,
  type Keeping,
  type KeysOperation,
  type Limits,
  type Organisation as OrganisationView,
  ok,
  type PendingSignOut,
  type Result,
} from '../../preload/contract/index.ts'
import type { AccountApi } from '../parallel/account-api.ts'
import { failure, signedOutFailure } from '../parallel/failures.ts'
import type { ApprovedGrant, OAuth } from '../parallel/oauth.ts'
import { permissionsOf } from '../parallel/permissions.ts'
import type { AppendLog, Clock, Log, Randomness, Secrets } from '../ports.ts'
import { Alerts } from './balance/alerts.ts'
import { alertsDocument } from './balance/alerts-document.ts'
import { BalancePoller } from './balance/balance-poller.ts'
import { LastReading } from './balance/last-reading.ts'
import { type FolderDeps, OrganisationFolder } from './folder.ts'
import { countReadings, History } from './history/history.ts'
import { type ChangeOutcome, Keys } from './keys/keys.ts'
import { Ledger, parseRows } from './keys/ledger.ts'
import type { SecretHolder } from './keys/pending-secret.ts'
import { LimitsDocument } from './limits.ts'
import { newView } from './new-view.ts'
import type { RunState } from './run-state.ts'
import type { GrantRecord } from './session/grant.ts'
import { grantName } from './session/grant-document.ts'
import { Session } from './session/session.ts'
import { type Loaded, type Stored, Vault } from './session/vault.ts'
import { Snooze } from './snooze.ts'
import type { ChargeCeiling } from './top-up/charge-ceiling.ts'
import { type Charge, TopUp } from './top-up/top-up.ts'
import { TopUpDocument, topUpName } from './top-up/top-up-document.ts'

/** The parts that all organisations share. */
export type OrganisationDeps = {
  readonly parallel: { readonly oauth: OAuth; readonly account: AccountApi }
  readonly storage: FolderDeps & { readonly appendLog: AppendLog }
  readonly secrets: Secrets
  readonly clock: Clock
  readonly random: Randomness
  readonly log: Log
  readonly shared: {
    readonly runState: RunState
    readonly secret: SecretHolder
    readonly ceiling: ChargeCeiling
    readonly pollLimit: LimitFunction
    readonly loadLimit: LimitFunction
  }
  readonly events: OrganisationEvents
}

type ReportedView = Omit<OrganisationView, 'id' | 'name' | 'permissions' | 'session'>

export type OrganisationEvents = {
  /** The view has changed, or the pending sign-outs have. */
  readonly onChanged: () => void
  readonly onKeysEnded: (organisationId: string, doing: KeysOperation, outcome: ChangeOutcome) => void
  readonly onCharged: (organisationId: string, charge: Charge) => void
  /** The organisation's data was removed from this computer. */
  readonly onForgotten: (organisationId: string) => void
}

/** The rows of an export file. */
export type OrganisationRows = {
  readonly ledger: readonly unknown[]
  readonly history: readonly unknown[]
}

export class Organisation {
  readonly id: string
  readonly session: Session
  readonly balance: BalancePoller
  readonly history: History
  readonly topUp: TopUp
  readonly #deps: OrganisationDeps
  readonly #folder: OrganisationFolder
  readonly #limits: LimitsDocument
  readonly #snooze: Snooze
  readonly #alerts: Alerts
  readonly #ledger: Ledger
  #keys: Keys
  /** The view as reported by the parts. */
  #view: ReportedView

  /** Null if no readable sign-in is stored. Its tokens stay encrypted until `session.open`. */
  static restore(deps: OrganisationDeps, id: string): Organisation | null {
    const folder = new OrganisationFolder(deps.storage, id)
    const vault = new Vault({ ...deps, folder })
    const stored = vault.load(id)
    return stored && new Organisation(deps, folder, vault, stored)
  }

  /** An organisation that the user isn't signed in to yet. */
  static signedOut(deps: OrganisationDeps, organisation: GrantRecord['organisation']): Organisation {
    const folder = new OrganisationFolder(deps.storage, organisation.id)
    const record = { organisation, signedInAt: 0, grant: null, revocations: [], unopened: [] }
    return new Organisation(deps, folder, new Vault({ ...deps, folder }), { record, sealed: null })
  }

  private constructor(
    deps: OrganisationDeps,
    folder: OrganisationFolder,
    vault: Vault,
    stored: Stored | Loaded,
  ) {
    const { parallel, clock, random, log, storage, shared } = deps
    const { runState, pollLimit, loadLimit } = shared
    const api = parallel.account
    const report = (change: Partial<OrganisationView>): void => this.#report(change)
    this.#deps = deps
    this.#folder = folder
    this.id = stored.record.organisation.id
    this.#limits = new LimitsDocument(folder)
    this.#snooze = new Snooze(folder)
    this.#ledger = new Ledger(folder)
    this.session = new Session(
      {
        oauth: parallel.oauth,
        vault,
        clock,
        random,
        log,
        runState,
        onChanged: () => deps.events.onChanged(),
        onOlderRevoked: () => void this.balance.refresh(),
      },
      stored,
    )
    this.balance = new BalancePoller({
      api,
      session: this.session,
      clock,
      random,
      limit: pollLimit,
      lastReading: new LastReading(folder, clock),
      report: (change) => {
        report(change)
        if (change.balance !== undefined) void this.#recordBalance(change.balance)
      },
    })
    this.history = new History({
      folder,
      appendLog: storage.appendLog,
      clock,
      log,
      loadLimit,
      maxIntervalMs: () => this.balance.maxIntervalMs,
      report,
    })
    this.#alerts = new Alerts({ document: alertsDocument(folder), limits: () => this.limits, report })
    this.#keys = this.#newKeys()
    this.topUp = new TopUp({
      api,
      clock,
      random,
      log,
      document: new TopUpDocument(folder),
      ceiling: shared.ceiling.of(folder.key),
      facts: () => ({ balance: this.balance.current, maxPerDayCents: this.limits.topUpPerDayCents }),
      report,
      onCharged: (charge) => this.#charged(charge),
    })
    this.#view = this.#startingView()
  }

  get name(): string {
    return this.session.record.organisation.name
  }

  get isSignedIn(): boolean {
    return this.session.isSignedIn
  }

  get keys(): Keys {
    return this.#keys
  }

  get limits(): Limits {
    return this.#limits.current
  }

  get view(): OrganisationView {
    const { id, name, session } = this
    return { ...this.#view, id, name, permissions: permissionsOf(session.scope), session: session.view }
  }

  get pendingSignOuts(): readonly PendingSignOut[] {
    return this.session.pendingSignOuts
  }

  /** The name of the document with the sign-in and the pending revocations. */
  get grantFile(): string {
    return this.#folder.nameOf(grantName)
  }

  /** For the redaction: the secrets in memory. */
  get secretsAlive(): readonly string[] {
    const { openKey } = this.topUp
    return openKey === null ? this.session.tokens : [...this.session.tokens, openKey]
  }

  /** Stores a newly approved grant; resolves when it is on the disk, or in memory if the user chose that. */
  adopt(approved: ApprovedGrant, keeping: Keeping, name: string): Promise<Result<null>> {
    if (!this.isSignedIn) this.#view = this.#startingView()
    return this.session.adopt(approved, keeping, name)
  }

  /** After a sign-in or restore: starts polling, and resumes an open top-up. */
  start(): void {
    void this.history.open()
    this.balance.start()
    this.topUp.signedIn(this.session)
  }

  /**
   * Fails with `busy` while a key is being created, since a sign-out would lose its secret.
   * @param forget also removes the organisation's data from this computer
   */
  async signOut({ forget }: { readonly forget: boolean }): Promise<Result<null>> {
    if (!this.isSignedIn) return failed(signedOutFailure)
    if (this.keys.isCreatingKey) return failed(failure('busy', 'Something has to end first.'))
    const signedOut = await this.session.signOut()
    // The user has signed in again in the meantime, so the data is kept.
    if (!signedOut.ok || this.isSignedIn) return signedOut
    this.balance.forget()
    this.topUp.signedOut()
    this.#snooze.end()
    this.history.close()
    this.#alerts.forget()
    this.keys.signedOut()
    if (forget) await this.#forget()
    return signedOut
  }

  setLimits(limits: Limits): void {
    const { rotateAfterDays } = this.limits
    this.#limits.replace(limits)
    this.#report({ limits: this.limits })
    this.#alerts.limitsChanged()
    if (rotateAfterDays !== limits.rotateAfterDays) this.keys.recount()
  }

  /** "Mute today", until the next local midnight, and its undo. */
  setSnoozed(isSnoozed: boolean): void {
    if (isSnoozed) this.#snooze.start(this.#deps.clock.now())
    else this.#snooze.end()
    this.#report({ snoozedUntil: this.#snooze.until })
  }

  /** @param insteadOf the organisation that the user wanted to sign in to again; null if it is this one */
  showArrival(insteadOf: string | null): void {
    this.#report({ arrived: { insteadOf }, trouble: null })
  }

  dismissArrival(): void {
    this.#report({ arrived: null })
  }

  async export(): Promise<OrganisationRows & { readonly limits: Limits }> {
    const history = await this.history.exportRows()
    if (!this.isSignedIn) this.history.close()
    return { limits: this.limits, ledger: this.keys.exportRows(), history }
  }

  /** Adds the missing rows. Returns their number. */
  async importRows({ ledger, history }: OrganisationRows): Promise<Result<ImportCount>> {
    const rows = parseRows(ledger)
    if (!rows.ok) return rows
    const keys = this.keys.importRows(rows.value)
    const readings = await this.history.importRows(history)
    if (!this.isSignedIn) this.history.close()
    return readings.ok ? ok({ keys, readings: readings.value }) : readings
  }

  /** Resolves when everything is stored, or can be resumed after a restart. */
  async settle(): Promise<void> {
    this.balance.settle()
    await Promise.all([this.history.settle(), this.keys.settle(), this.topUp.settle()])
  }

  /** Reports the stored values before the first reading of this run. */
  #startingView(): ReportedView {
    return {
      ...newView,
      balance: this.balance.current,
      alerts: this.#alerts.current,
      snoozedUntil: this.#snooze.until,
      limits: this.limits,
      keys: this.keys.summary,
    }
  }

  /** Keeps pending revocations and an open top-up, whose data exists nowhere else. */
  async #forget(): Promise<void> {
    const { onWritten } = this.#folder.events
    this.#limits.reset()
    this.keys.forget()
    this.#keys = this.#newKeys()
    const topUp = this.topUp.forget()
    const history = await this.history.forget()
    const folder = this.#folder.remove([grantName, topUpName])
    for (const removed of [topUp, history, folder]) if (!removed.ok) onWritten(removed)
    this.#deps.events.onForgotten(this.id)
  }

  #newKeys(): Keys {
    const { parallel, clock, shared, events } = this.#deps
    return new Keys({
      api: parallel.account,
      clock,
      ledger: this.#ledger,
      secret: shared.secret,
      session: this.session,
      rotateAfterDays: () => this.limits.rotateAfterDays,
      report: (change) => this.#report(change),
      onEnded: (doing, outcome) => events.onKeysEnded(this.id, doing, outcome),
    })
  }

  #charged(charge: Charge): void {
    // Recorded before its balance, so that the rise isn't attributed to elsewhere.
    void this.history.recordTopUp(charge.at, charge.amountCents)
    this.#deps.events.onCharged(this.id, charge)
    // A replayed response contains the balance after the charge, which may be outdated.
    if (charge.isReplayed) this.balance.refetch()
    else this.balance.accept(charge.reading)
  }

  /** Passes a reading to the history, which computes the spending, and then to the alerts. */
  async #recordBalance(balance: Balance): Promise<void> {
    const insight = await this.history.record(balance)
    if ((insight === null && !balance.invoiced) || !this.isSignedIn) return
    this.#alerts.check({
      at: balance.readAt,
      invoiced: balance.invoiced,
      spendableCents: balance.spendableCents,
      forecast: insight?.summary.forecast ?? { kind: 'not-enough', since: null },
      spentWithinHourCents: insight?.spentWithinHourCents ?? 0,
    })
  }

  #report(change: Partial<OrganisationView>): void {
    this.#view = { ...this.#view, ...change }
    this.#deps.events.onChanged()
  }
}

export type ImportCount = { readonly keys: number; readonly readings: number }

/** Validates rows for an import, and counts them. Fails with `bad-file`, whose message describes the problem. */
export function checkRows({ ledger, history }: OrganisationRows): Result<ImportCount> {
  const rows = parseRows(ledger)
  if (!rows.ok) return rows
  const readings = countReadings(history)
  return readings.ok ? ok({ keys: rows.value.length, readings: readings.value }) : readings
}
