/** Everything that anybody on a bus asks of a keyring, seen by the bus's own monitor. */
import { spawn } from 'node:child_process'
import { call, connectBus } from './bus.ts'
import { waitFor } from './wait.ts'

const keeper = { destination: 'org.freedesktop.secrets', path: '/org/freedesktop/secrets' }
/** Secret Service, the portal to it, and KDE's own. */
const ofKeyrings = /interface=org\.(?:freedesktop\.Secret|freedesktop\.portal\.Secret|kde\.KWallet)/
const toKeyrings = /destination=org\.(?:freedesktop\.secrets|kde\.kwalletd\d?)\b/
const mark = 'member=MarkOfTheTests'

export type KeyringCalls = {
  /** The calls until now, a line each, once the monitor has caught up. */
  all(): Promise<readonly string[]>
  end(): void
}

/** From when the promise resolves no call is missed. */
export async function watchKeyringCalls(busAddress: string): Promise<KeyringCalls> {
  const monitor = spawn('dbus-monitor', ['--address', busAddress, "type='method_call'"], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let printed = ''
  monitor.stdout.on('data', (text) => {
    printed += String(text)
  })
  const bus = await connectBus(busAddress)
  const marks = () => printed.split(mark).length - 1
  /** What comes after all that was asked before. */
  const leaveMark = async (): Promise<void> => {
    const before = marks()
    await waitFor('The monitor', async () => {
      // Nobody knows such a method; a keyring that isn't there can't know it either.
      await call(bus, { ...keeper, interface: 'app.parallel_tray.Tests' }, 'MarkOfTheTests').catch(() => {})
      return marks() > before
    })
  }
  await leaveMark()
  return {
    all: async () => {
      await leaveMark()
      return printed
        .split('\n')
        .filter((line) => line.startsWith('method call') && !line.includes(mark))
        .filter((line) => ofKeyrings.test(line) || toKeyrings.test(line))
    },
    end: () => {
      bus.disconnect()
      monitor.kill()
    },
  }
}
