/** Start-up only: makes the parts, hands them to each other, goes. The one place that knows everybody. */
import { homedir } from 'node:os'
import { join } from 'node:path'
import { app, dialog, protocol } from 'electron'
import { words } from '../words/desktop.ts'
import { terminal } from '../words/terminal.ts'
import { type Action, command, openWindow, replacesScreen, runCommand } from './desktop/action.ts'
import { electronPorts } from './desktop/app-ports.ts'
import { electronStore } from './desktop/files/store.ts'
import { closeElectronStoreChannel, serveCommands } from './desktop/ipc.ts'
import { crashFile } from './desktop/log/crash-file.ts'
import { fileLog } from './desktop/log/log.ts'
import { disableBackgroundTraffic } from './desktop/network/background-traffic.ts'
import { notificationView } from './desktop/notifications/notification-view.ts'
import { Notifications } from './desktop/notifications/notifications.ts'
import {
  type LaunchRequest,
  needsRunningApp,
  ownArguments,
  parseCommandLine,
} from './desktop/start/command-line.ts'
import { setIdentity, showInDock } from './desktop/start/dock.ts'
import { type Environment, readEnvironment } from './desktop/start/environment.ts'
import { exitWithMessage } from './desktop/start/exit.ts'
import { nearestLanguage } from './desktop/start/language.ts'
import { actionsFor, needsRestoredState } from './desktop/start/launch-request.ts'
import { refusesDebugging } from './desktop/start/remote-debugging.ts'
import { orderlyShutdown } from './desktop/start/shutdown.ts'
import {
  explainNoReply,
  type Reply,
  requestSingleInstance,
  serveLaunchRequests,
} from './desktop/start/single-instance.ts'
import { handleUncaughtErrors, throwIfRejected } from './desktop/start/uncaught-errors.ts'
import { readAbout } from './desktop/system/about.ts'
import { systemClock } from './desktop/system/clock.ts'
import { destinationAddress } from './desktop/system/destinations.ts'
import { describeMachine, describePlatform } from './desktop/system/machine.ts'
import { followSystem } from './desktop/system/system-events.ts'
import { TrayIcon } from './desktop/tray/tray.ts'
import { hasTrayHost } from './desktop/tray/tray-host.ts'
import { TrayHostMonitor } from './desktop/tray/tray-host-monitor.ts'
import { trayView } from './desktop/tray/tray-menu.ts'
import { setAppMenu } from './desktop/window/app-menu.ts'
import { openWindowSession, registerAppScheme } from './desktop/window/protocol.ts'
import { MainWindow } from './desktop/window/window.ts'
import { redaction } from './diagnostics/redaction.ts'
import { failure } from './parallel/failures.ts'
import { App } from './state/app.ts'
import { commandHandlers } from './state/commands.ts'
import { followNews } from './state/news.ts'
import { losesByQuitting } from './state/quitting.ts'
import { findInstallation } from './updates/desktop/installation.ts'
import { electronUpdater } from './updates/desktop/updater.ts'

/** Beside this file, built by `npm run build`. */
const built = {
  preload: join(__dirname, '../preload/index.cjs'),
  renderer: join(__dirname, '../renderer'),
  icons: join(__dirname, '../icons'),
  updater: join(__dirname, 'updater.cjs'),
  licences: join(__dirname, '../licences.json'),
}

/** After a login the panel may be ready later than the app. */
const panelComesWithinMs = 10_000

const given = parseCommandLine(
  ownArguments(process.argv, app.isPackaged ? null : app.getAppPath()),
  app.getVersion(),
)
const environment = readEnvironment(process.env)
if (given.kind === 'exit') exitWithMessage(app, given)
else if (!environment.ok) exitWithMessage(app, { code: 2, message: environment.message })
else start(environment.value, given.request)

