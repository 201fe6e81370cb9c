/** Start-up only: makes the parts, hands them to each other, goes. The one place that knows everybody. */
import { homedir } from 'node:os'
import { join } from 'node:path'
import { app, dialog, protocol } from 'electron'
import { words } from '../words/desktop.ts'
import { terminal } from '../words/terminal.ts'
import { electronPorts } from './desktop/app-ports.ts'
import { command, type Deed, leavesTheScreen, openWindow, runCommand } from './desktop/deed.ts'
import { electronStore } from './desktop/files/store.ts'
import { onlyOurListeners, serveCommands } from './desktop/ipc.ts'
import { crashFile } from './desktop/log/crash-file.ts'
import { fileLog } from './desktop/log/log.ts'
import { keepQuiet } from './desktop/network/quiet.ts'
import { notificationView } from './desktop/notifications/notification-view.ts'
import { Notifications } from './desktop/notifications/notifications.ts'
import { needsRunningApp, ownWords, readCommandLine, type Wish } from './desktop/start/command-line.ts'
import { setIdentity, showInDock } from './desktop/start/dock.ts'
import { end } from './desktop/start/end.ts'
import { endInOrder } from './desktop/start/ending.ts'
import { type Environment, readEnvironment } from './desktop/start/environment.ts'
import { nearestLanguage } from './desktop/start/language.ts'
import { orEnd, watchForMistakes } from './desktop/start/mistakes.ts'
import { refusesDebugging } from './desktop/start/remote-debugging.ts'
import {
  type Answer,
  answerLaterStarts,
  explainNoAnswer,
  takeSingleInstance,
} from './desktop/start/single-instance.ts'
import { deedsOf, needsRestored } from './desktop/start/wishes.ts'
import { readAbout } from './desktop/system/about.ts'
import { systemClock } from './desktop/system/clock.ts'
import { destinationAddress } from './desktop/system/destinations.ts'
import { describeMachine, describePlatform } from './desktop/system/machine.ts'
import { followSystem } from './desktop/system/system-events.ts'
import { TrayIcon } from './desktop/tray/tray.ts'
import { hasTrayHost } from './desktop/tray/tray-host.ts'
import { trayView } from './desktop/tray/tray-menu.ts'
import { TrayReach } from './desktop/tray/tray-reach.ts'
import { setAppMenu } from './desktop/window/app-menu.ts'
import { openWindowSession, registerAppScheme } from './desktop/window/protocol.ts'
import { MainWindow } from './desktop/window/window.ts'
import { LiveSecrets } from './diagnostics/live-secrets.ts'
import { redaction } from './diagnostics/redaction.ts'
import { failure } from './parallel/failures.ts'
import type { ProxyPasswords } from './proxy/proxy-passwords.ts'
import { App } from './state/app.ts'
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

const given = readCommandLine(
  ownWords(process.argv, app.isPackaged ? null : app.getAppPath()),
  app.getVersion(),
)
const environment = readEnvironment(process.env)
if (given.kind === 'end') end(app, given)
else if (!environment.ok) end(app, { code: 2, said: environment.message })
else start(environment.value, given.wish)

function start(where: Environment, wish: Wish): void {
  const hasSwitch = (name: string): boolean => app.commandLine.hasSwitch(name)
  if (
    refusesDebugging({ isPackaged: app.isPackaged, hasOwnFolder: where.userData !== undefined, hasSwitch })
  ) {
    end(app, { code: 2, said: words.tray.noDebugging })
    return
  }
  if (where.userData !== undefined) app.setPath('userData', where.userData)
  setIdentity(app)
  registerAppScheme(protocol)
  keepQuiet(app)
  switch (takeSingleInstance({ app, wish })) {
    case 'first': {
      const running = orEnd(app.whenReady().then(() => run(where, wish)))
      answerLaterStarts(app, (later, answer) => void running.then((obey) => answer(obey(later))))
      break
    }
    case 'asked':
      end(app, { code: 0, said: terminal.asked })
      break
    case 'none':
      end(app, { code: 3, said: terminal.noneRuns })
      break
    case 'no-answer':
      if (needsRunningApp(wish)) end(app, { code: 1, said: terminal.noAnswer(app.getPath('userData')) })
      else void explainNoAnswer(app, dialog)
  }
}

