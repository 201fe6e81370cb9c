/** Start-up. */
import { join } from 'node:path'
import { app, dialog, globalShortcut, nativeTheme, protocol } from 'electron'
import { terminal } from '../words/terminal.ts'
import { setRegionalFormats } from '../words/time-texts.ts'
import { makeBase } from './desktop/base.ts'
import { built } from './desktop/built.ts'
import type { DesktopShell } from './desktop/desktop-shell.ts'
import { choosePasswordStore } from './desktop/keyring/password-store.ts'
import { disableBackgroundTraffic } from './desktop/network/background-traffic.ts'
import { refuseClientCertificates } from './desktop/network/client-certificates.ts'
import {
  type CommandLine,
  type Exit,
  type LaunchRequest,
  needsRunningApp,
  ownArguments,
  parseCommandLine,
} from './desktop/start/command-line.ts'
import { setIdentity } from './desktop/start/dock.ts'
import { type Environment, readEnvironment } from './desktop/start/environment.ts'
import { exitWithMessage } from './desktop/start/exit.ts'
import { nearestLanguage } from './desktop/start/language.ts'
import { startsHidden } from './desktop/start/launch-request.ts'
import { printStatus } from './desktop/start/print-status.ts'
import { explainNoReply, requestSingleInstance, serveSecondStarts } from './desktop/start/single-instance.ts'
import { refusedSwitch } from './desktop/start/switches.ts'
import { reached } from './desktop/start/timeline.ts'
import { throwIfRejected } from './desktop/start/uncaught-errors.ts'
import { readAbout } from './desktop/system/about.ts'
import { hasUserNamespaces, ownAppImage } from './desktop/system/app-image.ts'
import { electronDesktopSettings } from './desktop/system/desktop-settings.ts'
import { destinationAddress } from './desktop/system/destinations.ts'
import { systemLoginItem } from './desktop/system/login-item.ts'
import { describeMachine, describePlatform } from './desktop/system/machine.ts'
import { leaveStartFolder } from './desktop/system/programs.ts'
import { usesWayland } from './desktop/system/wayland.ts'
import { TrayIcon } from './desktop/tray/tray.ts'
import { trayView } from './desktop/tray/tray-menu.ts'
import { omitDefaultMenu } from './desktop/window/app-menu.ts'
import { openWindowSession, registerAppScheme } from './desktop/window/protocol.ts'
import { MainWindow } from './desktop/window/window.ts'
import type { AppFacts } from './state/app-ports.ts'
import { makeShell } from './state/shell.ts'
import { withTimeout } from './timeout.ts'

/** The page is usually requested within a few milliseconds. */
const maxPageMs = 100

reached('loaded')
const commandLine = parseCommandLine(
  ownArguments(process.argv, app.isPackaged ? null : app.getAppPath()),
  app.getVersion(),
)
const environment = readEnvironment(process.env)
if (commandLine.kind === 'exit') exitWithMessage(app, commandLine)
else if (!environment.ok) exitWithMessage(app, { code: 2, message: environment.message })
else start(environment.value, commandLine)

function start(where: Environment, asked: Exclude<CommandLine, Exit>): void {
  // Chromium would write the keys of every connection to this file.
  delete process.env.SSLKEYLOGFILE
  const refused = refusedSwitch({
    isPackaged: app.isPackaged,
    hasRealServers: where.isDefault,
    hasSwitch: (name) => app.commandLine.hasSwitch(name),
    needsNoSandbox: () => ownAppImage(process.env, process.execPath) !== null && !hasUserNamespaces(),
  })
  if (refused !== null) {
    exitWithMessage(app, { code: 2, message: terminal.refused[refused] })
    return
  }
  leaveStartFolder()
  if (where.userData !== undefined) app.setPath('userData', where.userData)
  setIdentity(app)
  omitDefaultMenu()
  registerAppScheme(protocol)
  disableBackgroundTraffic(app)
  refuseClientCertificates(app)
  if (asked.kind === 'status') {
    printStatus(app, asked.query)
    return
  }
  const { request } = asked
  switch (requestSingleInstance({ app, request })) {
    case 'primary': {
      choosePasswordStore({ app })
      const running = throwIfRejected(app.whenReady().then(() => run(where, request)))
      serveSecondStarts(app, {
        onRequest: (later, reply) => void running.then((shell) => reply(shell.handleRequest(later))),
        onStatus: (watch, send) => void running.then((shell) => shell.sendStatus(watch, send)),
      })
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

/** Shows the tray icon and the window, and loads the app while their processes start. */
async function run(where: Environment, request: LaunchRequest): Promise<DesktopShell> {
  reached('ready')
  const base = makeBase(app)
  const { log, clock, store } = base
  const facts = appFacts(where, base.userData)
  const devTools = !app.isPackaged
  const isWayland = usesWayland(app)
  let onPage = (): void => {}
  const pageRequested = new Promise<void>((resolve) => {
    onPage = resolve
  })
  const window = new MainWindow({
    preload: built.preload,
    ...(process.platform === 'linux' ? { icon: join(built.icons, 'linux/128x128.png') } : {}),
    session: openWindowSession({ folder: built.renderer, devTools, onPage: () => onPage() }),
    devTools,
    isWayland,
    clock,
    store,
    log,
  })
  const desktopSettings = electronDesktopSettings({
    nativeTheme,
    globalShortcut,
    loginItem: systemLoginItem(app),
    platform: process.platform,
    isWayland,
    onShortcut: () => window.show(),
  })
  const shell = makeShell({ log, store, desktopSettings }, facts)
  const tray = new TrayIcon(built.icons)
  tray.show(trayView(shell.state.current, clock.now()))
  if (!startsHidden(request, shell.settings.current)) {
    window.show()
    // The page loads while main continues.
    await withTimeout(clock, maxPageMs, pageRequested)
  }
  const { compose } = await import('./compose.ts')
  return compose(where, request, { base, facts, desktopSettings, shell, tray, window })
}

function appFacts(where: Environment, folder: string): AppFacts {
  const version = app.getVersion()
  const machine = describeMachine(app)
  setRegionalFormats(machine.formats)
  return {
    version,
    folder,
    platform: describePlatform(),
    machine,
    language: where.language ?? nearestLanguage(app.getPreferredSystemLanguages()),
    server: where,
    linkTo: (destination) => destinationAddress(destination, where.platformUrl),
    readAbout: () => readAbout({ licencesFile: built.licences, version, versions: process.versions }),
  }
}
