/** A tray: the place on D-Bus where apps put their icon (`org.kde.StatusNotifierWatcher`). */
import dbus from 'dbus-next'
import { type Bus, type BusMessage, connectBus, emit, onCall, subscribe } from './bus.ts'
import { makeTrayItem, type TrayItem } from './tray-item.ts'
import { waitFor } from './wait.ts'

const watcher = 'org.kde.StatusNotifierWatcher'
const watcherPath = '/StatusNotifierWatcher'
const { Variant } = dbus

export interface TrayHost {
  /** Waits until an app has put an icon there (the `nth` registration, counted from 0). */
  waitForItem(options?: { nth?: number; timeoutMs?: number }): Promise<TrayItem>
  /** How many icons were registered so far. */
  registrations(): number
  /** The tray goes away (as when a panel restarts); the bus stays. */
  leave(): Promise<void>
  /** The tray comes back. */
  enter(): Promise<void>
  close(): void
}

/** What a call registers: some name the service, some only an object of theirs. */
function addressOf(message: BusMessage): { service: string; path: string } {
  const given = String(message.body[0])
  const sender = message.sender ?? ''
  return given.startsWith('/')
    ? { service: sender, path: given }
    : { service: given, path: '/StatusNotifierItem' }
}

class Host implements TrayHost {
  readonly #bus: Bus
  readonly #items: { service: string; path: string }[] = []
  #wake: (() => void)[] = []

  constructor(bus: Bus) {
    this.#bus = bus
    onCall(bus, (message) => this.#answer(message))
  }

  #properties(): Record<string, InstanceType<typeof Variant>> {
    return {
      IsStatusNotifierHostRegistered: new Variant('b', true),
      ProtocolVersion: new Variant('i', 0),
      RegisteredStatusNotifierItems: new Variant(
        'as',
        this.#items.map(({ service, path }) => service + path),
      ),
    }
  }

  #answer(message: BusMessage): [string, unknown[]] | undefined {
    if (message.path !== watcherPath) return undefined
    if (message.member === 'RegisterStatusNotifierItem') {
      const address = addressOf(message)
      this.#items.push(address)
      emit(this.#bus, watcherPath, watcher, 'StatusNotifierItemRegistered', 's', [
        address.service + address.path,
      ])
      for (const wake of this.#wake) wake()
      return ['', []]
    }
    if (message.member === 'RegisterStatusNotifierHost') return ['', []]
    if (message.interface !== 'org.freedesktop.DBus.Properties') return undefined
    if (message.member === 'GetAll') return ['a{sv}', [this.#properties()]]
    const property = message.member === 'Get' ? this.#properties()[String(message.body[1])] : undefined
    return property && ['v', [property]]
  }

  registrations(): number {
    return this.#items.length
  }

  async waitForItem({ nth = 0, timeoutMs = 15_000 } = {}): Promise<TrayItem> {
    const address = await waitFor('A tray icon', () => this.#items[nth], {
      timeoutMs,
      wake: (signal) => {
        this.#wake.push(signal)
        return () => {
          this.#wake = this.#wake.filter((other) => other !== signal)
        }
      },
    })
    return makeTrayItem(this.#bus, address.service, address.path)
  }

  async enter(): Promise<void> {
    await this.#bus.requestName(watcher, 0)
  }

  async leave(): Promise<void> {
    await this.#bus.releaseName(watcher)
    this.#items.length = 0
  }

  close(): void {
    this.#bus.disconnect()
  }
}

/** Puts a tray on the bus. Do it before the app starts, as a panel would be there before. */
export async function startTrayHost(busAddress: string): Promise<TrayHost> {
  const bus = await connectBus(busAddress)
  for (const name of ['org.kde.StatusNotifierItem', 'com.canonical.dbusmenu']) await subscribe(bus, name)
  const host = new Host(bus)
  await host.enter()
  return host
}
