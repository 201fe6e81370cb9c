/** Suspend, resume, shutdown, battery and screen lock. */
import type { PowerMonitor } from 'electron'

export type PowerListeners = {
  readonly onWake: () => void
  readonly onSuspend: () => void
  readonly onShutdown: () => void
  /** Called at once and on each change. Linux reports no screen lock, and the battery only when asked. */
  readonly onPower: (power: { readonly onBattery: boolean; readonly locked: boolean }) => void
}

export type PowerWatch = {
  /** The user does something in the window, so the screen is unlocked, even if the system's event for that was lost. */
  readonly userIsPresent: () => void
}

/** Call it only after the app is ready, as the power monitor needs. Unlocking the screen counts as waking up. */
export function watchPower(powerMonitor: PowerMonitor, listeners: PowerListeners): PowerWatch {
  const { onWake, onSuspend, onShutdown, onPower } = listeners
  let locked = false
  const report = (): void => onPower({ onBattery: powerMonitor.isOnBatteryPower(), locked })
  const wake = (): void => {
    // Before the power state: a changed poll interval restarts the waits that have to see the wake-up.
    onWake()
    report()
  }
  powerMonitor.on('on-ac', report)
  powerMonitor.on('on-battery', report)
  powerMonitor.on('lock-screen', () => {
    locked = true
    report()
  })
  const unlock = (): void => {
    locked = false
    wake()
  }
  powerMonitor.on('unlock-screen', unlock)
  powerMonitor.on('resume', wake)
  powerMonitor.on('suspend', onSuspend)
  // Linux and macOS; delayed for the orderly shutdown. For Windows see `session-end.ts`.
  powerMonitor.on('shutdown', (event?: { preventDefault(): void }) => {
    event?.preventDefault()
    onShutdown()
  })
  report()
  return {
    userIsPresent: () => {
      if (locked) unlock()
    },
  }
}
