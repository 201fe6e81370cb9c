/** Whether anything on this desktop shows tray icons. */
import { askBus, type RunTool } from '../system/session-bus.ts'

const watcher = 'org.kde.StatusNotifierWatcher'

/**
 * Asks anew each time: a panel may start after the app, or end.
 * @returns `'unknown'` when the bus can't be asked: an icon may or may not be seen
 */
export async function hasTrayHost(
  system: NodeJS.Platform = process.platform,
  run?: RunTool,
): Promise<boolean | 'unknown'> {
  if (system === 'darwin' || system === 'win32') return true
  const isThere = await askBus({ kind: 'is-owned', name: watcher }, run)
  if (isThere !== true) return isThere
  const registered = { owner: watcher, path: '/StatusNotifierWatcher', of: watcher }
  return askBus({ kind: 'property', ...registered, name: 'IsStatusNotifierHostRegistered' }, run)
}
