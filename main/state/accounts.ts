/**
 * The organisations' accounts: what was read of them, what is done with their money and keys, what they are warned of.
 * Makes these parts, ties them to each other and to the state, and follows who is signed in.
 */
import type { Balance, Organisation } from '../../preload/contract/index.ts'
import { Alerts } from '../organisation/balance/alerts.ts'
import { FiredAlerts } from '../organisation/balance/alerts-document.ts'
import { Balances } from '../organisation/balance/balance-poller.ts'
import { LastReadings } from '../organisation/balance/last-reading.ts'
import { paceMs } from '../organisation/balance/poll-interval.ts'
import { History } from '../organisation/history/history.ts'
import { Keys } from '../organisation/keys/keys.ts'
import { Ledger } from '../organisation/keys/ledger.ts'
import { SecretHolder } from '../organisation/keys/pending-secret.ts'
import { ChosenLimits } from '../organisation/limits.ts'
import type { Sessions } from '../organisation/organisations.ts'
import { Quiet } from '../organisation/snooze.ts'
import { TopUpDocuments } from '../organisation/top-up/top-up-document.ts'
import { TopUps } from '../organisation/top-up/top-ups.ts'
import type { AccountApi } from '../parallel/account-api.ts'
import type { Endpoints } from '../parallel/endpoints.ts'
import type { Clock, EnvFiles, Journal, Log, Randomness, SecretClipboard, Store } from '../ports.ts'
import type { DocumentEvents } from '../storage/document.ts'
import type { RetryingStore } from '../storage/retrying-store.ts'
import { showHowItEnded } from './keys-ended.ts'
import { newOrganisation } from './new-organisation.ts'
import type { StateStore } from './store.ts'
import type { Toasts } from './toasts.ts'

export type AccountsOptions = {
  readonly state: StateStore
  readonly toasts: Toasts
  readonly api: AccountApi
  readonly server: Endpoints
  readonly clock: Clock
  readonly random: Randomness
  readonly log: Log
  readonly journal: Journal
  readonly secretClipboard: SecretClipboard
  readonly envFiles: EnvFiles
  /** For top-ups, which a disk that refuses must stop. */
  readonly store: Store
  /** For all else. */
  readonly steady: RetryingStore
  readonly events: DocumentEvents
  /** Asked for only once everything is made. */
  readonly sessions: () => Sessions
}

export class Accounts {
  readonly balances: Balances
  readonly history: History
  readonly alerts: Alerts
  readonly keys: Keys
  readonly secret: SecretHolder
  readonly topUps: TopUps
  readonly limits: ChosenLimits
  readonly #topUpDocuments: TopUpDocuments
  readonly #readings: LastReadings
  readonly #quiet: Quiet
  readonly #state: StateStore
  readonly #clock: Clock
  readonly #sessions: () => Sessions
  readonly #events: DocumentEvents
  #windowVisible = false
  #power = { onBattery: false, locked: false }

