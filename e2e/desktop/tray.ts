/** A fake tray host (`org.kde.StatusNotifierWatcher`), where apps register their icons. */
import dbus from 'dbus-next'
import { type Bus, type BusMessage, connectBus, emit, onCall, subscribe } from './bus.ts'
import { TrayItem } from './tray-item.ts'
import { waitFor } from './wait.ts'

const watcher = 'org.kde.StatusNotifierWatcher'
const watcherPath = '/StatusNotifierWatcher'
const { Variant } = dbus

export interface TrayHost {
  /** Waits for the `nth` registered icon, counted from 0. */
  waitForItem(options?: { nth?: number; timeoutMs?: number }): Promise<TrayItem>
  /** Releases the bus name, as a panel does that restarts. */
  disappear(): Promise<void>
  /** Takes the bus name, again after `disappear`. */
  appear(): Promise<void>
  close(): void
}

/**
 * Apps register either a service name or only an object path. Panels call the item by its unique bus name, so that is
 * what it must answer to.
 */
function itemAddress({ body, sender = '' }: BusMessage): { service: string; path: string } {
  const registered = String(body[0])
  return { service: sender, path: registered.startsWith('/') ? registered : '/StatusNotifierItem' }
}

class Host implements TrayHost {
  readonly #bus: Bus
  readonly #items: { service: string; path: string }[] = []
  #listeners: (() => void)[] = []

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
      const address = itemAddress(message)
      this.#items.push(address)
      emit(this.#bus, watcherPath, watcher, 'StatusNotifierItemRegistered', 's', [
        address.service + address.path,
      ])
      for (const listener of this.#listeners) listener()
      return ['', []]
    }
    if (message.member === 'RegisterStatusNotifierHost') return ['', []]
    if (message.interface !== 'org.freedesktop.DBus.Properties') return undefined
    if (message.member === 'GetAll') return ['a{sv}', [this.#properties()]]
    const property = message.member === 'Get' ? this.#properties()[String(message.body[1])] : undefined
    return property && ['v', [property]]
  }

  async waitForItem({ nth = 0, timeoutMs = 15_000 } = {}): Promise<TrayItem> {
    const address = await waitFor('A tray icon', () => this.#items[nth], {
      timeoutMs,
      subscribe: (signal) => {
        this.#listeners.push(signal)
        return () => {
          this.#listeners = this.#listeners.filter((other) => other !== signal)
        }
      },
    })
    return new TrayItem(this.#bus, address.service, address.path)
  }

  async appear(): Promise<void> {
    await this.#bus.requestName(watcher, 0)
  }

  async disappear(): Promise<void> {
    await this.#bus.releaseName(watcher)
    this.#items.length = 0
  }

  close(): void {
    this.#bus.disconnect()
  }
}

/** Call it before the app starts, as a panel runs before any app. */
export async function startTrayHost(busAddress: string): Promise<TrayHost> {
  const bus = await connectBus(busAddress)
  for (const name of ['org.kde.StatusNotifierItem', 'com.canonical.dbusmenu']) await subscribe(bus, name)
  const host = new Host(bus)
  await host.appear()
  return host
}
