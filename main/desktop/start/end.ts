/** The end of a start that isn't to become an app. */
import { writeSync } from 'node:fs'
import type { App } from 'electron'
import type { Ending } from './command-line.ts'

const standardOutput = 1
const standardError = 2

/** Before the app is ready nothing has begun by then: no window, no display, no file. */
export function end(app: App, { code, said }: Omit<Ending, 'kind'>): void {
  try {
    // Not `console`, which may still hold the line when the process is gone.
    writeSync(code === 0 ? standardOutput : standardError, `${said}\n`)
  } catch {
    // Nobody listens: a program with windows may have been started without any terminal.
  }
  app.exit(code)
}
