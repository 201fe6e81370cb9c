/**
 * The app without a desktop. Everything here runs in plain Node, so a test can live a whole life with it. It is
 * composed in this order: what is shown and stored (`shell.ts`), the network (`network.ts`), the organisations and the
 * sign-in (`account.ts`), and the commands that act on them.
 */
import type { Notice, PendingSignOut } from '../../preload/contract/index.ts'
import type { Organisations } from '../organisation/organisations.ts'
import type { Clock } from '../ports.ts'
import { withTimeout } from '../timeout.ts'
import { type Account, makeAccount } from './account.ts'
import type { AppFacts, AppPorts } from './app-ports.ts'
import type { CommandHandlers } from './commands/handlers.ts'
import { commandHandlers } from './commands.ts'
import { holdingCauses } from './due-notices.ts'
import { type FollowNoticesOptions, followNotices } from './follow-notices.ts'
import { makeNetwork, type Network } from './network.ts'
import { losesByQuitting } from './quitting.ts'
import { makeShell, type Shell } from './shell.ts'
import type { StateStore } from './store.ts'
import { type AtEnd, atEnd } from './updating.ts'

const quitTimeoutMs = 3_000
/** With more organisations the app starts with all of them on one screen. */
const maxShownSingly = 3
const clipboardTimeoutMs = 1_000

export class App {
  /** Window, tray and notifications follow it. */
  readonly state: StateStore
  readonly commands: CommandHandlers
  readonly organisations: Organisations
  readonly #parts: Shell & Network & Account & { readonly clock: Clock }

  constructor(ports: AppPorts, facts: AppFacts) {
    const { clock, desktop, files } = ports
    const { linkTo, readAbout } = facts
    const shell = makeShell(ports, facts)
    const network = makeNetwork(ports, facts, shell)
    const account = makeAccount(ports, facts, shell, network)
    this.#parts = { ...shell, ...network, ...account, clock }
    this.state = shell.state
    this.organisations = account.organisations
    this.commands = commandHandlers({ ...this.#parts, desktop, files, linkTo, readAbout })
  }

  /** Restores what is stored, and starts reading. Never starts a sign-in. */
  async start(): Promise<void> {
    const { state, settings, language, organisations, navigation, updates } = this.#parts
    void settings.applyAll()
    await language.follow()
    await organisations.restore()
    const [first] = organisations.signedIn
    if (first !== undefined) navigation.showOrganisation(first.id)
    // One after the other no longer shows where to look first.
    if (organisations.signedIn.length > maxShownSingly) navigation.showAll()
    state.update({ restoring: false })
    organisations.start()
    updates.start()
  }

  /**
   * Before the app ends: what is in progress is stored or revoked (3 s at most), then what the disk doesn't know of is
   * revoked (5 s at most).
   * @returns the grants that stay alive on the server without being known here
   */
  async shutDown(): Promise<readonly PendingSignOut[]> {
    const { organisations, updates, signIn, clock, retryingStore, secret } = this.#parts
    updates.stop()
    organisations.end()
    const settled = Promise.all([signIn.finish(), organisations.sessionsSettled(), organisations.settle()])
    await withTimeout(
      clock,
      quitTimeoutMs,
      settled.then(() => organisations.sessionsSettled()),
    )
    retryingStore.retry()
    await withTimeout(clock, clipboardTimeoutMs, secret.end())
    return organisations.revokeUnsaved()
  }

  /** Whether quitting now would lose something that can't be had again. */
  get losesByQuitting(): boolean {
    return losesByQuitting(this.state.current)
  }

  /** Asks the user whether to quit all the same. */
  confirmQuit(): void {
    this.#parts.navigation.openDialog({ kind: 'quit' })
  }

  /** @param isSafe nothing will kill an installation half-way */
  updateAtEnd(isSafe: boolean): AtEnd {
    return atEnd(this.state.current, { restart: this.#parts.updates.restartWanted, safe: isSafe })
  }

  /** @returns true when the installation ends the app itself */
  installUpdate(restart: boolean): boolean {
    return this.#parts.updates.install(restart)
  }

  /** Whether the user can see the window. */
  setWindowVisible(isVisible: boolean): void {
    this.#parts.visibility.setWindowVisible(isVisible)
    this.#parts.keyringRelaunch.setWindowVisible(isVisible)
  }

  setPower(power: { readonly onBattery: boolean; readonly locked: boolean }): void {
    this.organisations.setPower(power)
  }

  /** The machine is about to sleep. */
  suspend(): void {
    this.organisations.suspend()
  }

  resume(): void {
    this.organisations.resume()
  }

  /** The network is back, as far as the system can tell. */
  backOnline(): void {
    this.#parts.retry()
  }

  keyringUnlocked(): void {
    this.#parts.keyringRelaunch.keyringUnlocked()
  }

  addNotice(notice: Notice): void {
    this.#parts.notices.add(notice)
  }

  /** True when this was the first time ever. */
  addNoticeOnce(notice: Notice): boolean {
    return this.#parts.notices.addOnce(notice, this.#parts.shownNotices)
  }

  removeNotice(kind: Notice['kind']): void {
    this.#parts.notices.remove(kind)
  }

  followNotices(options: Pick<FollowNoticesOptions, 'isWindowVisible' | 'show'>): void {
    const { state, shownNotices, clock } = this.#parts
    followNotices({ ...options, state, shown: shownNotices, clock })
  }

  /** Whether what a notification was about is still so. */
  isHolding(cause: string): boolean {
    const { state, clock } = this.#parts
    return holdingCauses(state.current, clock.now()).has(cause)
  }
}
