import type { App } from 'electron'

/** Stops Chromium's own requests. Call it before the app is ready, as Electron creates the first sessions then. */
export function disableBackgroundTraffic(app: App): void {
  // A new session downloads a spelling dictionary from Google unless its languages are empty; disabling the checker
  // afterwards is too late.
  app.on('session-created', (session) => {
    session.setSpellCheckerLanguages([])
    session.setSpellCheckerEnabled(false)
  })
  // Over QUIC, Chromium resends a request after some errors, also a POST (see `http-sessions.ts`).
  app.commandLine.appendSwitch('disable-quic')
}
