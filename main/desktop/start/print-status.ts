import { writeSync } from 'node:fs'
import type { App } from 'electron'
import { terminal } from '../../../words/terminal.ts'
import type { StatusQuery } from './command-line.ts'
import { exitWithMessage } from './exit.ts'
import { requestStatus } from './single-instance.ts'
import { statusOutput } from './status-output.ts'

/** Asks the running app, prints what it answers, and ends the process. With `watch`, prints each change until then. */
export function printStatus(app: App, query: StatusQuery): void {
  let code = 0
  let printed = ''
  const role = requestStatus({
    app,
    watch: query.watch,
    onStatus: (status) => {
      const output = statusOutput(status, query)
      code = output.code
      // What changed may be an organization that wasn't asked for.
      if (output.text === printed && query.watch) return true
      printed = output.text
      const isPrinted = output.text === '' || print(1, output.text)
      if (output.error !== null) print(2, output.error)
      return isPrinted && code !== 2
    },
  })
  switch (role) {
    case 'answered':
      app.exit(code)
      break
    case 'not-running':
      exitWithMessage(app, { code: 3, message: printed === '' ? terminal.noneRuns : terminal.quitMeanwhile })
      break
    case 'no-reply':
      exitWithMessage(app, { code: 1, message: terminal.noAnswer(app.getPath('userData')) })
  }
}

/** @returns false once nobody reads it */
function print(stream: 1 | 2, text: string): boolean {
  try {
    // Not `console`, which may not have flushed the line when the process exits.
    writeSync(stream, `${text}\n`)
    return true
  } catch {
    return false
  }
}
