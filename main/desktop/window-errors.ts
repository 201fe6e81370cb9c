/** Mistakes in the window reach the log by its console, which main can hear: no command is needed for that. */
import type { WebContents } from 'electron'
import type { Log } from '../ports.ts'
import { RestartLimit } from './restart-limit.ts'

/** Electron 45 puts everything in the event; older ones give it beside that, and the level as a number. */
type Said = { readonly level?: unknown; readonly message?: unknown }

/** @param limit a page that fails with each frame must not fill the log */
export function logWindowErrors(
  contents: Pick<WebContents, 'on'>,
  log: Log,
  limit = new RestartLimit(10, 60_000),
): void {
  const heard = (event: Said, level?: unknown, message?: unknown): void => {
    const said = { level: event.level ?? level, message: event.message ?? message }
    if ((said.level !== 'error' && said.level !== 3) || !limit.allows(performance.now())) return
    log.warn('window said', { why: String(said.message) })
  }
  contents.on('console-message', heard as never)
}
