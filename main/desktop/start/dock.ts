/** How the app shows up among others: the Dock on macOS, the taskbar's identity on Windows. */
import type { App } from 'electron'

/** Groups windows and notifications under the installed shortcut. Before the app is ready. */
export function setIdentity(app: App, system: NodeJS.Platform = process.platform): void {
  if (system === 'win32') app.setAppUserModelId('app.parallel-tray')
}

/** macOS: in the Dock while a window is in view, so that it can be switched to; otherwise only in the menu bar. */
export function showInDock(app: App, isWindowVisible: boolean): void {
  if (app.dock === undefined) return
  if (isWindowVisible) void app.dock.show()
  else app.dock.hide()
}