function start(where: Environment, request: LaunchRequest): void {
  const hasSwitch = (name: string): boolean => app.commandLine.hasSwitch(name)
  if (
    refusesDebugging({ isPackaged: app.isPackaged, hasOwnFolder: where.userData !== undefined, hasSwitch })
  ) {
    exitWithMessage(app, { code: 2, message: words.tray.noDebugging })
    return
  }
  if (where.userData !== undefined) app.setPath('userData', where.userData)
  setIdentity(app)
  registerAppScheme(protocol)
  disableBackgroundTraffic(app)
  switch (requestSingleInstance({ app, request })) {
    case 'primary': {
      const running = throwIfRejected(app.whenReady().then(() => run(where, request)))
      serveLaunchRequests(app, (later, answer) => void running.then((obey) => answer(obey(later))))
      break
    }
    case 'delegated':
      exitWithMessage(app, { code: 0, message: terminal.asked })
      break
    case 'not-running':
      exitWithMessage(app, { code: 3, message: terminal.noneRuns })
      break
    case 'no-reply':
      if (needsRunningApp(request))
        exitWithMessage(app, { code: 1, message: terminal.noAnswer(app.getPath('userData')) })
      else void explainNoReply(app, dialog)
  }
}

/** @returns the handler of later starts' requests */
function run(where: Environment, request: LaunchRequest): (request: LaunchRequest) => Reply {
  const userData = app.getPath('userData')
  const logs = join(userData, 'logs')
  const documents = join(userData, 'documents')
  // Asked for when something is written down; nothing is known before there is anybody to know it.
  let secretsAlive = (): readonly string[] => []
  const redact = redaction(() => secretsAlive(), homedir())
  const log = fileLog(logs, redact)
  const crashes = crashFile(logs, app.getVersion(), redact)
  handleUncaughtErrors({ process, crashes, log, exit: (code) => app.exit(code) })
  log.info('started', { version: app.getVersion() })
  app.on('will-quit', () => log.info('ended'))

  const store = electronStore({ folder: documents, log })
  const clock = systemClock()
  const userAgent = `ParallelTray/${app.getVersion()}`
  const installation = findInstallation({
    isPackaged: app.isPackaged,
    platform: process.platform,
    env: process.env,
    program: process.execPath,
    resources: process.resourcesPath,
  })
  const updater =
    installation &&
    electronUpdater({
      installation,
      engine: built.updater,
      userData,
      userAgent,
      log,
      onLogin: (pool, info, answer) => {
        const known = info.isProxy ? core.proxy.known(pool, info) : null
        answer(known?.username, known?.password)
      },
      onRefused: () => app.quit(),
    })
  const ports = electronPorts({
    where,
    userData,
    logs,
    documents,
    userAgent,
    clock,
    log,
    store,
    crashes,
    redact,
    updater,
    window: () => window,
    proxy: () => core.proxy,
    quit: () => shutdown.quit(),
  })
  const core: App = new App(ports, {
    version: app.getVersion(),
    folder: userData,
    platform: describePlatform(),
    machine: describeMachine(),
    language: where.language ?? nearestLanguage(app.getPreferredSystemLanguages()),
    server: where,
  })
  secretsAlive = () => core.secretsAlive
  const handlers = commandHandlers(
    core,
    ports.desktop,
    (to) => destinationAddress(to, where.platformUrl),
    () => readAbout({ licencesFile: built.licences, version: app.getVersion(), versions: process.versions }),
  )
  const shutdown = orderlyShutdown({
    app,
    core,
    clock,
    installation,
    updater,
    warn: (message, detail) =>
      dialog.showMessageBox({ type: 'warning', title: words.appName, message, detail }),
  })

  const window = new MainWindow({
    preload: built.preload,
    ...(process.platform === 'linux' ? { icon: join(built.icons, 'app.png') } : {}),
    session: openWindowSession({ folder: built.renderer, devTools: !app.isPackaged }),
    devTools: !app.isPackaged,
    clock,
    store,
    log,
    onClose: () => {
      if (shutdown.hasBegun) return 'close'
      if (!core.state.current.settings.closeToTray) {
        quitIfNothingIsLost()
        return 'stay'
      }
      if (reach.isHosted === null) {
        void reachKnown.then(() => window.close())
        return 'stay'
      }
      if (!reach.isHosted) return 'minimise'
      sayThatItLivesOn()
      return 'hide'
    },
    isQuitting: () => shutdown.hasBegun,
    onShown: () => {
      showInDock(app, true)
      window.send(core.state.current)
      core.setAttention({ visible: true })
      void reach.check()
    },
    onHidden: () => {
      showInDock(app, false)
      core.setAttention({ visible: false })
    },
    onRebuilt: () => core.notice({ kind: 'window-rebuilt' }),
    onSessionEnd: () => app.quit(),
  })
  serveCommands({ handlers, isTrusted: (event) => window.sent(event), log })
  closeElectronStoreChannel()

  const tray = new TrayIcon({
    iconsFolder: built.icons,
    onOpen: () => window.show(),
    onAction: (action) => act(action),
  })
  const showTray = (): void => tray.show(trayView(core.state.current, clock.now()))
  const reach = new TrayHostMonitor({
    clock,
    system: process.platform,
    ask: hasTrayHost,
    onHosted: (isNew) => {
      core.withdraw('no-tray')
      if (!isNew) return
      tray.remove()
      showTray()
    },
    onMissing: () => core.noticeOnce({ kind: 'no-tray' }),
  })
  core.state.subscribe((state) => {
    window.protect(state.secret !== null)
    window.send(state)
    showTray()
  })

  const notifications = new Notifications(act)
  followNews({
    state: core.state,
    told: core.told,
    clock,
    isWindowVisible: () => window.isVisible,
    show: (due) => notifications.show(notificationView(due, clock.now())),
  })
  setAppMenu({
    about: () => {
      act(command('dialog.open', { dialog: { kind: 'about' } }))
      window.show()
    },
    quit: quitIfNothingIsLost,
  })
  followSystem({ core, clock, onTheme: showTray, onActivate: () => window.show() })

  const wantsHidden = request === 'hidden' || (request === 'show' && core.state.current.settings.startHidden)
  const reachKnown = reach.check(wantsHidden ? panelComesWithinMs : 0)
  showTray()
  const started = core.start().catch((error: unknown) => log.failure('start', failure('bug', String(error))))
  if (wantsHidden) void Promise.all([started, reachKnown]).then(showIfNotReachable)
  else window.show()
  if (request === 'sign-in') obey(request)
  return obey

  function act(action: Action): void {
    if (action.kind === 'open-window' || (window.holdsTyping && replacesScreen(action))) window.show()
    else if (action.kind === 'quit') quitIfNothingIsLost()
    else runCommand(handlers, action)
  }

  /** For the user's own quitting: the machine's is never held up by a question. */
  function quitIfNothingIsLost(): void {
    if (!losesByQuitting(core.state.current)) {
      shutdown.quit()
      return
    }
    core.state.update(({ view }) => ({ view: { ...view, dialog: { kind: 'quit' } } }))
    window.show()
  }

  function sayThatItLivesOn(): void {
    if (!core.noticeOnce({ kind: 'lives-in-tray' }) || !core.state.current.settings.notifications) return
    const { title, explained } = words.livesInTray
    notifications.show({ title, body: explained, actions: [openWindow], buttons: [] })
  }

  /** Without a window there must be a tray, and something to see there. */
  function showIfNotReachable(): void {
    if (reach.isHosted !== true || core.state.current.organisations.length === 0) window.show()
  }

  function obey(next: LaunchRequest): Reply {
    if (shutdown.hasBegun) return next === 'quit' ? 'accepted' : 'quitting'
    const doIt = (): void => {
      if (!shutdown.hasBegun) for (const action of actionsFor(next, core.state.current)) act(action)
    }
    if (needsRestoredState(next)) void started.then(doIt)
    else doIt()
    return 'accepted'
  }
}
