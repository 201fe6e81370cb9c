import type { App } from 'electron'

/** Quits for the user. Other reasons, such as the end of the desktop session, arrive as Electron's `before-quit`. */
export class UserQuit {
  readonly #app: App
  isRequested = false

  constructor(app: App) {
    this.#app = app
  }

  request(): void {
    this.isRequested = true
    this.#app.quit()
  }
}
