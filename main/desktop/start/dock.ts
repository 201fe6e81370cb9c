/** The app's presence in the macOS Dock and the Windows taskbar. */
import type { App, Dock } from 'electron'

/** The app's ID for notifications, by which Windows starts it for a click on one. The uninstaller removes its registry key. */
export const toastActivatorClsid = '{28DB6B12-0AED-4534-87F4-50A7C3E11ED3}'

/** Windows groups windows and notifications under the shortcut with this ID. Call it before the app is ready. */
export function setIdentity(app: App, system: NodeJS.Platform = process.platform): void {
  if (system !== 'win32') return
  app.setAppUserModelId('app.parallel-tray')
  // Otherwise Electron makes up an ID, and the uninstaller could not know which key to remove.
  app.setToastActivatorCLSID(toastActivatorClsid)
}

/** Electron ignores `dock.hide` for a second after `dock.show`, as macOS could leave a second icon behind. */
const minShownMs = 1100

/** macOS: shows the app in the Dock only while its window is visible, so that the user can switch to it. */
export class DockIcon {
  readonly #dock: Pick<Dock, 'show' | 'hide'> | undefined
  #isShown = false
  #shownAt = 0
  #hideTimer: NodeJS.Timeout | undefined

  /** @param dock undefined on other systems */
  constructor(dock: Pick<Dock, 'show' | 'hide'> | undefined) {
    this.#dock = dock
  }

  show(): void {
    clearTimeout(this.#hideTimer)
    if (this.#isShown || this.#dock === undefined) return
    this.#isShown = true
    this.#shownAt = performance.now()
    void this.#dock.show()
  }

  /** Hides the icon, as soon as Electron accepts that. */
  hide(): void {
    clearTimeout(this.#hideTimer)
    if (!this.#isShown) return
    const remainingMs = this.#shownAt + minShownMs - performance.now()
    this.#hideTimer = setTimeout(() => {
      this.#isShown = false
      this.#dock?.hide()
    }, remainingMs)
  }
}
