/** Unlocks a running gnome-keyring without its password prompt, by its interface for tests. */
import dbus from 'dbus-next'
import { call, connectBus } from './bus.ts'

const secretService = { destination: 'org.freedesktop.secrets', path: '/org/freedesktop/secrets' }

export async function unlockKeyring(busAddress: string, password: string): Promise<void> {
  const bus = await connectBus(busAddress)
  try {
    const secrets = { ...secretService, interface: 'org.freedesktop.Secret.Service' }
    const [, session] = await call(bus, secrets, 'OpenSession', 'sv', ['plain', new dbus.Variant('s', '')])
    const secret = [session, Buffer.alloc(0), Buffer.from(password), 'text/plain']
    const testInterface = {
      ...secretService,
      interface: 'org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface',
    }
    const collection = '/org/freedesktop/secrets/collection/login'
    await call(bus, testInterface, 'UnlockWithMasterPassword', 'o(oayays)', [collection, secret])
  } finally {
    bus.disconnect()
  }
}