  constructor(options: AccountsOptions) {
    const { state, toasts, api, server, clock, random, log, store, steady, events, sessions } = options
    const { serviceApiUrl } = server
    this.#state = state
    this.#clock = clock
    this.#sessions = sessions
    this.#events = events
    this.limits = new ChosenLimits(steady, serviceApiUrl, events)
    this.#readings = new LastReadings(steady, serviceApiUrl, events)
    this.#quiet = new Quiet(steady, serviceApiUrl, events)
    this.history = new History({
      journal: options.journal,
      server,
      clock,
      log,
      paceMs: () => this.#longestPaceMs(),
      report: (organisationId, history) => state.updateOrganisation(organisationId, { history }),
      onWritten: events.onWritten,
      onStrangeFile: events.onStrange,
    })
    this.alerts = new Alerts({
      fired: new FiredAlerts(steady, serviceApiUrl, events),
      limitsOf: (organisationId) => this.limits.get(organisationId),
      report: (organisationId, alerts) => state.updateOrganisation(organisationId, { alerts }),
    })
    this.balances = new Balances({
      api,
      clock,
      random,
      readings: this.#readings,
      isAwake: () => sessions().isAwake,
      report: (organisationId, change) => {
        state.updateOrganisation(organisationId, change)
        if (change.balance !== undefined) void this.#learn(organisationId, change.balance)
      },
    })
    this.secret = new SecretHolder({
      clock,
      clipboard: options.secretClipboard,
      envFiles: options.envFiles,
      report: (secret) => state.update({ secret }),
    })
    this.keys = new Keys({
      api,
      clock,
      ledger: new Ledger({ store: steady, serviceApiUrl, ...events }),
      secret: this.secret,
      session: (organisationId) => {
        const session = sessions().get(organisationId)
        return session?.isSignedIn ? session : undefined
      },
      rotateAfterDays: (organisationId) => this.#organisation(organisationId)?.limits.rotateAfterDays ?? null,
      report: (organisationId, keys) => state.updateOrganisation(organisationId, { keys }),
      ended: (...how) => showHowItEnded({ state, toasts }, ...how),
    })
    state.subscribe(({ organisations }, before) => {
      for (const { id, limits } of organisations) {
        const was = before.organisations.find((one) => one.id === id)?.limits.rotateAfterDays
        if (was !== limits.rotateAfterDays) this.keys.recount(id)
      }
    })
    this.#topUpDocuments = new TopUpDocuments({
      store,
      serviceApiUrl,
      onWritten: events.onWritten,
      onStrangeFile: events.onStrange,
    })
    this.topUps = new TopUps({
      api,
      clock,
      random,
      log,
      documents: this.#topUpDocuments,
      balanceOf: (organisationId) => this.#organisation(organisationId)?.balance ?? null,
      limitOf: (organisationId) => this.#organisation(organisationId)?.limits.topUpPerDayCents ?? null,
      take: (organisationId, reading, replayed) => {
        // What was kept with the key is as old as the charge: never shown as what there is now.
        if (replayed) this.balances.readAnew(organisationId)
        else this.balances.take(organisationId, reading)
      },
      report: (organisationId, change) => state.updateOrganisation(organisationId, change),
      added: (organisationId, cents, spendableCents, at) => {
        // Before the balance that it brings: a rise that is known beforehand isn't taken for somebody else's.
        void this.history.topUp(organisationId, at, cents)
        const { dialog } = state.current.view
        const isSeen = dialog?.kind === 'top-up' && dialog.organisationId === organisationId
        if (!isSeen) toasts.say({ kind: 'added', cents, spendableCents })
      },
    })
    state.subscribe((now, before) => {
      const isMoved = now.view.organisationId !== before.view.organisationId
      if (isMoved || now.settings.pace !== before.settings.pace) this.#attend()
    })
  }

  /** What is known of an organisation before anything is read of it in this run. */
  remembered(organisationId: string): Omit<Organisation, 'id' | 'name' | 'permissions' | 'session'> {
    return {
      ...newOrganisation,
      balance: this.#readings.get(organisationId),
      alerts: this.alerts.of(organisationId),
      quietUntil: this.#quiet.until(organisationId),
      limits: this.limits.get(organisationId),
      keys: this.keys.summary(organisationId),
    }
  }

  /** Somebody is signed in to it: reads, and takes up what was left open. */
  watch(organisationId: string): void {
    const session = this.#sessions().get(organisationId)
    if (session === undefined) return
    void this.history.open(organisationId)
    this.balances.watch(organisationId, session)
    this.topUps.watch(organisationId, session)
  }

  /** Nobody is signed in to it any more: what was read of it goes. */
  left(organisationId: string): void {
    this.balances.unwatch(organisationId)
    this.topUps.unwatch(organisationId)
    this.#readings.forget(organisationId)
    this.#quiet.end(organisationId)
    this.history.close(organisationId)
    this.alerts.forget(organisationId)
    this.keys.leave(organisationId)
  }

  /** Takes what was kept of an organisation off this computer. */
  async forget(organisationId: string): Promise<void> {
    this.limits.forget(organisationId)
    this.keys.forget(organisationId)
    this.topUps.forget(organisationId)
    const forgotten = await this.history.forget(organisationId)
    if (!forgotten.ok) this.#events.onWritten(forgotten)
  }

  /** The documents of top-ups that a reset must not lose: whether they were charged isn't known yet. */
  openTopUps(): readonly string[] {
    return this.#topUpDocuments.open(this.#clock.now())
  }

  /** Ends the readings. */
  stop(): void {
    this.balances.stop()
  }

  /** Once what was under way is kept, or can go on after a restart. */
  async settled(): Promise<void> {
    await Promise.all([this.history.settled(), this.keys.settled(), this.topUps.finish()])
  }

  /** Whether anybody can see the window. */
  setAttention({ visible }: { readonly visible: boolean }): void {
    this.#windowVisible = visible
    // A key grows old while nobody looks.
    if (visible) for (const { id } of this.#state.current.organisations) this.keys.recount(id)
    this.#attend()
  }

  setPower(power: { readonly onBattery: boolean; readonly locked: boolean }): void {
    this.#power = power
    this.#attend()
  }

  /** The limits that are kept have changed. */
  showLimits(): void {
    this.#state.update(({ organisations }) => ({
      organisations: organisations.map((one) => ({ ...one, limits: this.limits.get(one.id) })),
    }))
    for (const { id } of this.#state.current.organisations) this.alerts.limitsChanged(id)
  }

  /** "Not today", until the next local midnight; or its undoing. */
  setQuiet(organisationId: string, quiet: boolean): void {
    if (quiet) this.#quiet.start(organisationId, this.#clock.now())
    else this.#quiet.end(organisationId)
    this.#state.updateOrganisation(organisationId, { quietUntil: this.#quiet.until(organisationId) })
  }

  /** A fresh reading goes to the history, which knows the pace, and then to the alerts. */
  async #learn(organisationId: string, balance: Balance): Promise<void> {
    const insight = await this.history.record(organisationId, balance)
    if (insight === null && !balance.invoiced) return
    if (this.#organisation(organisationId) === undefined) return
    this.alerts.check(organisationId, {
      at: balance.readAt,
      invoiced: balance.invoiced,
      spendableCents: balance.spendableCents,
      forecast: insight?.summary.forecast ?? { kind: 'not-enough', since: null },
      spentWithinHourCents: insight?.spentWithinHourCents ?? 0,
    })
  }

  /** Longer silences than a few of these are gaps in the history. */
  #longestPaceMs(): number {
    const setting = this.#state.current.settings.pace
    return paceMs({ ...this.#power, setting, inSight: false, unchangedMs: Number.POSITIVE_INFINITY })
  }

  #organisation(organisationId: string): Organisation | undefined {
    return this.#state.current.organisations.find((one) => one.id === organisationId)
  }

  #attend(): void {
    const { view, settings } = this.#state.current
    const inSight = this.#windowVisible ? view.organisationId : null
    this.balances.attend({ ...this.#power, inSight, setting: settings.pace })
  }
}
