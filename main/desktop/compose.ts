/** The composition root: makes the parts behind the tray icon and the window, and hands them to each other. */
import { app, dialog } from 'electron'
import { words } from '../../words/desktop.ts'
import { App } from '../state/app.ts'
import { findInstallation } from '../updates/desktop/installation.ts'
import { updaterFor } from '../updates/desktop/updater.ts'
import { electronPorts } from './app-ports.ts'
import { built } from './built.ts'
import { DesktopShell } from './desktop-shell.ts'
import type { FirstViews } from './first-views.ts'
import { closeElectronStoreChannel, serveCommands } from './ipc.ts'
import type { LaunchRequest } from './start/command-line.ts'
import type { Environment } from './start/environment.ts'
import { orderlyShutdown } from './start/shutdown.ts'
import { reached } from './start/timeline.ts'
import { UserQuit } from './start/user-quit.ts'
import { shareStatus, statusFolder } from './system/status-file.ts'
import { followSystem } from './system/system-events.ts'

/** Creates every part from those above it, and starts the app. */
export function compose(where: Environment, request: LaunchRequest, views: FirstViews): DesktopShell {
  const { base, facts, isWayland, desktopSettings, tray, window, isHidden, firstPaint } = views
  const { userData, userAgent, log, clock } = base
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
  const ports = electronPorts({ where, base, desktopSettings, window, userQuit, updater, firstPaint })
  const core = new App(ports, facts, views.shell)
  reached('documents')
  const warn = (message: string, detail: string): Promise<unknown> =>
    dialog.showMessageBox({ type: 'warning', title: words.appName, message, detail })
  const shutdown = orderlyShutdown({ app, core, clock, userQuit, installation, warn })
  const shell = new DesktopShell({ app, core, tray, window, userQuit, shutdown, clock, log, isWayland })
  serveCommands({
    handlers: core.commands,
    isTrusted: (event) => window.isSender(event),
    beforeAnswer: () => shell.sendChanges(),
    log,
  })
  closeElectronStoreChannel()
  followSystem({ core, clock, log, onTheme: () => shell.showTray(), onActivate: () => window.show() })
  shell.start(request, { isHidden, firstPaint })
  shareStatus({
    app,
    state: core.state,
    clock,
    log,
    folder: statusFolder({ env: process.env, userData, hasOwnFolder: where.userData !== undefined }),
  })
  return shell
}
