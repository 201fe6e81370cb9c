/** What tells programs that the machine goes to sleep and wakes: logind, on a system bus of the test's own. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startBus } from '../../scripts/desktop/session.mjs'
import { connectBus, emit, onCall } from './bus.ts'
import { waitFor } from './wait.ts'

const path = '/org/freedesktop/login1'
const manager = 'org.freedesktop.login1.Manager'

export interface Logind {
  /** For the environment of programs, so that they find this one. */
  readonly env: Record<string, string>
  /** Waits until a program has asked to be told of sleep. */
  waitForListener(): Promise<void>
  sleep(): void
  wake(): void
  close(): Promise<void>
}

export async function startLogind(folder: string): Promise<Logind> {
  const home = join(folder, 'system-bus')
  mkdirSync(home, { mode: 0o700 })
  const { address, stop } = await startBus({ folder: home })
  const bus = await connectBus(address)
  let listened = false
  onCall(bus, ({ path: asked, member }) => {
    if (asked === path && member === 'Inhibit') listened = true
    // No file descriptor is handed out: nobody can put sleep off here.
    return undefined
  })
  await bus.requestName('org.freedesktop.login1', 0)
  const prepareForSleep = (begins: boolean) => emit(bus, path, manager, 'PrepareForSleep', 'b', [begins])
  return {
    env: { DBUS_SYSTEM_BUS_ADDRESS: address },
    waitForListener: async () => {
      await waitFor('A program that listens to logind', () => listened)
    },
    sleep: () => prepareForSleep(true),
    wake: () => prepareForSleep(false),
    close: async () => {
      bus.disconnect()
      await stop()
    },
  }
}
