/** Mistakes in the window reach the log by its console, which main can hear: no command is needed for that. */
import type { WebContents } from 'electron'
import type { Log } from '../../ports.ts'
import { RestartLimit } from './restart-limit.ts'

/** @param limit a page that fails with each frame must not fill the log */
export function logWindowErrors(
  contents: Pick<WebContents, 'on'>,
  log: Log,
  limit = new RestartLimit(10, 60_000),
): void {
  contents.on('console-message', ({ level, message }) => {
    if (level === 'error' && limit.allows(performance.now())) log.warn('window said', { why: message })
  })
}
