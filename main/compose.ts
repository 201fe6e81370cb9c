/** The composition root: makes the parts behind the window and the tray icon, and hands them to each other. */
import { app, dialog } from 'electron'
import { words } from '../words/desktop.ts'
import { electronPorts } from './desktop/app-ports.ts'
import type { Base } from './desktop/base.ts'
import { built } from './desktop/built.ts'
import { DesktopShell } from './desktop/desktop-shell.ts'
import { closeElectronStoreChannel, serveCommands } from './desktop/ipc.ts'
import type { LaunchRequest } from './desktop/start/command-line.ts'
import type { Environment } from './desktop/start/environment.ts'
import { orderlyShutdown } from './desktop/start/shutdown.ts'
import { reached } from './desktop/start/timeline.ts'
import { UserQuit } from './desktop/start/user-quit.ts'
import { shareStatus, statusFolder } from './desktop/system/status-file.ts'
import { followSystem } from './desktop/system/system-events.ts'
import { usesWayland } from './desktop/system/wayland.ts'
import type { TrayIcon } from './desktop/tray/tray.ts'
import type { MainWindow } from './desktop/window/window.ts'
import type { DesktopSettings } from './ports.ts'
import { App } from './state/app.ts'
import type { AppFacts } from './state/app-ports.ts'
import type { Shell } from './state/shell.ts'
import { findInstallation } from './updates/desktop/installation.ts'
import { updaterFor } from './updates/desktop/updater.ts'

export type Shown = {
  readonly base: Base
  readonly facts: AppFacts
  readonly desktopSettings: DesktopSettings
  readonly shell: Shell
  readonly tray: TrayIcon
  readonly window: MainWindow
}

/** Creates every part from those above it, and starts the app. */
export function compose(where: Environment, request: LaunchRequest, shown: Shown): DesktopShell {
  const { base, facts, desktopSettings, tray, window } = shown
  const { userData, userAgent, log, clock } = base
  const isWayland = usesWayland(app)
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
  const ports = electronPorts({ where, base, desktopSettings, window, userQuit, updater })
  const core = new App(ports, facts, shown.shell)
  reached('documents')
  const warn = (message: string, detail: string): Promise<unknown> =>
    dialog.showMessageBox({ type: 'warning', title: words.appName, message, detail })
  const shutdown = orderlyShutdown({ app, core, clock, userQuit, installation, warn })
  const desktop = new DesktopShell({ app, core, tray, window, userQuit, shutdown, clock, log, isWayland })
  serveCommands({
    handlers: core.commands,
    isTrusted: (event) => window.isSender(event),
    beforeAnswer: () => desktop.sendChanges(),
    log,
  })
  closeElectronStoreChannel()
  followSystem({ core, clock, log, onTheme: () => desktop.showTray(), onActivate: () => window.show() })
  desktop.start(request)
  shareStatus({
    app,
    state: core.state,
    clock,
    log,
    folder: statusFolder({ env: process.env, userData, hasOwnFolder: where.userData !== undefined }),
  })
  return desktop
}
