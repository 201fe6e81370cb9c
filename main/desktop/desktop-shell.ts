/** The app on a desktop: its window, tray icon, menu and notifications follow the state, and their clicks are commands. */
import { join } from 'node:path'
import { type App as ElectronApp, type NativeImage, Notification, nativeImage } from 'electron'
import type { Notice } from '../../preload/contract/index.ts'
import { words } from '../../words/desktop.ts'
import { failure } from '../parallel/failures.ts'
import type { Clock, Log } from '../ports.ts'
import type { App } from '../state/app.ts'
import { type Status, statusOf } from '../state/status/document.ts'
import { followStatus } from '../state/status/follow.ts'
import { type Action, command, openWindow, replacesScreen, runCommand } from './action.ts'
import { built } from './built.ts'
import { notificationView } from './notifications/notification-view.ts'
import { Notifications } from './notifications/notifications.ts'
import type { LaunchRequest } from './start/command-line.ts'
import { DockIcon } from './start/dock.ts'
import { actionsFor, needsRestoredState } from './start/launch-request.ts'
import type { Shutdown } from './start/shutdown.ts'
import type { Reply } from './start/single-instance.ts'
import type { UserQuit } from './start/user-quit.ts'
import { canMinimise } from './system/desktop-environment.ts'
import { Throttle } from './throttle.ts'
import type { TrayIcon } from './tray/tray.ts'
import { hasTrayHost } from './tray/tray-host.ts'
import { TrayHostMonitor } from './tray/tray-host-monitor.ts'
import { trayView } from './tray/tray-menu.ts'
import { setAppMenu } from './window/app-menu.ts'
import type { MainWindow, WindowListeners } from './window/window.ts'

/** After a login the panel may be ready later than the app. */
const trayHostTimeoutMs = 10_000
/** Starting the D-Bus tool blocks the main thread for tens of milliseconds, so it starts after the first frame. */
const trayHostDelayMs = 1_000
/**
 * The minimum intervals between two updates of the window (except after a command) and of the tray: at start-up every
 * organisation reports several changes within a second.
 */
const windowIntervalMs = 100
const trayIntervalMs = 500

/** Desktops show it at up to 48 pixels, or 96 on a scaled display. */
function notificationIcon(): NativeImage {
  return nativeImage.createFromPath(join(built.icons, 'app.png')).resize({ width: 96 })
}

export type DesktopShellDeps = {
  readonly app: ElectronApp
  readonly core: App
  readonly tray: TrayIcon
  readonly window: MainWindow
  readonly userQuit: UserQuit
  readonly shutdown: Shutdown
  readonly clock: Clock
  readonly log: Log
  readonly isWayland: boolean
}

export class DesktopShell {
  readonly #deps: DesktopShellDeps
  readonly #notifications: Notifications
  readonly #hostMonitor: TrayHostMonitor
  readonly #windowUpdates = new Throttle(() => this.#sendState(), windowIntervalMs)
  readonly #trayUpdates = new Throttle(() => this.showTray(), trayIntervalMs)
  #started: Promise<void> = Promise.resolve()
  readonly #noTray: Extract<Notice, { kind: 'no-tray' }>

