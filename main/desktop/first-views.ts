/** The tray icon and the window, shown before most of main is loaded, and what they need. */
import { join } from 'node:path'
import { app, globalShortcut, nativeTheme } from 'electron'
import { setRegionalFormats } from '../../words/time-texts.ts'
import type { AppFacts } from '../state/app-ports.ts'
import { makeShell } from '../state/shell.ts'
import { withTimeout } from '../timeout.ts'
import { makeBase } from './base.ts'
import { built } from './built.ts'
import type { LaunchRequest } from './start/command-line.ts'
import type { Environment } from './start/environment.ts'
import { nearestLanguage } from './start/language.ts'
import { startsHidden } from './start/launch-request.ts'
import { readAbout } from './system/about.ts'
import { electronDesktopSettings } from './system/desktop-settings.ts'
import { destinationAddress } from './system/destinations.ts'
import { systemLoginItem } from './system/login-item.ts'
import { describeMachine, describePlatform } from './system/machine.ts'
import { usesWayland } from './system/wayland.ts'
import { TrayIcon } from './tray/tray.ts'
import { trayView } from './tray/tray-menu.ts'
import { openWindowSession } from './window/protocol.ts'
import { MainWindow } from './window/window.ts'

/** The window asks for its page within a few milliseconds, and the app must start also if it never does. */
const maxRequestMs = 100
const maxPaintMs = 2_000

export type FirstViews = Awaited<ReturnType<typeof showFirstViews>>

/** Resolves once the window has asked for its page, so that its process works while main continues. */
export async function showFirstViews(where: Environment, request: LaunchRequest) {
  const base = makeBase(app)
  const { userData, log, clock, store } = base
  const facts = appFacts(where, userData)
  const isWayland = usesWayland(app)
  const devTools = !app.isPackaged
  const { session, pageRequested } = openWindowSession({ folder: built.renderer, devTools })
  const window = new MainWindow({
    preload: built.preload,
    ...(process.platform === 'linux' ? { icon: join(built.icons, 'app.png') } : {}),
    session,
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
  const isHidden = startsHidden(request, shell.settings.current)
  if (!isHidden) {
    window.show()
    await withTimeout(clock, maxRequestMs, pageRequested)
  }
  const firstPaint = isHidden ? Promise.resolve() : withTimeout(clock, maxPaintMs, window.firstRendered)
  return { base, facts, isWayland, desktopSettings, shell, tray, window, isHidden, firstPaint }
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
