/** Start-up, and the composition root: makes the parts and hands them to each other. */
import { join } from 'node:path'
import { app, dialog, protocol } from 'electron'
import { words } from '../words/desktop.ts'
import { terminal } from '../words/terminal.ts'
import { electronPorts } from './desktop/app-ports.ts'
import { makeBase } from './desktop/base.ts'
import { built } from './desktop/built.ts'
import { DesktopShell } from './desktop/desktop-shell.ts'
import { onlyOurListeners, serveCommands } from './desktop/ipc.ts'
import { keepQuiet } from './desktop/network/quiet.ts'
import { needsRunningApp, ownWords, readCommandLine, type Wish } from './desktop/start/command-line.ts'
import { setIdentity } from './desktop/start/dock.ts'
import { end } from './desktop/start/end.ts'
import { endInOrder } from './desktop/start/ending.ts'
import { type Environment, readEnvironment } from './desktop/start/environment.ts'
import { nearestLanguage } from './desktop/start/language.ts'
import { orEnd } from './desktop/start/mistakes.ts'
import { UserQuit } from './desktop/start/quit.ts'
import { refusesDebugging } from './desktop/start/remote-debugging.ts'
import {
  type Answer,
  answerLaterStarts,
  explainNoAnswer,
  takeSingleInstance,
} from './desktop/start/single-instance.ts'
import { readAbout } from './desktop/system/about.ts'
import { destinationAddress } from './desktop/system/destinations.ts'
import { describeMachine, describePlatform } from './desktop/system/machine.ts'
import { followSystem } from './desktop/system/system-events.ts'
import { openWindowSession, registerAppScheme } from './desktop/window/protocol.ts'
import { MainWindow } from './desktop/window/window.ts'
import { App } from './state/app.ts'
import type { AppFacts } from './state/app-ports.ts'
import { findInstallation } from './updates/desktop/installation.ts'
import { updaterFor } from './updates/desktop/updater.ts'

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

/** Makes everything, each part from those above it. @returns what the wish of a later start does */
function run(where: Environment, wish: Wish): (wish: Wish) => Answer {
  const base = makeBase(app)
  const { userData, userAgent, log, clock, store } = base
  const devTools = !app.isPackaged
  const window = new MainWindow({
    preload: built.preload,
    ...(process.platform === 'linux' ? { icon: join(built.icons, 'app.png') } : {}),
    session: openWindowSession({ folder: built.renderer, devTools }),
    devTools,
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
  const warn = (message: string, detail: string): Promise<unknown> =>
    dialog.showMessageBox({ type: 'warning', title: words.appName, message, detail })
  const ending = endInOrder({ app, core, clock, userQuit, installation, warn })
  const shell = new DesktopShell({
    app,
    core,
    window,
    userQuit,
    ending,
    clock,
    log,
    iconsFolder: built.icons,
  })
  serveCommands({ handlers: core.commands, isTrusted: (event) => window.sent(event), log })
  onlyOurListeners()
  followSystem({ core, clock, onTheme: () => shell.showTray(), onActivate: () => window.show() })
  shell.start(wish)
  return (later) => shell.obey(later)
}

function appFacts(where: Environment, folder: string): AppFacts {
  const version = app.getVersion()
  return {
    version,
    folder,
    platform: describePlatform(),
    machine: describeMachine(),
    language: where.language ?? nearestLanguage(app.getPreferredSystemLanguages()),
    server: where,
    linkTo: (destination) => destinationAddress(destination, where.platformUrl),
    readAbout: () => readAbout({ licencesFile: built.licences, version, versions: process.versions }),
  }
}
