/** The app's presence in the macOS Dock and the Windows taskbar. */
import type { App } from 'electron'

/** Windows groups windows and notifications under the shortcut with this ID. Call it before the app is ready. */
export function setIdentity(app: App, system: NodeJS.Platform = process.platform): void {
  if (system === 'win32') app.setAppUserModelId('app.parallel-tray')
}

/** macOS: shows the app in the Dock only while its window is visible, so that the user can switch to it. */
export function showInDock(app: App, isWindowVisible: boolean): void {
  if (app.dock === undefined) return
  if (isWindowVisible) void app.dock.show()
  else app.dock.hide()
}
