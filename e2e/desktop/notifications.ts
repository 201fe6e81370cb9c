/** A fake notification server (`org.freedesktop.Notifications`) that records notifications and can click them. */
import { type Bus, type BusMessage, connectBus, emit, onCall } from './bus.ts'
import { waitFor } from './wait.ts'

const name = 'org.freedesktop.Notifications'
const path = '/org/freedesktop/Notifications'

export interface ShownNotification {
  id: number
  title: string
  body: string
}

export class NotificationServer {
  readonly #bus: Bus
  readonly shown: ShownNotification[] = []
  readonly #hangs: boolean

  constructor(bus: Bus, { hangs = false } = {}) {
    this.#bus = bus
    this.#hangs = hangs
    onCall(bus, (message) => this.#handle(message))
  }

  #handle({ path: objectPath, member, body }: BusMessage): [string, unknown[]] | 'unanswered' | undefined {
    if (objectPath !== path) return undefined
    if (this.#hangs) return 'unanswered'
    if (member === 'GetCapabilities') return ['as', [['actions', 'body', 'body-markup']]]
    if (member === 'GetServerInformation') return ['ssss', ['Test desktop', 'Parallel Tray', '1', '1.2']]
    if (member !== 'Notify') return ['', []]
    const id = this.shown.length + 1
    this.shown.push({ id, title: String(body[3]), body: String(body[4]) })
    return ['u', [id]]
  }

  /** Waits for a notification with this title. */
  waitFor(title: RegExp): Promise<ShownNotification> {
    return waitFor(`A notification ${title}`, () => this.shown.find((one) => title.test(one.title)), {
      seen: () => this.shown,
    })
  }

  /** Clicks the notification, which closes it. */
  click({ id }: ShownNotification): void {
    emit(this.#bus, path, name, 'ActionInvoked', 'us', [id, 'default'])
    emit(this.#bus, path, name, 'NotificationClosed', 'uu', [id, 2])
  }

  close(): void {
    this.#bus.disconnect()
  }
}

/** Call it before the app starts. @param options `hangs`: it takes calls and never answers one */
export async function startNotifications(
  busAddress: string,
  options: { hangs?: boolean } = {},
): Promise<NotificationServer> {
  const bus = await connectBus(busAddress)
  const server = new NotificationServer(bus, options)
  await bus.requestName(name, 0)
  return server
}
