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
import { setAppMenu } from './desktop/app-menu.ts'
import { fileBelongings } from './desktop/belongings.ts'
import { systemClock } from './desktop/clock.ts'
import { crashFile } from './desktop/crash-file.ts'
import { type Deed, leavesTheScreen, openWindow, runCommand } from './desktop/deed.ts'
import { electronDesktopSettings } from './desktop/desktop-settings.ts'
import { destinationAddress } from './desktop/destinations.ts'
import { setIdentity, showInDock } from './desktop/dock.ts'
import { electronEnvFiles } from './desktop/env-file.ts'
import { type Environment, readEnvironment } from './desktop/environment.ts'
import { electronDesktop } from './desktop/external.ts'
import { electronFiles } from './desktop/files.ts'
import { electronHttp } from './desktop/http.ts'
import { sharedPartition } from './desktop/http-sessions.ts'
import { onlyOurListeners, serveCommands } from './desktop/ipc.ts'
import { fileJournal } from './desktop/journal.ts'
import { KeyringWatch } from './desktop/keyring-watch.ts'
import { nearestLanguage } from './desktop/language.ts'
import { fileLog, readLog } from './desktop/log.ts'
import { hiddenArgument, systemLoginItem } from './desktop/login-item.ts'
import { describeMachine, describePlatform } from './desktop/machine.ts'
import { watchForMistakes } from './desktop/mistakes.ts'
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
import { takeSingleInstance } from './desktop/single-instance.ts'
import { electronStore } from './desktop/store.ts'
import { electronSurroundings } from './desktop/surroundings.ts'
import { TrayIcon } from './desktop/tray.ts'
import { hasTrayHost } from './desktop/tray-host.ts'
import { trayView } from './desktop/tray-menu.ts'
import { MainWindow } from './desktop/window.ts'
import { redaction } from './diagnostics/redaction.ts'
import { failure } from './parallel/failures.ts'
import { App } from './state/app.ts'
import { commandHandlers } from './state/commands.ts'
import { followNews } from './state/news.ts'
import { losesByQuitting } from './state/quitting.ts'

/** Beside this file, built by `npm run build`. */
const built = {
  preload: join(__dirname, '../preload/index.cjs'),
  renderer: join(__dirname, '../renderer'),
  icons: join(__dirname, '../icons'),
}

const notRevokedShownMs = 20_000
/** After a login the panel may be ready later than the app. */
const panelComesWithinMs = 10_000

const environment = readEnvironment(process.env)
if (environment.ok) start(environment.value)
else {
  console.error(environment.message)
  app.exit(2)
}

function start(where: Environment): void {
  const hasSwitch = (name: string): boolean => app.commandLine.hasSwitch(name)
  if (
    refusesDebugging({ isPackaged: app.isPackaged, hasOwnFolder: where.userData !== undefined, hasSwitch })
  ) {
    console.error(words.tray.noDebugging)
    app.exit(2)
    return
  }
  if (where.userData !== undefined) app.setPath('userData', where.userData)
  setIdentity(app)
  registerAppScheme(protocol)
  keepQuiet(app)
  let onSecondStart = (): void => {}
  const instance = takeSingleInstance({ app, dialog, onSecondStart: () => onSecondStart() })
  if (!instance.first) {
    void instance.ended.then((code) => app.exit(code))
    return
  }
  void app.whenReady().then(() => {
    onSecondStart = run(where)
  })
}

/** @returns what a second start does: shows the window */
function run(where: Environment): () => void {
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
    window: () => window,
  })
  const http = electronHttp({
    net,
    session,
    allowedOrigins: [new URL(where.platformUrl).origin, new URL(where.serviceApiUrl).origin],
    userAgent: `ParallelTray/${app.getVersion()}`,
    proxy: () => core.proxy,
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
      belongings: fileBelongings({ documents, others: [logs, join(userData, 'history')] }),
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
  secretsAlive = () => core.secretsAlive
  const handlers = commandHandlers(core, desktop, (to) => destinationAddress(to, where.platformUrl))

  const quitting = quitAfter(app, async () => {
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
      app.quit()
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

  setAppMenu(quitIfNothingIsLost)
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

  const wantsHidden = process.argv.includes(hiddenArgument) || core.state.current.settings.startHidden
  const askedForTrayHost = lookForTrayHost(wantsHidden ? panelComesWithinMs : 0)
  showTray()
  const started = core.start().catch((error: unknown) => log.failure('start', failure('bug', String(error))))
  if (wantsHidden) void Promise.all([started, askedForTrayHost]).then(showIfNotReachable)
  else window.show()

  /** Without a window there must be a tray, and something to see there. */
  function showIfNotReachable(): void {
    if (trayHosted !== true || core.state.current.organisations.length === 0) window.show()
  }
  return () => {
    if (!quitting.begun) window.show()
  }
}