  constructor(deps: DesktopShellDeps) {
    const { core, tray, window, clock, log } = deps
    this.#deps = deps
    this.#noTray = { kind: 'no-tray', closing: canMinimise(deps.isWayland) ? 'minimises' : 'quits' }
    this.#notifications = new Notifications({
      Notification,
      log,
      runAction: (action) => this.#run(action),
      ...(process.platform === 'linux' ? { icon: notificationIcon } : {}),
    })
    tray.listen({ onOpen: () => window.show(), onAction: (action) => this.#run(action) })
    this.#hostMonitor = new TrayHostMonitor({
      clock,
      system: process.platform,
      ask: hasTrayHost,
      onHosted: (isNew) => {
        core.removeNotice('no-tray')
        if (!isNew) return
        tray.remove()
        this.showTray()
      },
      onMissing: () => core.addNoticeOnce(this.#noTray),
    })
    window.listen(this.#windowListeners())
    this.#followState()
  }

  /**
   * Shows what is stored, and starts reading.
   * @param isHidden the window wasn't shown
   * @param firstPaint before Electron 45 the keyring blocks main while it is asked, so it is asked later
   */
  start(
    request: LaunchRequest,
    { isHidden, firstPaint }: { readonly isHidden: boolean; readonly firstPaint: Promise<unknown> },
  ): void {
    const { core, shutdown, log } = this.#deps
    const started = shutdown.hasBegun ? Promise.resolve() : core.start(firstPaint)
    this.#started = started.catch((error: unknown) => log.failure('start', failure('bug', String(error))))
    if (isHidden) {
      const hostChecked = this.#hostMonitor.check(trayHostTimeoutMs)
      void Promise.all([this.#started, hostChecked]).then(() => this.#showIfNotReachable())
    }
    if (request === 'sign-in') this.handleRequest(request)
  }

  /** Runs the actions of a launch request, which came from a later start or this one. */
  handleRequest(request: LaunchRequest): Reply {
    const { core, shutdown } = this.#deps
    if (shutdown.hasBegun) return request === 'quit' ? 'accepted' : 'quitting'
    const run = (): void => {
      if (!shutdown.hasBegun) for (const action of actionsFor(request, core.state.current)) this.#run(action)
    }
    if (needsRestoredState(request)) void this.#started.then(run)
    else run()
    return 'accepted'
  }

  /** The status, and with `watch` every change of it until `send` returns false or the app quits. */
  async sendStatus(watch: boolean, send: (status: Status | 'quitting') => boolean): Promise<void> {
    const { core, clock, shutdown } = this.#deps
    await this.#started
    if (shutdown.hasBegun) send('quitting')
    else if (watch) {
      const stop = followStatus(core.state, clock, (status) => {
        if (!send(status)) queueMicrotask(() => stop())
      })
    } else send(statusOf(core.state.current, clock.now()))
  }

  showTray(): void {
    const { core, tray, clock } = this.#deps
    tray.show(trayView(core.state.current, clock.now()))
  }

  #followState(): void {
    const { core, window, clock } = this.#deps
    core.state.subscribe((state) => {
      window.protect(state.secret !== null)
      this.#windowUpdates.call()
      this.#trayUpdates.call()
    })
    core.followNotices({
      isWindowVisible: () => window.isInView,
      show: (due) =>
        void this.#notifications.show(notificationView(due, clock.now()), () =>
          core.isCauseActive(due.cause),
        ),
    })
    setAppMenu({
      about: () => {
        this.#run(command('dialog.open', { dialog: { kind: 'about' } }))
        window.show()
      },
      quit: () => this.#quit(),
    })
  }

  /** Sends the current state to the window now. */
  sendChanges(): void {
    this.#windowUpdates.flush()
  }

  #sendState(): void {
    this.#deps.window.send(this.#deps.core.state.current)
  }

  #windowListeners(): WindowListeners {
    const { app, core, shutdown } = this.#deps
    const dockIcon = new DockIcon(app.dock)
    return {
      isQuitting: () => shutdown.hasBegun,
      onClose: () => this.#closeWindow(),
      onShown: () => {
        dockIcon.show()
        this.#sendState()
        core.setWindowVisible(true)
        setTimeout(() => void this.#hostMonitor.check(), trayHostDelayMs)
      },
      onHidden: () => {
        dockIcon.hide()
        core.setWindowVisible(false)
      },
      onRecreated: () => core.addNotice({ kind: 'window-rebuilt' }),
    }
  }

  #closeWindow(): ReturnType<WindowListeners['onClose']> {
    const { core, window, shutdown } = this.#deps
    if (shutdown.hasBegun) return 'close'
    if (!core.state.current.settings.closeToTray) {
      this.#quit()
      return 'stay'
    }
    if (this.#hostMonitor.isHosted === null) {
      window.closeAfter(this.#hostMonitor.check())
      return 'stay'
    }
    if (!this.#hostMonitor.isHosted) {
      if (this.#noTray.closing === 'minimises') return 'minimise'
      this.#quit()
      return 'stay'
    }
    void this.#afterHiding()
    return 'hide'
  }

  /** The panel may have ended since the window was shown; then nothing could bring the hidden window back. */
  async #afterHiding(): Promise<void> {
    const { core, window, shutdown } = this.#deps
    const isHosted = await this.#hostMonitor.check()
    if (isHosted !== false) this.#explainTray()
    else if (!shutdown.hasBegun && !window.isVisible) {
      core.addNotice(this.#noTray)
      window.show()
    }
  }

  #run(action: Action): void {
    const { core, window } = this.#deps
    if (action.kind === 'open-window' || (window.hasUnsavedInput && replacesScreen(action))) window.show()
    else if (action.kind === 'quit') this.#quit()
    else runCommand(core.commands, action)
  }

  /** Quits for the user, who is asked first if something would be lost. The system's shutdown never waits for that. */
  #quit(): void {
    const { core, window, userQuit } = this.#deps
    if (!core.wouldLoseDataOnQuit) {
      userQuit.request()
      return
    }
    core.confirmQuit()
    window.show()
  }

  /** The first time that a closed window leaves the app in the tray. */
  #explainTray(): void {
    const { core } = this.#deps
    if (!core.addNoticeOnce({ kind: 'lives-in-tray' }) || !core.state.current.settings.notifications) return
    const { title, explained } = words.livesInTray
    void this.#notifications.show({ title, body: explained, actions: [openWindow], buttons: [] }, () => true)
  }

  /** Stays hidden only if the tray icon is visible and has a balance to show. */
  #showIfNotReachable(): void {
    const { core, window } = this.#deps
    if (this.#hostMonitor.isHosted !== true || core.state.current.organisations.length === 0) window.show()
  }
}
