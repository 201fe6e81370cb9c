/** Sleep, wake, shutdown, battery and lock of the machine. */
import type { PowerMonitor } from 'electron'

export type PowerFollowers = {
  readonly onWake: () => void
  readonly onSuspend: () => void
  readonly onShutdown: () => void
  /** Now, and with each change. Linux says nothing of a locked screen, and of the battery only when it is asked. */
  readonly onPower: (power: { readonly onBattery: boolean; readonly locked: boolean }) => void
}

/** To be called after the app is ready: before that there is no power monitor. Unlocking the screen counts as waking. */
export function watchPower(powerMonitor: PowerMonitor, followers: PowerFollowers): void {
  const { onWake, onSuspend, onShutdown, onPower } = followers
  let locked = false
  const tell = (): void => onPower({ onBattery: powerMonitor.isOnBatteryPower(), locked })
  const wake = (): void => {
    // First: a change of the pace ends the very waits that are to hear of the wake.
    onWake()
    tell()
  }
  powerMonitor.on('on-ac', tell)
  powerMonitor.on('on-battery', tell)
  powerMonitor.on('lock-screen', () => {
    locked = true
    tell()
  })
  powerMonitor.on('unlock-screen', () => {
    locked = false
    wake()
  })
  powerMonitor.on('resume', wake)
  powerMonitor.on('suspend', onSuspend)
  // Linux and macOS; put off for the moments that quitting in order takes. Windows tells its windows instead.
  powerMonitor.on('shutdown', (event?: { preventDefault(): void }) => {
    event?.preventDefault()
    onShutdown()
  })
  tell()
}
