import type { WebContents } from 'electron'
import type { Log } from '../../ports.ts'
import { RestartLimit } from './restart-limit.ts'

/**
 * Logs the errors of the window's console, so that the renderer needs no command for it.
 * @param limit keeps a page that fails on every frame from filling the log
 */
export function logWindowErrors(
  contents: Pick<WebContents, 'on'>,
  log: Log,
  limit = new RestartLimit(10, 60_000),
): void {
  contents.on('console-message', ({ level, message }) => {
    if (level === 'error' && limit.allows(performance.now())) log.warn('window said', { why: message })
  })
}
