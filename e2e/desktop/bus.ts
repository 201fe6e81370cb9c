/** A thin hand on D-Bus: calls, signals and incoming calls, by message (tray items have no introspection). */
import dbus from 'dbus-next'

const { Message } = dbus
export type BusMessage = InstanceType<typeof Message>
export type Bus = ReturnType<typeof dbus.sessionBus>

export interface Target {
  destination: string
  path: string
  interface: string
}

/** Connects, and waits until it is connected. */
export async function connectBus(address: string): Promise<Bus> {
  const bus = dbus.sessionBus({ busAddress: address })
  bus.on('error', () => {})
  await call(
    bus,
    { destination: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus', interface: 'org.freedesktop.DBus' },
    'GetId',
  )
  return bus
}

/** Calls a method and returns the body of its reply. */
export async function call(
  bus: Bus,
  target: Target,
  member: string,
  signature = '',
  body: unknown[] = [],
): Promise<unknown[]> {
  const reply = await bus.call(new Message({ ...target, member, signature, body }))
  return reply?.body ?? []
}

/** Sends a signal of our own. */
export function emit(
  bus: Bus,
  path: string,
  interfaceName: string,
  member: string,
  signature = '',
  body: unknown[] = [],
): void {
  bus.send(Message.newSignal(path, interfaceName, member, signature, body))
}

/** Asks the bus for the signals of an interface; they then arrive as `message` events. */
export async function subscribe(bus: Bus, interfaceName: string): Promise<void> {
  const target = {
    destination: 'org.freedesktop.DBus',
    path: '/org/freedesktop/DBus',
    interface: 'org.freedesktop.DBus',
  }
  await call(bus, target, 'AddMatch', 's', [`type='signal',interface='${interfaceName}'`])
}

/**
 * Answers incoming calls: `answer` returns signature and body, or undefined if the call isn't for it.
 */
export function onCall(bus: Bus, answer: (message: BusMessage) => [string, unknown[]] | undefined): void {
  bus.addMethodHandler((message: BusMessage) => {
    const reply = answer(message)
    if (!reply) return false
    bus.send(Message.newMethodReturn(message, reply[0], reply[1]))
    return true
  })
}
