/** The app on a desktop: its window, tray icon, menu and notifications follow the state, and their clicks are commands. */
import type { App as ElectronApp } from 'electron'
import { words } from '../../words/desktop.ts'
import { failure } from '../parallel/failures.ts'
import type { Clock, Log } from '../ports.ts'
import type { App } from '../state/app.ts'
import { command, type Deed, leavesTheScreen, openWindow, runCommand } from './deed.ts'
import { notificationView } from './notifications/notification-view.ts'
import { Notifications } from './notifications/notifications.ts'
import type { Wish } from './start/command-line.ts'
import { showInDock } from './start/dock.ts'
import type { Ending } from './start/ending.ts'
import type { UserQuit } from './start/quit.ts'
import type { Answer } from './start/single-instance.ts'
import { deedsOf, needsRestored } from './start/wishes.ts'
import { TrayIcon } from './tray/tray.ts'
import { hasTrayHost } from './tray/tray-host.ts'
import { trayView } from './tray/tray-menu.ts'
import { TrayReach } from './tray/tray-reach.ts'
import { setAppMenu } from './window/app-menu.ts'
import type { MainWindow, WindowListeners } from './window/window.ts'

/** After a login the panel may be ready later than the app. */
const trayHostTimeoutMs = 10_000

export type DesktopShellDeps = {
  readonly app: ElectronApp
  readonly core: App
  readonly window: MainWindow
  readonly userQuit: UserQuit
  readonly ending: Ending
  readonly clock: Clock
  readonly log: Log
  readonly iconsFolder: string
}

export class DesktopShell {
  readonly #deps: DesktopShellDeps
  readonly #notifications: Notifications
  readonly #tray: TrayIcon
  readonly #reach: TrayReach
  /** Resolves when it is known whether the tray icon can be seen. */
  #reachKnown: Promise<void> = Promise.resolve()
  #started: Promise<void> = Promise.resolve()

  constructor(deps: DesktopShellDeps) {
    const { core, window, clock, iconsFolder } = deps
    this.#deps = deps
    this.#notifications = new Notifications((deed) => this.#run(deed))
    this.#tray = new TrayIcon({
      iconsFolder,
      onOpen: () => window.show(),
      onDeed: (deed) => this.#run(deed),
    })
    this.#reach = new TrayReach({
      clock,
      system: process.platform,
      ask: hasTrayHost,
      onHosted: (isNew) => {
        core.removeNotice('no-tray')
        if (!isNew) return
        this.#tray.remove()
        this.showTray()
      },
      onNone: () => core.addNoticeOnce({ kind: 'no-tray' }),
    })
    window.listen(this.#windowListeners())
    this.#followState()
  }

  /** Restores what is stored, and shows the window unless the app is to start hidden. */
  start(wish: Wish): void {
    const { core, window, log } = this.#deps
    const isHidden = wish === 'hidden' || (wish === 'show' && core.state.current.settings.startHidden)
    this.#reachKnown = this.#reach.look(isHidden ? trayHostTimeoutMs : 0)
    this.showTray()
    this.#started = core
      .start()
      .catch((error: unknown) => log.failure('start', failure('bug', String(error))))
    if (isHidden) void Promise.all([this.#started, this.#reachKnown]).then(() => this.#showIfNotReachable())
    else window.show()
    if (wish === 'sign-in') this.obey(wish)
  }

  /** Does what a later start was asked for. */
  obey(wish: Wish): Answer {
    const { core, ending } = this.#deps
    if (ending.begun) return wish === 'quit' ? 'taken' : 'ending'
    const obey = (): void => {
      if (!ending.begun) for (const deed of deedsOf(wish, core.state.current)) this.#run(deed)
    }
    if (needsRestored(wish)) void this.#started.then(obey)
    else obey()
    return 'taken'
  }

  showTray(): void {
    const { core, clock } = this.#deps
    this.#tray.show(trayView(core.state.current, clock.now()))
  }

  #followState(): void {
    const { core, window, clock } = this.#deps
    core.state.subscribe((state) => {
      window.protect(state.secret !== null)
      window.send(state)
      this.showTray()
    })
    core.followNotices({
      isWindowVisible: () => window.isVisible,
      show: (due) => this.#notifications.show(notificationView(due, clock.now())),
    })
    setAppMenu({
      about: () => {
        this.#run(command('dialog.open', { dialog: { kind: 'about' } }))
        window.show()
      },
      quit: () => this.#quit(),
    })
  }

  #windowListeners(): WindowListeners {
    const { app, core, window, ending } = this.#deps
    return {
      isQuitting: () => ending.begun,
      onClose: () => this.#closeWindow(),
      onShown: () => {
        showInDock(app, true)
        window.send(core.state.current)
        core.setWindowVisible(true)
        void this.#reach.look()
      },
      onHidden: () => {
        showInDock(app, false)
        core.setWindowVisible(false)
      },
      onRebuilt: () => core.addNotice({ kind: 'window-rebuilt' }),
      onSessionEnd: () => app.quit(),
    }
  }

  #closeWindow(): ReturnType<WindowListeners['onClose']> {
    const { core, window, ending } = this.#deps
    if (ending.begun) return 'close'
    if (!core.state.current.settings.closeToTray) {
      this.#quit()
      return 'stay'
    }
    if (this.#reach.isHosted === null) {
      void this.#reachKnown.then(() => window.close())
      return 'stay'
    }
    if (!this.#reach.isHosted) return 'minimise'
    this.#explainTray()
    return 'hide'
  }

  #run(deed: Deed): void {
    const { core, window } = this.#deps
    if (deed.kind === 'open-window' || (window.holdsTyping && leavesTheScreen(deed))) window.show()
    else if (deed.kind === 'quit') this.#quit()
    else runCommand(core.commands, deed)
  }

  /** For the user's own quitting: the machine's is never held up by a question. */
  #quit(): void {
    const { core, window, userQuit } = this.#deps
    if (!core.losesByQuitting) {
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
    this.#notifications.show({ title, body: explained, deeds: [openWindow], buttons: [] })
  }

  /** Without a window there must be a tray, and something to see there. */
  #showIfNotReachable(): void {
    const { core, window } = this.#deps
    if (this.#reach.isHosted !== true || core.state.current.organisations.length === 0) window.show()
  }
}
