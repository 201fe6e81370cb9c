/** One virtual display for all desktops of a test worker: starting one takes longer than many tests. */
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

/** The display's name, like `:99`. It ends with this process. */
export function sharedDisplay(): Promise<string> {
  shared ??= start()
  return shared
}
