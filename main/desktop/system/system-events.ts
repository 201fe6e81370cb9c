/** What the system tells the app: power, network, keyring, theme, signals, and that it was clicked in the dock. */
import { app, nativeTheme, net, powerMonitor } from 'electron'
import type { App } from '../../state/app.ts'
import { KeyringWatch } from '../keyring/keyring-watch.ts'
import { watchOnline } from '../network/online.ts'
import { quitOnSignals } from '../start/signals.ts'
import type { SystemClock } from './clock.ts'
import { watchPower } from './power.ts'

export type SystemEventsOptions = {
  readonly core: App
  readonly clock: SystemClock
  readonly onTheme: () => void
  readonly onActivate: () => void
}

export function followSystem({ core, clock, onTheme, onActivate }: SystemEventsOptions): void {
  quitOnSignals(() => app.quit())
  watchPower(powerMonitor, {
    onSuspend: () => core.suspend(),
    onShutdown: () => app.quit(),
    onWake: () => {
      core.resume()
      clock.woke()
    },
    onPower: (power) => core.setPower(power),
  })
  watchOnline({
    state: core.state,
    clock,
    isOnline: () => net.isOnline(),
    onBack: () => core.backOnline(),
  })
  const keyring = new KeyringWatch({ onUnlocked: () => core.keyringUnlocked() })
  core.state.subscribe(({ organisations }) => {
    const isWaitedFor = organisations.some(({ session }) => session.kind === 'unreadable')
    if (process.platform === 'linux') keyring.set(isWaitedFor)
  })
  app.on('will-quit', () => keyring.set(false))
  nativeTheme.on('updated', onTheme)
  app.on('activate', onActivate)
  // The tray keeps the app alive; without a listener Electron would quit with the last window.
  app.on('window-all-closed', () => {})
}
