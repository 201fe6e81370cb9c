/**
 * The app without a desktop: makes the parts, and turns what they report into the one AppState.
 * Everything here runs in plain Node, so a test can live a whole life with it.
 */
import type {
  AppState,
  Balance,
  Keeping,
  Machine,
  Notice,
  Organisation,
  PendingSignOut,
  Result,
  Screen,
  Spoken,
} from '../../preload/contract/index.ts'
import { Alerts } from '../account/alerts.ts'
import { Balances } from '../account/balances.ts'
import { History } from '../account/history/history.ts'
import { Keys } from '../account/keys.ts'
import { movableLedger } from '../account/ledger-movable.ts'
import { paceMs } from '../account/pace.ts'
import { SecretHolder } from '../account/pending-secret.ts'
import { TopUps } from '../account/top-ups.ts'
import { AccountApi } from '../parallel/account-api.ts'
import type { Endpoints } from '../parallel/endpoints.ts'
import { Exchange } from '../parallel/exchange.ts'
import { failure } from '../parallel/failures.ts'
import { type ApprovedGrant, OAuth } from '../parallel/oauth.ts'
import type {
  Belongings,
  Clock,
  Desktop,
  DesktopSettings,
  EnvFiles,
  Files,
  Http,
  Journal,
  Log,
  Platform,
  Randomness,
  SecretClipboard,
  Secrets,
  Store,
} from '../ports.ts'
import { ProxyPasswords } from '../proxy/proxy-passwords.ts'
import type { Session } from '../session/session.ts'
import { atMost, Sessions } from '../session/sessions.ts'
import { Vault } from '../session/vault.ts'
import { permissionsOf } from '../sign-in/permissions.ts'
import { SignInFlow } from '../sign-in/sign-in.ts'
import type { OnWritten } from '../storage/document.ts'
import { FiredAlerts } from '../storage/fired-alerts.ts'
import { Installation } from '../storage/installation.ts'
import { LastReadings } from '../storage/last-readings.ts'
import { Ledger } from '../storage/ledger.ts'
import { ChosenLimits } from '../storage/limits.ts'
import { OwnRelaunch } from '../storage/own-relaunch.ts'
import { SealedProxyPasswords } from '../storage/proxy-passwords.ts'
import { Quiet } from '../storage/quiet.ts'
import { ChosenSettings, defaultSettings } from '../storage/settings.ts'
import { SteadyStore } from '../storage/steady-store.ts'
import { Told } from '../storage/told.ts'
import { TopUpDocuments } from '../storage/top-up-documents.ts'
import { showHowItEnded } from './keys-ended.ts'
import { ChosenLanguage } from './language.ts'
import { type Forget, Leave } from './leave.ts'
import { Moving } from './moving.ts'
import { newOrganisation } from './new-organisation.ts'
import { mayRelaunch } from './relaunch.ts'
import { retryBehindProxy } from './retry-behind-proxy.ts'
import { SettingsInForce } from './settings-in-force.ts'
import { StateStore } from './store.ts'
import { Toasts } from './toasts.ts'

export type AppPorts = {
  readonly clock: Clock
  readonly http: Http
  readonly secrets: Secrets
  readonly store: Store
  readonly random: Randomness
  readonly log: Log
  readonly desktop: Desktop
  readonly journal: Journal
  readonly belongings: Belongings
  readonly desktopSettings: DesktopSettings
  readonly files: Files
  readonly secretClipboard: SecretClipboard
  readonly envFiles: EnvFiles
}

export type AppFacts = {
  readonly version: string
  readonly folder: string
  readonly platform: Platform
  readonly machine: Machine
  /** What is spoken while the user hasn't chosen: the system's, if there are words for it. */
  readonly language: Spoken
  readonly server: Endpoints & { readonly isDefault: boolean }
}

const quitWaitMs = 3_000
const clipboardWaitMs = 1_000

