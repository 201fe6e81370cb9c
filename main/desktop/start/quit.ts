/** Quitting in order: what is under way is finished first, for a few seconds at most. */
import type { App } from 'electron'

/** Quits because the user wants it; every other end, such as the session's, comes from the system. */
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

export type Quitting = {
  /** True once the app is on its way out: closing the window then means closing it. */
  readonly begun: boolean
}

/**
 * @param finish what has to be done before the end; it ends by itself in bounded time
 * @param leave ends the app then
 */
export function quitAfter(
  app: App,
  finish: () => Promise<void>,
  leave: () => void = () => app.quit(),
): Quitting {
  const quitting = { begun: false }
  let finished = false
  app.on('before-quit', (event) => {
    if (finished) return
    event.preventDefault()
    if (quitting.begun) return
    quitting.begun = true
    void finish().finally(() => {
      finished = true
      // Not while Electron still hears that this quitting was put off (a signal's microtasks run that early):
      // it would close the windows and then forget to end.
      setImmediate(leave)
    })
  })
  return quitting
}
