/** Sleep, wake and shutdown of the machine. */
import type { PowerMonitor } from 'electron'

/** To be called after the app is ready: before that there is no power monitor. Unlocking the screen counts as waking. */
export function watchPower(
  powerMonitor: PowerMonitor,
  {
    onWake,
    onSuspend,
    onShutdown,
  }: { readonly onWake: () => void; readonly onSuspend: () => void; readonly onShutdown: () => void },
): void {
  powerMonitor.on('resume', onWake)
  powerMonitor.on('unlock-screen', onWake)
  powerMonitor.on('suspend', onSuspend)
  // Linux and macOS; put off for the moments that quitting in order takes. Windows tells its windows instead.
  powerMonitor.on('shutdown', (event?: { preventDefault(): void }) => {
    event?.preventDefault()
    onShutdown()
  })
}
