/** Keeps Chromium from talking to anybody of its own accord. */
import type { App } from 'electron'

/** Must be called before the app is ready: the first sessions are made then. */
export function keepQuiet(app: App): void {
  // Each new session would fetch a spelling dictionary from Google; switching the checker off comes too late for that.
  app.on('session-created', (created) => {
    created.setSpellCheckerLanguages([])
    created.setSpellCheckerEnabled(false)
  })
  // Over QUIC a request is repeated by itself after some errors, a POST too (see `http-sessions.ts`).
  app.commandLine.appendSwitch('disable-quic')
}
