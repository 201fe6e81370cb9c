/** Start-up: the command line, one instance for each data folder, and what runs once Electron is ready. */
import { app, dialog, protocol } from 'electron'
import { terminal } from '../words/terminal.ts'
import type { DesktopShell } from './desktop/desktop-shell.ts'
import { showFirstViews } from './desktop/first-views.ts'
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
import { printStatus } from './desktop/start/print-status.ts'
import { explainNoReply, requestSingleInstance, serveSecondStarts } from './desktop/start/single-instance.ts'
import { refusedSwitch } from './desktop/start/switches.ts'
import { reached } from './desktop/start/timeline.ts'
import { throwIfRejected } from './desktop/start/uncaught-errors.ts'
import { hasUserNamespaces, ownAppImage } from './desktop/system/app-image.ts'
import { leaveStartFolder } from './desktop/system/programs.ts'
import { omitDefaultMenu } from './desktop/window/app-menu.ts'
import { registerAppScheme } from './desktop/window/protocol.ts'

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
  // Without a listener Electron quits with the last window, but the tray icon keeps the app running.
  app.on('window-all-closed', () => {})
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

/** Most of main is loaded only once the tray icon and the window are on their way. */
async function run(where: Environment, request: LaunchRequest): Promise<DesktopShell> {
  reached('ready')
  const views = await showFirstViews(where, request)
  const { compose } = await import('./desktop/compose.ts')
  return compose(where, request, views)
}
