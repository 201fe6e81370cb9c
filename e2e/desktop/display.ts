/** One virtual display for each test worker: starting one takes longer than many tests. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDisplay } from '../../scripts/desktop/session.mjs'

type Display = { readonly DISPLAY: string; readonly XAUTHORITY: string }

let shared: Promise<Display> | undefined

async function start(): Promise<Display> {
  const folder = mkdtempSync(join(tmpdir(), 'display-'))
  const { display, authority, stop } = await startDisplay({ folder })
  process.once('exit', () => {
    void stop()
    rmSync(folder, { recursive: true, force: true })
  })
  return { DISPLAY: display, XAUTHORITY: authority }
}

/** The variables that name the display, and its key. The display ends with this process. */
export function sharedDisplay(): Promise<Display> {
  shared ??= start()
  return shared
}
