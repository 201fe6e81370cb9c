/** Whether this desktop shows tray icons. */
import { askBus, type RunTool } from '../system/session-bus.ts'

const watcher = 'org.kde.StatusNotifierWatcher'

/**
 * Asks the bus on every call, as a panel may start or end while the app runs.
 * @returns `'unknown'` when the bus can't be asked
 */
export async function hasTrayHost(
  system: NodeJS.Platform = process.platform,
  run?: RunTool,
): Promise<boolean | 'unknown'> {
  if (system === 'darwin' || system === 'win32') return true
  const isOwned = await askBus({ kind: 'is-owned', name: watcher }, run)
  if (isOwned !== true) return isOwned
  const registered = { owner: watcher, path: '/StatusNotifierWatcher', of: watcher }
  return askBus({ kind: 'property', ...registered, name: 'IsStatusNotifierHostRegistered' }, run)
}
