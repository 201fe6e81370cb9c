/** Sleep and wake of the machine. */
import type { PowerMonitor } from 'electron'

/** To be called after the app is ready: before that there is no power monitor. Unlocking the screen counts as waking. */
export function watchPower(
  powerMonitor: PowerMonitor,
  { onWake, onSuspend }: { readonly onWake: () => void; readonly onSuspend: () => void },
): void {
  powerMonitor.on('resume', onWake)
  powerMonitor.on('unlock-screen', onWake)
  powerMonitor.on('suspend', onSuspend)
}
