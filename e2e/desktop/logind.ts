/** A fake logind on a private system bus: announces sleep and resume to programs. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startBus } from '../../scripts/desktop/session.mjs'
import { connectBus, emit, onCall } from './bus.ts'
import { waitFor } from './wait.ts'

const path = '/org/freedesktop/login1'
const manager = 'org.freedesktop.login1.Manager'

export interface Logind {
  /** Variables that make programs find this bus. */
  readonly env: Record<string, string>
  /** Waits until a program has taken an inhibitor lock, and so listens for sleep. */
  waitForListener(): Promise<void>
  sleep(): void
  wake(): void
  close(): Promise<void>
}

export async function startLogind(folder: string): Promise<Logind> {
  const busFolder = join(folder, 'system-bus')
  mkdirSync(busFolder, { mode: 0o700 })
  const { address, stop } = await startBus({ folder: busFolder })
  const bus = await connectBus(address)
  let hasListener = false
  onCall(bus, ({ path: objectPath, member }) => {
    if (objectPath === path && member === 'Inhibit') hasListener = true
    // No file descriptor is returned, so no program can delay the sleep.
    return undefined
  })
  await bus.requestName('org.freedesktop.login1', 0)
  const prepareForSleep = (starting: boolean) => emit(bus, path, manager, 'PrepareForSleep', 'b', [starting])
  return {
    env: { DBUS_SYSTEM_BUS_ADDRESS: address },
    waitForListener: async () => {
      await waitFor('A program that listens to logind', () => hasListener)
    },
    sleep: () => prepareForSleep(true),
    wake: () => prepareForSleep(false),
    close: async () => {
      bus.disconnect()
      await stop()
    },
  }
}