export class App {
  readonly state: StateStore
  readonly toasts: Toasts
  readonly signIn: SignInFlow
  readonly sessions: Sessions
  readonly balances: Balances
  readonly history: History
  readonly alerts: Alerts
  readonly files: Files
  readonly told: Told
  readonly topUps: TopUps
  readonly leave: Leave
  readonly settings: SettingsInForce
  readonly limits: ChosenLimits
  readonly moving: Moving
  readonly secret: SecretHolder
  readonly keys: Keys
  /** What answers a proxy that wants a password. */
  readonly proxy: ProxyPasswords
  readonly #readings: LastReadings
  readonly #quiet: Quiet
  readonly #steady: SteadyStore
  readonly #clock: Clock
  readonly #desktop: Desktop
  readonly #ownRelaunch: OwnRelaunch
  readonly #language: ChosenLanguage
  #windowVisible = false
  #power = { onBattery: false, locked: false }
  #keyringUnlocked = false

  constructor(ports: AppPorts, facts: AppFacts) {
    const { clock, store, log, random, secrets, desktop } = ports
    const { server } = facts
    const exchange = new Exchange(ports.http, clock)
    const oauth = new OAuth(exchange, server)

    const initial: Omit<AppState, 'revision'> = {
      appVersion: facts.version,
      folder: facts.folder,
      server: { platformHost: new URL(server.platformUrl).host, isDefault: server.isDefault },
      restoring: true,
      view: { screen: 'sign-in', organisationId: null, dialog: null },
      signIn: { kind: 'idle' },
      organisations: [],
      pendingSignOuts: [],
      notices: [],
      settings: defaultSettings,
      language: facts.language,
      machine: facts.machine,
      secret: null,
      toasts: [],
      proxy: { asked: null, kept: [] },
    }
    this.state = new StateStore(initial, (error) =>
      log.failure('view not drawn', failure('bug', String(error))),
    )
    this.toasts = new Toasts(this.state)
    const steady = new SteadyStore(store)
    this.#steady = steady
    const onWritten: OnWritten = (written) => {
      if (written.ok) {
        steady.catchUp()
        if (!steady.isBehind) this.withdraw('storage')
        return
      }
      log.failure('document not written', written.failure)
      this.notice({ kind: 'storage', failure: written.failure })
    }
    const onStrange = (file: string): void => {
      log.warn('document not understood', { file })
      this.notice({ kind: 'file-set-aside', file })
    }
    const events = { onWritten, onStrange }
    this.settings = new SettingsInForce({
      document: new ChosenSettings(steady, events),
      desktop: ports.desktopSettings,
      log,
      report: (settings) => this.state.update({ settings }),
    })
    this.proxy = new ProxyPasswords({
      sealed: new SealedProxyPasswords(steady, events),
      secrets,
      clock,
      log,
      report: (proxy) => this.state.update({ proxy }),
      retry: () => retryBehindProxy(this),
    })
    this.state.update({ proxy: this.proxy.view })
    this.limits = new ChosenLimits(steady, server.serviceApiUrl, events)
    this.#readings = new LastReadings(steady, server.serviceApiUrl, events)
    this.told = new Told(steady, events)
    this.#quiet = new Quiet(steady, server.serviceApiUrl, events)
    this.#clock = clock
    this.files = ports.files
    this.history = new History({
      journal: ports.journal,
      server,
      clock,
      log,
      paceMs: () => this.#longestPaceMs(),
      report: (organisationId, history) => this.state.updateOrganisation(organisationId, { history }),
      onWritten,
      onStrangeFile: onStrange,
    })
    this.alerts = new Alerts({
      fired: new FiredAlerts(steady, server.serviceApiUrl, events),
      limitsOf: (organisationId) => this.limits.get(organisationId),
      report: (organisationId, alerts) => this.state.updateOrganisation(organisationId, { alerts }),
    })
    this.#desktop = desktop
    this.#ownRelaunch = new OwnRelaunch(steady, events)
    const vault = new Vault({ store, secrets, server, clock, log })
    this.sessions = new Sessions({
      oauth,
      vault,
      clock,
      random,
      log,
      report: () => this.#showSessions(),
      olderEnded: (organisationId) => void this.balances.refresh(organisationId),
      onStrangeFile: (file) => this.notice({ kind: 'file-set-aside', file }),
    })
    const api = new AccountApi(exchange, server)
    this.balances = new Balances({
      api,
      clock,
      random,
      readings: this.#readings,
      isAwake: () => this.sessions.isAwake,
      report: (organisationId, change) => {
        this.state.updateOrganisation(organisationId, change)
        if (change.balance !== undefined) void this.#learn(organisationId, change.balance)
      },
    })
    this.secret = new SecretHolder({
      clock,
      clipboard: ports.secretClipboard,
      envFiles: ports.envFiles,
      report: (secret) => this.state.update({ secret }),
    })
    this.keys = new Keys({
      api,
      clock,
      ledger: new Ledger({
        store: steady,
        serviceApiUrl: server.serviceApiUrl,
        onWritten,
        onStrange: (file) => this.notice({ kind: 'file-set-aside', file }),
      }),
      secret: this.secret,
      session: (organisationId) => {
        const session = this.sessions.get(organisationId)
        return session?.isSignedIn ? session : undefined
      },
      rotateAfterDays: (organisationId) => this.#organisation(organisationId)?.limits.rotateAfterDays ?? null,
      report: (organisationId, keys) => this.state.updateOrganisation(organisationId, { keys }),
      ended: (...how) => showHowItEnded(this, ...how),
    })
    this.state.subscribe(({ organisations }, before) => {
      for (const { id, limits } of organisations) {
        const was = before.organisations.find((one) => one.id === id)?.limits.rotateAfterDays
        if (was !== limits.rotateAfterDays) this.keys.recount(id)
      }
    })
    this.#language = new ChosenLanguage(this.state, facts.language, log)
    const topUpDocuments = new TopUpDocuments({
      store,
      serviceApiUrl: server.serviceApiUrl,
      onWritten,
      onStrangeFile: (file) => this.notice({ kind: 'file-set-aside', file }),
    })
    this.topUps = new TopUps({
      api,
      clock,
      random,
      log,
      documents: topUpDocuments,
      balanceOf: (organisationId) => this.#organisation(organisationId)?.balance ?? null,
      limitOf: (organisationId) => this.#organisation(organisationId)?.limits.topUpPerDayCents ?? null,
      take: (organisationId, reading, replayed) => {
        // What was kept with the key is as old as the charge: never shown as what there is now.
        if (replayed) this.balances.readAnew(organisationId)
        else this.balances.take(organisationId, reading)
      },
      report: (organisationId, change) => this.state.updateOrganisation(organisationId, change),
      added: (organisationId, cents, spendableCents, at) => {
        // Before the balance that it brings: a rise that is known beforehand isn't taken for somebody else's.
        void this.history.topUp(organisationId, at, cents)
        const { dialog } = this.state.current.view
        const isSeen = dialog?.kind === 'top-up' && dialog.organisationId === organisationId
        if (!isSeen) this.toasts.say({ kind: 'added', cents, spendableCents })
      },
    })
    this.leave = new Leave({
      state: this.state,
      toasts: this.toasts,
      sessions: this.sessions,
      clock,
      belongings: {
        removeAll: (keptDocuments) => {
          const removed = ports.belongings.removeAll(keptDocuments)
          if (removed.ok) steady.giveUp()
          return removed
        },
      },
      desktop,
      left: (organisationId) => {
        this.balances.unwatch(organisationId)
        this.topUps.unwatch(organisationId)
        this.#readings.forget(organisationId)
        this.#quiet.end(organisationId)
        this.history.close(organisationId)
        this.alerts.forget(organisationId)
        this.keys.leave(organisationId)
      },
      documentOf: (organisationId) => vault.nameOf(organisationId),
      stillNeeded: () => topUpDocuments.open(clock.now()),
    })
    this.leave.onForget(async (organisationId) => {
      this.limits.forget(organisationId)
      this.keys.forget(organisationId)
      this.topUps.forget(organisationId)
      const forgotten = await this.history.forget(organisationId)
      if (!forgotten.ok) onWritten(forgotten)
    })
    this.signIn = new SignInFlow({
      oauth,
      platformUrl: server.platformUrl,
      platform: facts.platform,
      installation: new Installation(steady, events),
      secrets,
      clock,
      desktop,
      log,
      report: (signIn) => this.state.update({ signIn }),
      adopt: (approved, keeping, wanted) => this.#adopt(approved, keeping, wanted),
      discard: (refreshToken, organisation) => this.sessions.discard(refreshToken, organisation),
    })
    this.state.subscribe((state, before) => {
      const isMoved = state.view.organisationId !== before.view.organisationId
      if (isMoved || state.settings.pace !== before.settings.pace) this.#attend()
      this.#relaunchIfWanted()
    })
    this.moving = new Moving({
      files: ports.files,
      clock,
      log,
      serviceApiUrl: server.serviceApiUrl,
      state: this.state,
      toasts: this.toasts,
      settings: this.settings,
      limits: this.limits,
      limitsChanged: () => this.showLimits(),
      areas: { history: this.history, ledger: movableLedger(this.keys) },
    })
  }

