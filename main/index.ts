/** Start-up, and the composition root: makes the parts and hands them to each other. */
import { join } from 'node:path'
import { app, dialog, protocol } from 'electron'
import { words } from '../words/desktop.ts'
import { terminal } from '../words/terminal.ts'
import { setRegionalFormats } from '../words/time-texts.ts'
import { electronPorts } from './desktop/app-ports.ts'
import { makeBase } from './desktop/base.ts'
import { built } from './desktop/built.ts'
import { DesktopShell } from './desktop/desktop-shell.ts'
import { closeElectronStoreChannel, serveCommands } from './desktop/ipc.ts'
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
import { printStatus } from './desktop/start/print-status.ts'
import { orderlyShutdown } from './desktop/start/shutdown.ts'
import { explainNoReply, requestSingleInstance, serveSecondStarts } from './desktop/start/single-instance.ts'
import { refusedSwitch } from './desktop/start/switches.ts'
import { reached } from './desktop/start/timeline.ts'
import { throwIfRejected } from './desktop/start/uncaught-errors.ts'
import { UserQuit } from './desktop/start/user-quit.ts'
import { readAbout } from './desktop/system/about.ts'
import { hasUserNamespaces, ownAppImage } from './desktop/system/app-image.ts'
import { destinationAddress } from './desktop/system/destinations.ts'
import { describeMachine, describePlatform } from './desktop/system/machine.ts'
import { leaveStartFolder } from './desktop/system/programs.ts'
import { shareStatus, statusFolder } from './desktop/system/status-file.ts'
import { followSystem } from './desktop/system/system-events.ts'
import { usesWayland } from './desktop/system/wayland.ts'
import { openWindowSession, registerAppScheme } from './desktop/window/protocol.ts'
import { MainWindow } from './desktop/window/window.ts'
import { App } from './state/app.ts'
import type { AppFacts } from './state/app-ports.ts'
import { findInstallation } from './updates/desktop/installation.ts'
import { updaterFor } from './updates/desktop/updater.ts'

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

/** Creates every part from those above it. */
function run(where: Environment, request: LaunchRequest): DesktopShell {
  reached('ready')
  const base = makeBase(app)
  const { userData, userAgent, log, clock, store } = base
  const devTools = !app.isPackaged
  const isWayland = usesWayland(app)
  const window = new MainWindow({
    preload: built.preload,
    ...(process.platform === 'linux' ? { icon: join(built.icons, 'app.png') } : {}),
    session: openWindowSession({ folder: built.renderer, devTools }),
    devTools,
    isWayland,
    clock,
    store,
    log,
  })
  const userQuit = new UserQuit(app)
  const installation = findInstallation({
    isPackaged: app.isPackaged,
    platform: process.platform,
    env: process.env,
    program: process.execPath,
    resources: process.resourcesPath,
  })
  const onRefused = (): void => app.quit()
  const updater = updaterFor(installation, { engine: built.updater, userData, userAgent, log, onRefused })
  const core = new App(electronPorts({ where, base, window, userQuit, updater }), appFacts(where, userData))
  reached('documents')
  const warn = (message: string, detail: string): Promise<unknown> =>
    dialog.showMessageBox({ type: 'warning', title: words.appName, message, detail })
  const shutdown = orderlyShutdown({ app, core, clock, userQuit, installation, warn })
  const shell = new DesktopShell({ app, core, window, userQuit, shutdown, clock, log, isWayland })
  // First, so that the window's process starts while main continues.
  shell.start(request)
  shareStatus({
    app,
    state: core.state,
    clock,
    log,
    folder: statusFolder({ env: process.env, userData, hasOwnFolder: where.userData !== undefined }),
  })
  serveCommands({
    handlers: core.commands,
    isTrusted: (event) => window.isSender(event),
    beforeAnswer: () => shell.sendChanges(),
    log,
  })
  closeElectronStoreChannel()
  followSystem({ core, clock, log, onTheme: () => shell.showTray(), onActivate: () => window.show() })
  return shell
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
