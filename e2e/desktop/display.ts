/** One virtual display for each test worker: starting one takes longer than many tests. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDisplay } from '../../scripts/desktop/session.mjs'

let shared: Promise<string> | undefined

async function start(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'display-'))
  const { display, stop } = await startDisplay({ folder })
  process.once('exit', () => {
    void stop()
    rmSync(folder, { recursive: true, force: true })
  })
  return display
}

/** The value for `DISPLAY`, like `:99`. The display ends with this process. */
export function sharedDisplay(): Promise<string> {
  shared ??= start()
  return shared
}
