import { writeSync } from 'node:fs'
import type { App } from 'electron'
import { terminal } from '../../../words/terminal.ts'
import type { StatusQuery } from './command-line.ts'
import { exitWithMessage } from './exit.ts'
import { requestStatus } from './single-instance.ts'
import { statusOutput } from './status-output.ts'

/** Requests the status from the running app, prints it, and exits. With `watch`, first prints each change until the app quits. */
export function printStatus(app: App, query: StatusQuery): void {
  let code = 0
  let printed = ''
  const role = requestStatus({
    app,
    watch: query.watch,
    onStatus: (status) => {
      const output = statusOutput(status, query)
      code = output.code
      // Another organization than the chosen one may have changed.
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

/** @returns false if the output is closed */
function print(stream: 1 | 2, text: string): boolean {
  try {
    // Not `console`, which may not have flushed the line when the process exits.
    writeSync(stream, `${text}\n`)
    return true
  } catch {
    return false
  }
}