  /** Restores what was kept and starts reading. Never starts a sign-in. */
  async start(): Promise<void> {
    void this.settings.applyAll()
    await this.#language.follow()
    await this.sessions.restore()
    const [first] = this.state.current.organisations
    if (first !== undefined) this.show(first.id)
    this.state.update({ restoring: false })
    for (const { id } of this.state.current.organisations) this.#watch(id)
  }

  /**
   * Before the app ends: what is under way is kept or given back (3 s at most), then what nothing on the disk knows
   * of is revoked (5 s at most).
   * @returns the grants that stay alive on the server although nothing here knows them any more
   */
  async shutDown(): Promise<readonly PendingSignOut[]> {
    this.balances.stop()
    this.sessions.end()
    const settled = Promise.all([
      this.signIn.finish(),
      this.sessions.settled(),
      this.history.settled(),
      this.keys.settled(),
      this.topUps.finish(),
    ])
    await atMost(
      this.#clock,
      quitWaitMs,
      settled.then(() => this.sessions.settled()),
    )
    this.#steady.catchUp()
    await atMost(this.#clock, clipboardWaitMs, this.secret.end())
    return this.sessions.endUnkept()
  }

  /** Puts the organisation on screen: where the user is already, or on the named screen. */
  show(organisationId: string, screen?: Screen): void {
    this.state.update(({ view }) => {
      const stay = view.screen === 'sign-in' ? 'overview' : view.screen
      return { view: { screen: screen ?? stay, organisationId, dialog: null } }
    })
  }

  /** Whether anybody can see the window. */
  setAttention({ visible }: { readonly visible: boolean }): void {
    this.#windowVisible = visible
    // A key grows old while nobody looks.
    if (visible) for (const { id } of this.state.current.organisations) this.keys.recount(id)
    this.#attend()
    this.#relaunchIfWanted()
  }

  setPower(power: { readonly onBattery: boolean; readonly locked: boolean }): void {
    this.#power = power
    this.#attend()
  }

  /** The network is back, as far as the system can tell: a reason to try sooner what has failed. */
  backOnline(): void {
    this.balances.hurry()
    this.sessions.revokeNow()
    this.signIn.tryNow()
  }

  /** The system's keyring was unlocked: what it didn't open at the start, it may after a relaunch. */
  keyringUnlocked(): void {
    this.#keyringUnlocked = true
    this.#relaunchIfWanted()
  }

  /** What is to be done when an organisation is to be forgotten on this computer. */
  onForget(forget: Forget): void {
    this.leave.onForget(forget)
  }

  /** The limits that are kept have changed. */
  showLimits(): void {
    this.state.update(({ organisations }) => ({
      organisations: organisations.map((one) => ({ ...one, limits: this.limits.get(one.id) })),
    }))
    for (const { id } of this.state.current.organisations) this.alerts.limitsChanged(id)
  }

  /** Says something, unless it is being said already. */
  notice(notice: Notice): void {
    const text = JSON.stringify(notice)
    const said = this.state.current.notices.some((one) => JSON.stringify(one) === text)
    if (!said) this.state.update(({ notices }) => ({ notices: [...notices, notice] }))
  }

  /** Its cause is gone, or the user has read it. */
  withdraw(kind: Notice['kind']): void {
    if (!this.state.current.notices.some((one) => one.kind === kind)) return
    this.state.update(({ notices }) => ({ notices: notices.filter((one) => one.kind !== kind) }))
  }

  /** Says something only the first time ever; true when it was said now. */
  noticeOnce(notice: Notice): boolean {
    const first = this.told.firstTime(notice.kind)
    if (first) this.notice(notice)
    return first
  }

  /** "Not today", until the next local midnight; or its undoing. */
  setQuiet(organisationId: string, quiet: boolean): void {
    if (quiet) this.#quiet.start(organisationId, this.#clock.now())
    else this.#quiet.end(organisationId)
    this.state.updateOrganisation(organisationId, { quietUntil: this.#quiet.until(organisationId) })
  }

  async #adopt(approved: ApprovedGrant, keeping: Keeping, wanted: string | null): Promise<Result<null>> {
    const adopted = await this.sessions.adopt(approved, keeping)
    if (!adopted.ok) return adopted
    const id = approved.tokens.organisationId
    const other = this.state.current.organisations.find((one) => one.id === wanted && one.id !== id)
    this.state.updateOrganisation(id, { arrived: { insteadOf: other?.name ?? null }, trouble: null })
    this.show(id, 'overview')
    this.#watch(id)
    return adopted
  }

  #watch(organisationId: string): void {
    const session = this.sessions.get(organisationId)
    if (session === undefined) return
    void this.history.open(organisationId)
    this.balances.watch(organisationId, session)
    this.topUps.watch(organisationId, session)
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
    const setting = this.state.current.settings.pace
    return paceMs({ ...this.#power, setting, inSight: false, unchangedMs: Number.POSITIVE_INFINITY })
  }

  #organisation(organisationId: string): Organisation | undefined {
    return this.state.current.organisations.find((one) => one.id === organisationId)
  }

  #attend(): void {
    const { view, settings } = this.state.current
    const inSight = this.#windowVisible ? view.organisationId : null
    this.balances.attend({ ...this.#power, inSight, setting: settings.pace })
  }

  #relaunchIfWanted(): void {
    if (!this.#keyringUnlocked) return
    const now = this.#clock.now()
    const { hasUnkept } = this.sessions
    const around = {
      windowVisible: this.#windowVisible,
      hasUnkept,
      lastRelaunchAt: this.#ownRelaunch.at,
      now,
    }
    if (!mayRelaunch(this.state.current, around)) return
    this.#keyringUnlocked = false
    this.#ownRelaunch.note(now)
    this.#desktop.relaunch()
  }

  #showSessions(): void {
    this.state.update((state) => {
      const organisations = this.sessions.signedIn.map((session) =>
        this.#toOrganisation(
          session,
          state.organisations.find((one) => one.id === session.record.organisation.id),
        ),
      )
      const isShown = organisations.some((one) => one.id === state.view.organisationId)
      const next = organisations[0]?.id ?? null
      const screen = next === null ? ('sign-in' as const) : state.view.screen
      const view = isShown ? state.view : { screen, organisationId: next, dialog: null }
      return { organisations, view, pendingSignOuts: this.sessions.pendingSignOuts }
    })
  }

  #toOrganisation(session: Session, before: Organisation | undefined): Organisation {
    const { id, name } = session.record.organisation
    return {
      ...newOrganisation,
      balance: this.#readings.get(id),
      alerts: this.alerts.of(id),
      quietUntil: this.#quiet.until(id),
      limits: this.limits.get(id),
      keys: this.keys.summary(id),
      ...before,
      id,
      name,
      permissions: permissionsOf(session.scope),
      session: session.view,
    }
  }
}
