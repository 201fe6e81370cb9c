/**
 * The app without a desktop: makes the parts, and turns what they report into the one AppState.
 * Everything here runs in plain Node, so a test can live a whole life with it.
 */
import type { Keeping, Notice, Organisation, Result } from '../../preload/contract/index.ts'
import { Balances } from '../account/balances.ts'
import { AccountApi } from '../parallel/account-api.ts'
import type { Endpoints } from '../parallel/endpoints.ts'
import { Exchange } from '../parallel/exchange.ts'
import { type ApprovedGrant, OAuth } from '../parallel/oauth.ts'
import type { Clock, Desktop, Http, Log, Platform, Randomness, Secrets, Store } from '../ports.ts'
import { type SessionSummary, Sessions } from '../session/sessions.ts'
import { Vault } from '../session/vault.ts'
import { permissionsOf } from '../sign-in/permissions.ts'
import { SignInFlow } from '../sign-in/sign-in.ts'
import { Installation } from '../storage/installation.ts'
import { LastReadings } from '../storage/reading.ts'
import { Told } from '../storage/told.ts'
import { StateStore } from './store.ts'

export type AppPorts = {
  readonly clock: Clock
  readonly http: Http
  readonly secrets: Secrets
  readonly store: Store
  readonly random: Randomness
  readonly log: Log
  readonly desktop: Desktop
}

export type AppFacts = {
  readonly version: string
  readonly folder: string
  readonly platform: Platform
  readonly server: Endpoints & { readonly isDefault: boolean }
}

/** Read again when the window is shown and what it shows is older than this. */
const freshEnoughMs = 60_000

export class App {
  readonly state: StateStore
  readonly signIn: SignInFlow
  readonly sessions: Sessions
  readonly balances: Balances
  readonly #readings: LastReadings
  readonly #told: Told

  constructor(ports: AppPorts, facts: AppFacts) {
    const { clock, store, log, random, secrets, desktop } = ports
    const { server } = facts
    const exchange = new Exchange(ports.http, clock)
    const oauth = new OAuth(exchange, server)

    this.state = new StateStore({
      appVersion: facts.version,
      folder: facts.folder,
      server: { platformHost: new URL(server.platformUrl).host, isDefault: server.isDefault },
      restoring: true,
      view: { screen: 'sign-in', organisationId: null, dialog: null },
      signIn: { kind: 'idle' },
      organisations: [],
      pendingSignOuts: [],
      notices: [],
    })
    this.#readings = new LastReadings(store, log, server.serviceApiUrl)
    this.#told = new Told(store, log)
    this.sessions = new Sessions({
      oauth,
      vault: new Vault(
        store,
        secrets,
        { platformUrl: server.platformUrl, serviceApiUrl: server.serviceApiUrl },
        log,
      ),
      clock,
      random,
      log,
      report: () => this.#showSessions(),
      onStrangeFile: (file) => this.notice({ kind: 'file-set-aside', file }),
    })
    this.balances = new Balances({
      api: new AccountApi(exchange, server),
      clock,
      random,
      readings: this.#readings,
      report: (organisationId, change) => this.state.updateOrganisation(organisationId, change),
    })
    this.signIn = new SignInFlow({
      oauth,
      platformUrl: server.platformUrl,
      platform: facts.platform,
      installation: new Installation(store, log),
      secrets,
      clock,
      desktop,
      log,
      report: (signIn) => this.state.update({ signIn }),
      adopt: (approved, keeping) => this.#adopt(approved, keeping),
      discard: (refreshToken) => this.sessions.discard(refreshToken),
    })
  }

  /** Restores what was kept and starts reading. Never starts a sign-in. */
  async start(): Promise<void> {
    await this.sessions.restore()
    const [first] = this.state.current.organisations
    if (first !== undefined) this.show(first.id)
    this.state.update({ restoring: false })
    for (const { id } of this.state.current.organisations) this.#watch(id)
  }

  /** Puts the organisation on screen. */
  show(organisationId: string): void {
    this.state.update({ view: { screen: 'overview', organisationId, dialog: null } })
  }

  /** The window came to the front. */
  looking(): void {
    this.balances.refreshOlderThan(freshEnoughMs)
  }

  /** Says something, unless it is being said already. */
  notice(notice: Notice): void {
    const said = this.state.current.notices.some((one) => one.kind === notice.kind)
    if (!said) this.state.update(({ notices }) => ({ notices: [...notices, notice] }))
  }

  /** Says something only the first time ever; true when it was said now. */
  noticeOnce(notice: Notice): boolean {
    const first = this.#told.firstTime(notice.kind)
    if (first) this.notice(notice)
    return first
  }

  /** Sign-out of one organisation, with everything that was read of it. */
  async signOut(organisationId: string): Promise<Result<null>> {
    this.balances.unwatch(organisationId)
    const left = await this.sessions.signOut(organisationId)
    if (left.ok) this.#readings.forget(organisationId)
    else this.#watch(organisationId)
    return left
  }

  async #adopt(approved: ApprovedGrant, keeping: Keeping): Promise<Result<null>> {
    const adopted = await this.sessions.adopt(approved, keeping)
    if (!adopted.ok) return adopted
    const id = approved.tokens.organisationId
    this.state.updateOrganisation(id, { justArrived: true, trouble: null })
    this.show(id)
    // The new grant is seen to work before the one that it replaces is ended, and looked at again after that.
    void this.#watch(id).then(async () => {
      const endedOlder = await this.sessions.deliverRevocations(id)
      if (endedOlder) await this.balances.refresh(id)
    })
    return adopted
  }

  async #watch(organisationId: string): Promise<void> {
    const session = this.sessions.get(organisationId)
    if (session !== undefined) await this.balances.watch(organisationId, session)
  }

  #showSessions(): void {
    this.state.update((state) => {
      const organisations = this.sessions.summaries.map((summary) =>
        this.#toOrganisation(
          summary,
          state.organisations.find((one) => one.id === summary.id),
        ),
      )
      const isShown = organisations.some((one) => one.id === state.view.organisationId)
      const next = organisations[0]?.id ?? null
      const view = isShown
        ? state.view
        : {
            screen: next === null ? ('sign-in' as const) : state.view.screen,
            organisationId: next,
            dialog: null,
          }
      return { organisations, view, pendingSignOuts: this.sessions.pendingSignOuts }
    })
  }

  #toOrganisation(summary: SessionSummary, before: Organisation | undefined): Organisation {
    return {
      balance: this.#readings.get(summary.id),
      refreshing: false,
      trouble: null,
      justArrived: false,
      ...before,
      id: summary.id,
      name: summary.name,
      permissions: permissionsOf(summary.scope),
      session: summary.view,
    }
  }
}
