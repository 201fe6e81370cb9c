import { writeSync } from 'node:fs'
import type { App } from 'electron'
import type { Exit } from './command-line.ts'

const standardOutput = 1
const standardError = 2

/** Prints the message and ends the process. Before the app is ready there is no window, display or file to clean up. */
export function exitWithMessage(app: App, { code, message }: Omit<Exit, 'kind'>): void {
  try {
    // Not `console`, which may not have flushed the line when the process exits.
    writeSync(code === 0 ? standardOutput : standardError, `${message}\n`)
  } catch {
    // The app may have been started without a terminal.
  }
  app.exit(code)
}
