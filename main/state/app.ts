/**
 * The app without a desktop: makes the parts, and turns what they report into the one AppState.
 * Everything here runs in plain Node, so a test can live a whole life with it.
 */
import type {
  AppState,
  Keeping,
  Machine,
  Notice,
  Organisation,
  PendingSignOut,
  Result,
  Screen,
  Spoken,
} from '../../preload/contract/index.ts'
import { defaultSettings } from '../../preload/contract/settings.ts'
import { withoutValues } from '../diagnostics/known-values.ts'
import { RecentFailures } from '../diagnostics/recent-failures.ts'
import type { Redact } from '../diagnostics/redaction.ts'
import { movableLedger } from '../organisation/keys/ledger-movable.ts'
import { atMost, Sessions } from '../organisation/organisations.ts'
import type { Session } from '../organisation/session/session.ts'
import { Vault } from '../organisation/session/vault.ts'
import { AccountApi } from '../parallel/account-api.ts'
import type { Endpoints } from '../parallel/endpoints.ts'
import { Exchange } from '../parallel/exchange.ts'
import { failure } from '../parallel/failures.ts'
import { type ApprovedGrant, OAuth } from '../parallel/oauth.ts'
import { permissionsOf } from '../parallel/permissions.ts'
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
  Records,
  SecretClipboard,
  Secrets,
  Store,
  Surroundings,
  Updater,
} from '../ports.ts'
import { ProxyPasswords } from '../proxy/proxy-passwords.ts'
import { SignInFlow } from '../sign-in/sign-in.ts'
import type { OnWritten } from '../storage/document.ts'
import { Installation } from '../storage/installation.ts'
import { OwnRelaunch } from '../storage/own-relaunch.ts'
import { SealedProxyPasswords } from '../storage/proxy-passwords.ts'
import { RetryingStore } from '../storage/retrying-store.ts'
import { ChosenSettings } from '../storage/settings.ts'
import { Told } from '../storage/told.ts'
import { UpdateCheck } from '../storage/update-check.ts'
import { AppUpdates } from '../updates/updates.ts'
import { Accounts } from './accounts.ts'
import { Diagnostics, noteFailures } from './diagnostics.ts'
import { ChosenLanguage } from './language.ts'
import { Leave } from './leave.ts'
import { Moving } from './moving.ts'
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
  readonly updater: Updater | null
  readonly surroundings: Surroundings
  readonly records: Records
  /** What everything passes through that is written down or handed on. */
  readonly redact: Redact
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
  readonly accounts: Accounts
  readonly files: Files
  readonly told: Told
  readonly leave: Leave
  readonly settings: SettingsInForce
  readonly moving: Moving
  readonly updates: AppUpdates
  /** What answers a proxy that wants a password. */
  readonly proxy: ProxyPasswords
  readonly diagnostics: Diagnostics
  readonly #steady: RetryingStore
  readonly #clock: Clock
  readonly #desktop: Desktop
  readonly #ownRelaunch: OwnRelaunch
  readonly #language: ChosenLanguage
  #windowVisible = false
  #keyringUnlocked = false

  constructor(ports: AppPorts, facts: AppFacts) {
    const { clock, store, log, random, secrets, desktop } = ports
    const { server } = facts
    const failures = new RecentFailures()
    const withoutAlive = (text: string): string => withoutValues(text, this.secretsAlive)
    const noted = noteFailures({ failures, clock, redact: ports.redact, withoutAlive })
    const exchange = new Exchange(ports.http, clock, noted)
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
      updates: null,
      proxy: { asked: null, kept: [] },
      diagnostics: { revision: 0, checking: false },
    }
    this.state = new StateStore(initial, (error) =>
      log.failure('view not drawn', failure('bug', String(error))),
    )
    this.toasts = new Toasts(this.state)
    const steady = new RetryingStore(store)
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
    this.updates = new AppUpdates({
      updater: ports.updater,
      clock,
      log,
      check: new UpdateCheck(steady, events),
      report: (updates) => {
        // What was said of a version holds until there is another, or none.
        if (updates.kind === 'idle' || updates.kind === 'downloading') this.withdraw('update')
        this.state.update({ updates })
      },
      announce: (version, by) => {
        this.withdraw('update')
        this.notice({ kind: 'update', version, by })
      },
    })
    this.state.update({ updates: this.updates.current })
    this.proxy = new ProxyPasswords({
      sealed: new SealedProxyPasswords(steady, events),
      secrets,
      clock,
      log,
      report: (proxy) => this.state.update({ proxy }),
      retry: () => retryBehindProxy(this),
    })
    this.state.update({ proxy: this.proxy.view })
    this.told = new Told(steady, events)
    this.#clock = clock
    this.files = ports.files
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
      olderEnded: (organisationId) => void this.accounts.balances.refresh(organisationId),
      onStrangeFile: (file) => this.notice({ kind: 'file-set-aside', file }),
    })
    this.accounts = new Accounts({
      ...ports,
      state: this.state,
      toasts: this.toasts,
      api: new AccountApi(exchange, server),
      server,
      steady,
      events,
      sessions: () => this.sessions,
    })
    this.#language = new ChosenLanguage(this.state, facts.language, log)
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
      left: (organisationId) => this.accounts.left(organisationId),
      forget: (organisationId) => {
        this.told.forget(organisationId)
        return this.accounts.forget(organisationId)
      },
      documentOf: (organisationId) => vault.nameOf(organisationId),
      stillNeeded: () => this.accounts.openTopUps(),
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
    this.state.subscribe(() => this.#relaunchIfWanted())
    this.moving = new Moving({
      files: ports.files,
      clock,
      log,
      serviceApiUrl: server.serviceApiUrl,
      state: this.state,
      toasts: this.toasts,
      settings: this.settings,
      limits: this.accounts.limits,
      limitsChanged: () => this.accounts.showLimits(),
      areas: { history: this.accounts.history, ledger: movableLedger(this.accounts.keys) },
    })
    this.diagnostics = new Diagnostics({ ...ports, state: this.state, server }, failures)
  }

  /** Every secret that is in memory now: what the redaction takes out wherever it stands. */
  get secretsAlive(): readonly string[] {
    return [
      ...this.sessions.tokens,
      ...this.signIn.deviceCodes,
      ...this.accounts.secret.alive,
      ...this.accounts.topUps.openKeys,
      ...this.proxy.secretsInMemory(),
    ]
  }

  /** Restores what was kept and starts reading. Never starts a sign-in. */
  async start(): Promise<void> {
    void this.settings.applyAll()
    await this.#language.follow()
    await this.sessions.restore()
    const [first] = this.state.current.organisations
    if (first !== undefined) this.show(first.id)
    this.state.update({ restoring: false })
    for (const { id } of this.state.current.organisations) this.accounts.watch(id)
    this.updates.start()
  }

  /**
   * Before the app ends: what is under way is kept or given back (3 s at most), then what nothing on the disk knows
   * of is revoked (5 s at most).
   * @returns the grants that stay alive on the server although nothing here knows them any more
   */
  async shutDown(): Promise<readonly PendingSignOut[]> {
    this.accounts.stop()
    this.updates.stop()
    this.sessions.end()
    const settled = Promise.all([this.signIn.finish(), this.sessions.settled(), this.accounts.settled()])
    await atMost(
      this.#clock,
      quitWaitMs,
      settled.then(() => this.sessions.settled()),
    )
    this.#steady.catchUp()
    await atMost(this.#clock, clipboardWaitMs, this.accounts.secret.end())
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
    this.accounts.setAttention({ visible })
    this.#relaunchIfWanted()
  }

  /** The network is back, as far as the system can tell: a reason to try sooner what has failed. */
  backOnline(): void {
    this.accounts.balances.hurry()
    this.sessions.revokeNow()
    this.signIn.tryNow()
    this.updates.backOnline()
  }

  /** The system's keyring was unlocked: what it didn't open at the start, it may after a relaunch. */
  keyringUnlocked(): void {
    this.#keyringUnlocked = true
    this.#relaunchIfWanted()
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

  async #adopt(approved: ApprovedGrant, keeping: Keeping, wanted: string | null): Promise<Result<null>> {
    const adopted = await this.sessions.adopt(approved, keeping)
    if (!adopted.ok) return adopted
    const id = approved.tokens.organisationId
    const other = this.state.current.organisations.find((one) => one.id === wanted && one.id !== id)
    this.state.updateOrganisation(id, { arrived: { insteadOf: other?.name ?? null }, trouble: null })
    this.show(id, 'overview')
    this.accounts.watch(id)
    return adopted
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
      ...this.accounts.remembered(id),
      ...before,
      id,
      name,
      permissions: permissionsOf(session.scope),
      session: session.view,
    }
  }
}
