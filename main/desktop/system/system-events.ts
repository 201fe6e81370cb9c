/** Connects the app to events of the operating system: power, network, keyring, theme, signals, Dock. */
import { app, nativeTheme, net, powerMonitor, type WebContents, webContents } from 'electron'
import type { Log } from '../../ports.ts'
import type { App } from '../../state/app.ts'
import { KeyringWatch, keyringService } from '../keyring/keyring-watch.ts'
import { watchOnline } from '../network/online.ts'
import type { SystemClock } from './clock.ts'
import { watchPower } from './power.ts'
import { watchSessionEnd } from './session-end.ts'

export type SystemEventsOptions = {
  readonly core: App
  readonly clock: SystemClock
  readonly log: Log
  readonly onTheme: () => void
  readonly onActivate: () => void
}

export function followSystem({ core, clock, log, onTheme, onActivate }: SystemEventsOptions): void {
  // Electron handles these only once it is ready, and not on Windows, where electron-store would exit at once.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
  const power = watchPower(powerMonitor, {
    onSuspend: () => core.suspend(),
    onShutdown: () => app.quit(),
    onWake: () => {
      core.resume()
      clock.wakeAll()
    },
    onPower: (change) => core.setPower(change),
  })
  app.on('browser-window-focus', power.userIsPresent)
  const watchInput = (contents: WebContents): void => {
    contents.on('before-input-event', power.userIsPresent)
    contents.on('before-mouse-event', power.userIsPresent)
  }
  // The first window is created before the system's events are followed.
  for (const contents of webContents.getAllWebContents()) watchInput(contents)
  app.on('web-contents-created', (_event, contents) => watchInput(contents))
  watchSessionEnd(() => {
    log.info('ended', { by: 'session' })
    app.quit()
  })
  watchOnline({
    state: core.state,
    clock,
    isOnline: () => net.isOnline(),
    onBack: () => core.backOnline(),
  })
  const service = keyringService(process.env, app.commandLine.getSwitchValue('password-store'))
  const keyring = new KeyringWatch({ service, onUnlocked: () => core.keyringUnlocked() })
  core.state.subscribe(({ organisations }) => {
    const isNeeded = organisations.some(({ session }) => session.kind === 'unreadable')
    if (process.platform === 'linux') keyring.set(isNeeded)
  })
  app.on('will-quit', () => keyring.set(false))
  nativeTheme.on('updated', onTheme)
  app.on('activate', onActivate)
}
