/** Start-up only: makes the parts, hands them to each other, goes. The one place that knows everybody. */
import { randomUUID } from 'node:crypto'
import { homedir } from 'node:os'
import { join } from 'node:path'
import {
  app,
  ClipboardItem,
  clipboard,
  dialog,
  globalShortcut,
  nativeTheme,
  net,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
} from 'electron'
import { words } from '../words/desktop.ts'
import { moment } from '../words/format.ts'
import { terminal } from '../words/terminal.ts'
import { readAbout } from './desktop/about.ts'
import { setAppMenu } from './desktop/app-menu.ts'
import { fileBelongings } from './desktop/belongings.ts'
import { systemClock } from './desktop/clock.ts'
import { needsRunningApp, ownWords, readCommandLine, type Wish } from './desktop/command-line.ts'
import { crashFile } from './desktop/crash-file.ts'
import { command, type Deed, leavesTheScreen, openWindow, runCommand } from './desktop/deed.ts'
import { electronDesktopSettings } from './desktop/desktop-settings.ts'
import { destinationAddress } from './desktop/destinations.ts'
import { setIdentity, showInDock } from './desktop/dock.ts'
import { end } from './desktop/end.ts'
import { electronEnvFiles } from './desktop/env-file.ts'
import { type Environment, readEnvironment } from './desktop/environment.ts'
import { electronDesktop } from './desktop/external.ts'
import { electronFiles } from './desktop/files.ts'
import { electronHttp } from './desktop/http.ts'
import { sharedPartition } from './desktop/http-sessions.ts'
import { findInstallation } from './desktop/installation.ts'
import { onlyOurListeners, serveCommands } from './desktop/ipc.ts'
import { fileJournal } from './desktop/journal.ts'
import { KeyringWatch } from './desktop/keyring-watch.ts'
import { nearestLanguage } from './desktop/language.ts'
import { fileLog, readLog } from './desktop/log.ts'
import { systemLoginItem } from './desktop/login-item.ts'
import { describeMachine, describePlatform } from './desktop/machine.ts'
import { orEnd, watchForMistakes } from './desktop/mistakes.ts'
import { notificationView } from './desktop/notification-view.ts'
import { Notifications } from './desktop/notifications.ts'
import { watchOnline } from './desktop/online.ts'
import { watchPower } from './desktop/power.ts'
import { openWindowSession, registerAppScheme } from './desktop/protocol.ts'
import { keepQuiet } from './desktop/quiet.ts'
import { quitAfter } from './desktop/quit.ts'
import { refusesDebugging } from './desktop/remote-debugging.ts'
import { electronSecretClipboard } from './desktop/secret-clipboard.ts'
import { electronSecrets } from './desktop/secrets.ts'
import { quitOnSignals } from './desktop/signals.ts'
import {
  type Answer,
  answerLaterStarts,
  explainNoAnswer,
  takeSingleInstance,
} from './desktop/single-instance.ts'
import { electronStore } from './desktop/store.ts'
import { electronSurroundings } from './desktop/surroundings.ts'
import { TrayIcon } from './desktop/tray.ts'
import { hasTrayHost } from './desktop/tray-host.ts'
import { trayView } from './desktop/tray-menu.ts'
import { electronUpdater, updatesFolder } from './desktop/updater.ts'
import { MainWindow } from './desktop/window.ts'
import { deedsOf, needsRestored } from './desktop/wishes.ts'
import { redaction } from './diagnostics/redaction.ts'
import { failure } from './parallel/failures.ts'
import { App } from './state/app.ts'
import { commandHandlers } from './state/commands.ts'
import { followNews } from './state/news.ts'
import { losesByQuitting } from './state/quitting.ts'
import { type AtEnd, atEnd } from './state/updating.ts'

/** Beside this file, built by `npm run build`. */
const built = {
  preload: join(__dirname, '../preload/index.cjs'),
  renderer: join(__dirname, '../renderer'),
  icons: join(__dirname, '../icons'),
  updater: join(__dirname, 'updater.cjs'),
  licences: join(__dirname, '../licences.json'),
}

