/** Records every method call to a keyring on a bus, by `dbus-monitor`. */
import { spawn } from 'node:child_process'
import { call, connectBus } from './bus.ts'
import { waitFor } from './wait.ts'

const secretService = { destination: 'org.freedesktop.secrets', path: '/org/freedesktop/secrets' }
/** Secret Service, its portal, and KWallet. */
const keyringInterface = /interface=org\.(?:freedesktop\.Secret|freedesktop\.portal\.Secret|kde\.KWallet)/
const keyringDestination = /destination=org\.(?:freedesktop\.secrets|kde\.kwalletd\d?)\b/
const marker = 'member=FlushMarker'

export type KeyringCalls = {
  /** One line for each call so far, once the monitor has caught up. */
  all(): Promise<readonly string[]>
  end(): void
}

/** No call after the returned promise resolves is missed. */
export async function monitorKeyringCalls(busAddress: string): Promise<KeyringCalls> {
  const monitor = spawn('dbus-monitor', ['--address', busAddress, "type='method_call'"], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let printed = ''
  monitor.stdout.on('data', (text) => {
    printed += String(text)
  })
  const bus = await connectBus(busAddress)
  const countMarkers = () => printed.split(marker).length - 1
  /** The monitor prints in order: once it prints this call, it has printed all earlier ones. */
  const flush = async (): Promise<void> => {
    const before = countMarkers()
    await waitFor('A marker in the output of dbus-monitor', async () => {
      // No service has this method, and no keyring may run at all: only the call itself matters.
      await call(bus, { ...secretService, interface: 'app.parallel_tray.Tests' }, 'FlushMarker').catch(
        () => {},
      )
      return countMarkers() > before
    })
  }
  await flush()
  return {
    all: async () => {
      await flush()
      return printed
        .split('\n')
        .filter((line) => line.startsWith('method call') && !line.includes(marker))
        .filter((line) => keyringInterface.test(line) || keyringDestination.test(line))
    },
    end: () => {
      bus.disconnect()
      monitor.kill()
    },
  }
}
