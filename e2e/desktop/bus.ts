/** D-Bus calls, signals and method handlers on the message level: tray items have no introspection. */
import dbus from 'dbus-next'

const { Message } = dbus
export type BusMessage = InstanceType<typeof Message>
export type Bus = ReturnType<typeof dbus.sessionBus>

export interface Target {
  destination: string
  path: string
  interface: string
}

const busDaemon: Target = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
}

/** Resolves once the connection answers. */
export async function connectBus(address: string): Promise<Bus> {
  const bus = dbus.sessionBus({ busAddress: address })
  bus.on('error', () => {})
  await call(bus, busDaemon, 'GetId')
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

/** Sends a signal. */
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

/** Subscribes to the signals of an interface; they arrive as `message` events. */
export async function subscribe(bus: Bus, interfaceName: string): Promise<void> {
  await call(bus, busDaemon, 'AddMatch', 's', [`type='signal',interface='${interfaceName}'`])
}

/** Handles method calls: `handler` returns signature and body of the reply, or undefined to leave the call to others. */
export function onCall(
  bus: Bus,
  handler: (message: BusMessage) => [string, unknown[]] | 'unanswered' | undefined,
): void {
  bus.addMethodHandler((message: BusMessage) => {
    const reply = handler(message)
    if (!reply) return false
    if (reply === 'unanswered') return true
    bus.send(Message.newMethodReturn(message, reply[0], reply[1]))
    return true
  })
}