const notRevokedShownMs = 20_000
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
  // Asked for when something is written down; nothing is known before there is anybody to know it.
  let secretsAlive = (): readonly string[] => []
  const redact = redaction(() => secretsAlive(), homedir())
  const log = fileLog(logs, redact)
  const crashes = crashFile(logs, app.getVersion(), redact)
  watchForMistakes({ process, crashes, log, exit: (code) => app.exit(code) })
  log.info('started', { version: app.getVersion() })
  const store = electronStore({ folder: documents, log })
  const clock = systemClock()
  const desktop = electronDesktop({
    app,
    shell,
    clipboard,
    platformUrl: where.platformUrl,
    log,
    quit: () => quitByUser(),
    window: () => window,
  })
  const userAgent = `ParallelTray/${app.getVersion()}`
  const http = electronHttp({
    net,
    session,
    allowedOrigins: [new URL(where.platformUrl).origin, new URL(where.serviceApiUrl).origin],
    userAgent,
    proxy: () => core.proxy,
  })
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
  const core: App = new App(
    {
      clock,
      http,
      secrets: electronSecrets(safeStorage),
      store,
      random: { fraction: Math.random, uuid: randomUUID },
      log,
      desktop,
      journal: fileJournal(join(userData, 'history')),
      belongings: fileBelongings({
        documents,
        others: [logs, join(userData, 'history'), join(updatesFolder(userData), 'pending')],
      }),
      desktopSettings: electronDesktopSettings({
        nativeTheme,
        globalShortcut,
        loginItem: systemLoginItem(app),
        onShortcut: () => window.show(),
      }),
      files: electronFiles({
        dialog,
        over: (show) => window.over(show),
        folder: () => app.getPath('documents'),
      }),

      secretClipboard: electronSecretClipboard({ clipboard, ClipboardItem, log }),
      envFiles: electronEnvFiles({ dialog, over: (show) => window.over(show), log }),
      updater,
      surroundings: electronSurroundings({
        app,
        net,
        screen,
        safeStorage,
        session: session.fromPartition(sharedPartition, { cache: false }),
        hasTrayHost,
        servers: [where.platformUrl, where.serviceApiUrl],
      }),
      records: {
        log: (mostBytes) => readLog(logs, mostBytes),
        crash: crashes.read,
        crashWasTold: crashes.markTold,
      },
      redact,
    },
    {
      version: app.getVersion(),
      folder: userData,
      platform: describePlatform(),
      machine: describeMachine(),
      language: where.language ?? nearestLanguage(app.getPreferredSystemLanguages()),
      server: where,
    },
  )
  const handlers = commandHandlers(
    core,
    desktop,
    (to) => destinationAddress(to, where.platformUrl),
    () => readAbout({ licencesFile: built.licences, version: app.getVersion(), versions: process.versions }),
  )
  secretsAlive = () => core.secretsAlive

  let isUsersQuit = false
  function quitByUser(): void {
    isUsersQuit = true
    app.quit()
  }

  /** Decided when the end begins: what would be lost then is forgotten at the end. */
  let updateAtEnd: AtEnd = 'leave'
  const finish = async (): Promise<void> => {
    // An AppImage is replaced in one move; an installer would be killed half-way with the session.
    const safe = isUsersQuit || installation?.kind === 'app-image'
    updateAtEnd = atEnd(core.state.current, { restart: core.updates.restartWanted, safe })
    const alive = await core.shutDown()
    if (alive.length === 0) return
    // Kept in memory only and not revoked: nobody can end these any more, so it is said when they end.
    const { title, explained, organisation } = words.tray.notRevoked
    const ends = alive.map(({ organisationName, until }) =>
      organisation(organisationName, until === null ? null : moment(until, clock.now())),
    )
    const detail = [explained, ...ends].join('\n')
    const shown = dialog.showMessageBox({ type: 'warning', title: words.appName, message: title, detail })
    // Nobody may be there to read it: the end of a session waits for nobody.
    await Promise.race([shown, clock.wait(notRevokedShownMs, new AbortController().signal)])
  }
  const quitting = quitAfter(app, finish, () => {
    const endsByItself = updateAtEnd !== 'leave' && updater?.install(updateAtEnd === 'restart')
    if (!endsByItself) app.quit()
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
      if (quitting.begun) return 'close'
      if (!core.state.current.settings.closeToTray) {
        quitIfNothingIsLost()
        return 'stay'
      }
      if (trayHosted === null) {
        void askedForTrayHost.then(() => window.close())
        return 'stay'
      }
      if (!trayHosted) return 'minimise'
      sayThatItLivesOn()
      return 'hide'
    },
    onShown: () => {
      showInDock(app, true)
      window.send(core.state.current)
      core.setAttention({ visible: true })
      void lookForTrayHost()
    },
    onHidden: () => {
      showInDock(app, false)
      core.setAttention({ visible: false })
    },
    onRebuilt: () => core.notice({ kind: 'window-rebuilt' }),
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
  core.state.subscribe((state) => {
    window.protect(state.secret !== null)
    window.send(state)
    showTray()
  })

  /** Whether a closed window can be reached again by the tray. Null: not known yet. */
  let trayHosted: boolean | null = process.platform === 'linux' ? null : true
  async function lookForTrayHost(patienceMs = 0): Promise<void> {
    let answer = await hasTrayHost()
    for (let waitedMs = 0; answer !== true && waitedMs < patienceMs; waitedMs += 1000) {
      trayHosted = false
      await clock.wait(1000, new AbortController().signal)
      answer = await hasTrayHost()
    }
    const hosted = answer === true
    if (hosted) core.withdraw('no-tray')
    if (hosted && trayHosted === false) {
      // A panel has come since: an icon that was made before it isn't known to it.
      tray.remove()
      showTray()
    }
    trayHosted = hosted
    if (answer === false) core.noticeOnce({ kind: 'no-tray' })
  }

  function sayThatItLivesOn(): void {
    if (!core.noticeOnce({ kind: 'lives-in-tray' }) || !core.state.current.settings.notifications) return
    const { title, explained } = words.livesInTray
    notifications.show({ title, body: explained, deeds: [openWindow], buttons: [] })
  }

  function act(deed: Deed): void {
    if (deed.kind === 'open-window' || (window.holdsTyping && leavesTheScreen(deed))) window.show()
    else if (deed.kind === 'quit') quitIfNothingIsLost()
    else runCommand(handlers, deed)
  }

  /** For the user's own quitting: the machine's is never held up by a question. */
  function quitIfNothingIsLost(): void {
    if (!losesByQuitting(core.state.current)) {
      quitByUser()
      return
    }
    core.state.update(({ view }) => ({ view: { ...view, dialog: { kind: 'quit' } } }))
    window.show()
  }

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
  quitOnSignals(() => app.quit())
  watchPower(powerMonitor, {
    onSuspend: () => {
      core.sessions.suspend()
      core.accounts.topUps.suspend()
    },
    onShutdown: () => app.quit(),
    onWake: () => {
      core.sessions.resume()
      core.accounts.topUps.resume()
      clock.woke()
    },
    onPower: (power) => core.accounts.setPower(power),
  })
  watchOnline({
    state: core.state,
    clock,
    isOnline: () => net.isOnline(),
    onBack: () => core.backOnline(),
  })
  const keyring = new KeyringWatch({ onUnlocked: () => core.keyringUnlocked() })
  core.state.subscribe(({ organisations }) => {
    const isWaitedFor = organisations.some(({ session }) => session.kind === 'unreadable')
    if (process.platform === 'linux') keyring.set(isWaitedFor)
  })
  app.on('will-quit', () => {
    keyring.set(false)
    log.info('ended')
  })
  nativeTheme.on('updated', showTray)
  app.on('activate', () => window.show())
  // The tray keeps the app alive; without a listener Electron would quit with the last window.
  app.on('window-all-closed', () => {})

  const wantsHidden = wish === 'hidden' || (wish === 'show' && core.state.current.settings.startHidden)
  const askedForTrayHost = lookForTrayHost(wantsHidden ? panelComesWithinMs : 0)
  showTray()
  const started = core.start().catch((error: unknown) => log.failure('start', failure('bug', String(error))))
  if (wantsHidden) void Promise.all([started, askedForTrayHost]).then(showIfNotReachable)
  else window.show()
  if (wish === 'sign-in') obey(wish)

  /** Without a window there must be a tray, and something to see there. */
  function showIfNotReachable(): void {
    if (trayHosted !== true || core.state.current.organisations.length === 0) window.show()
  }

  function obey(next: Wish): Answer {
    if (quitting.begun) return next === 'quit' ? 'taken' : 'ending'
    const doIt = (): void => {
      if (!quitting.begun) for (const deed of deedsOf(next, core.state.current)) act(deed)
    }
    if (needsRestored(next)) void started.then(doIt)
    else doIt()
    return 'taken'
  }
  return obey
}
