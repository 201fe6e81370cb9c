/**
 * The app without Electron: it runs in plain Node, so that tests cover its whole life cycle. It is composed in this order:
 * state and storage (`shell.ts`, made before), network (`network.ts`), organisations and sign-in (`account.ts`), commands.
 */
import type { Notice, PendingSignOut } from '../../preload/contract/index.ts'
import type { Organisations } from '../organisation/organisations.ts'
import type { Clock } from '../ports.ts'
import { withTimeout } from '../timeout.ts'
import { type Account, makeAccount } from './account.ts'
import type { AppFacts, AppPorts } from './app-ports.ts'
import type { CommandHandlers } from './commands/handlers.ts'
import { commandHandlers } from './commands.ts'
import { activeCauses } from './due-notices.ts'
import { type FollowNoticesOptions, followNotices } from './follow-notices.ts'
import { makeNetwork, type Network } from './network.ts'
import { wouldLoseDataOnQuit } from './quitting.ts'
import type { Shell } from './shell.ts'
import type { StateStore } from './store.ts'
import { type UpdateAtExit, updateAtExit } from './updating.ts'

const quitTimeoutMs = 3_000
/** With more organisations the app starts on the screen that lists them all. */
const maxShownSingly = 3
const clipboardTimeoutMs = 1_000
/** Most keyrings answer faster. */
const keyringNoticeMs = 1_000

export class App {
  /** Observed by the window, the tray and the notifications. */
  readonly state: StateStore
  readonly commands: CommandHandlers
  readonly organisations: Organisations
  readonly #parts: Shell & Network & Account & { readonly clock: Clock }

  constructor(ports: AppPorts, facts: AppFacts, shell: Shell) {
    const { clock, desktop, files } = ports
    const { linkTo, readAbout } = facts
    const network = makeNetwork(ports, facts, shell)
    const account = makeAccount(ports, facts, shell, network)
    this.#parts = { ...shell, ...network, ...account, clock }
    this.state = shell.state
    this.organisations = account.organisations
    this.commands = commandHandlers({ ...this.#parts, desktop, files, linkTo, readAbout })
  }

  /**
   * Shows what is stored, and starts reading. Resolves when the tokens are decrypted, or can't be. Never starts a sign-in.
   * @param windowShown the keyring is asked only then, so that neither its dialog nor its delay keeps the window away
   */
  async start(windowShown: Promise<unknown> = Promise.resolve()): Promise<void> {
    const { state, settings, language, organisations, navigation, updates } = this.#parts
    void settings.applyAll()
    await language.follow()
    organisations.restore()
    const { signedIn } = organisations
    const [first] = signedIn
    if (first !== undefined) navigation.showOrganisation(first.id)
    if (signedIn.length > maxShownSingly) navigation.showAll()
    state.update({ restoring: false, decrypting: organisations.isSealed })
    organisations.start(windowShown)
    updates.start()
    await windowShown
    await this.#openTokens()
    state.update({ decrypting: false })
  }

  /** The keyring may wait for the user to type its password. */
  async #openTokens(): Promise<void> {
    const { organisations, notices, clock } = this.#parts
    const opened = new AbortController()
    void clock.wait(keyringNoticeMs, opened.signal).then((end) => {
      if (end !== 'aborted' && organisations.signedIn.length > 0) notices.add({ kind: 'keyring-waits' })
    })
    await organisations.open()
    opened.abort()
    notices.remove('keyring-waits')
  }

  /**
   * Before the app exits: stores or revokes what is in progress (at most 3 s), then revokes the grants that are only in
   * memory (at most 5 s).
   * @returns the grants that could not be revoked and stay valid on the server
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

  /** Whether quitting now would lose something irrecoverable. */
  get wouldLoseDataOnQuit(): boolean {
    return wouldLoseDataOnQuit(this.state.current)
  }

  /** Asks the user whether to quit anyway. */
  confirmQuit(): void {
    this.#parts.navigation.openDialog({ kind: 'quit' })
  }

  /** @param isSafe nothing can interrupt an installation */
  updateAtExit(isSafe: boolean): UpdateAtExit {
    return updateAtExit(this.state.current, { restart: this.#parts.updates.restartWanted, safe: isSafe })
  }

  /** @returns true if the installation quits the app itself */
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

  /** The computer is about to sleep. */
  suspend(): void {
    this.organisations.suspend()
  }

  resume(): void {
    this.organisations.resume()
  }

  /** The system reports a network link again. */
  backOnline(): void {
    this.#parts.retry()
  }

  keyringUnlocked(): void {
    this.#parts.keyringRelaunch.keyringUnlocked()
  }

  addNotice(notice: Notice): void {
    this.#parts.notices.add(notice)
  }

  /** Adds a notice unless it was ever shown; true if it was added. */
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

  /** Whether the cause of a notification still applies. */
  isCauseActive(cause: string): boolean {
    const { state, clock } = this.#parts
    return activeCauses(state.current, clock.now()).has(cause)
  }
}