/** @returns what the wish of a later start does */
function run(where: Environment, wish: Wish): (wish: Wish) => Answer {
  const userData = app.getPath('userData')
  const logs = join(userData, 'logs')
  const documents = join(userData, 'documents')
  const liveSecrets = new LiveSecrets()
  const redact = redaction(() => liveSecrets.values, homedir())
  const log = fileLog(logs, redact)
  const crashes = crashFile(logs, app.getVersion(), redact)
  watchForMistakes({ process, crashes, log, exit: (code) => app.exit(code) })
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
    ((proxy: ProxyPasswords) =>
      electronUpdater({
        installation,
        engine: built.updater,
        userData,
        userAgent,
        log,
        onLogin: (pool, info, answer) => {
          const known = info.isProxy ? proxy.known(pool, info) : null
          answer(known?.username, known?.password)
        },
        onRefused: () => app.quit(),
      }))
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
    liveSecrets,
    redact,
    updater,
    window: () => window,
    quit: () => ending.byUser(),
  })
  const core: App = new App(ports, {
    version: app.getVersion(),
    folder: userData,
    platform: describePlatform(),
    machine: describeMachine(),
    language: where.language ?? nearestLanguage(app.getPreferredSystemLanguages()),
    server: where,
    linkTo: (destination) => destinationAddress(destination, where.platformUrl),
    readAbout: () =>
      readAbout({ licencesFile: built.licences, version: app.getVersion(), versions: process.versions }),
  })
  const handlers = core.commands
  const ending = endInOrder({
    app,
    core,
    clock,
    installation,
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
      if (ending.begun) return 'close'
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
    onShown: () => {
      showInDock(app, true)
      window.send(core.state.current)
      core.setWindowVisible(true)
      void reach.look()
    },
    onHidden: () => {
      showInDock(app, false)
      core.setWindowVisible(false)
    },
    onRebuilt: () => core.addNotice({ kind: 'window-rebuilt' }),
    onSessionEnd: () => app.quit(),
  })
  serveCommands({ handlers, isTrusted: (event) => window.sent(event), log })
  onlyOurListeners()

  const tray = new TrayIcon({
    iconsFolder: built.icons,
    onOpen: () => window.show(),
    onDeed: (deed) => act(deed),
  })
  const showTray = (): void => tray.show(trayView(core.state.current, clock.now()))
  const reach = new TrayReach({
    clock,
    system: process.platform,
    ask: hasTrayHost,
    onHosted: (isNew) => {
      core.removeNotice('no-tray')
      if (!isNew) return
      tray.remove()
      showTray()
    },
    onNone: () => core.addNoticeOnce({ kind: 'no-tray' }),
  })
  core.state.subscribe((state) => {
    window.protect(state.secret !== null)
    window.send(state)
    showTray()
  })

  const notifications = new Notifications(act)
  core.followNotices({
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

  const wantsHidden = wish === 'hidden' || (wish === 'show' && core.state.current.settings.startHidden)
  const reachKnown = reach.look(wantsHidden ? panelComesWithinMs : 0)
  showTray()
  const started = core.start().catch((error: unknown) => log.failure('start', failure('bug', String(error))))
  if (wantsHidden) void Promise.all([started, reachKnown]).then(showIfNotReachable)
  else window.show()
  if (wish === 'sign-in') obey(wish)
  return obey

  function act(deed: Deed): void {
    if (deed.kind === 'open-window' || (window.holdsTyping && leavesTheScreen(deed))) window.show()
    else if (deed.kind === 'quit') quitIfNothingIsLost()
    else runCommand(handlers, deed)
  }

  /** For the user's own quitting: the machine's is never held up by a question. */
  function quitIfNothingIsLost(): void {
    if (!core.losesByQuitting) {
      ending.byUser()
      return
    }
    core.confirmQuit()
    window.show()
  }

  function sayThatItLivesOn(): void {
    if (!core.addNoticeOnce({ kind: 'lives-in-tray' }) || !core.state.current.settings.notifications) return
    const { title, explained } = words.livesInTray
    notifications.show({ title, body: explained, deeds: [openWindow], buttons: [] })
  }

  /** Without a window there must be a tray, and something to see there. */
  function showIfNotReachable(): void {
    if (reach.isHosted !== true || core.state.current.organisations.length === 0) window.show()
  }

  function obey(next: Wish): Answer {
    if (ending.begun) return next === 'quit' ? 'taken' : 'ending'
    const doIt = (): void => {
      if (!ending.begun) for (const deed of deedsOf(next, core.state.current)) act(deed)
    }
    if (needsRestored(next)) void started.then(doIt)
    else doIt()
    return 'taken'
  }
}
