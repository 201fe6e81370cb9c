/** Unlocks a keyring that runs. Its user would be asked for the password; GNOME's keyring has a way for tests. */
import dbus from 'dbus-next'
import { call, connectBus } from './bus.ts'

const service = { destination: 'org.freedesktop.secrets', path: '/org/freedesktop/secrets' }

export async function unlockKeyring(busAddress: string, password: string): Promise<void> {
  const bus = await connectBus(busAddress)
  try {
    const secrets = { ...service, interface: 'org.freedesktop.Secret.Service' }
    const [, session] = await call(bus, secrets, 'OpenSession', 'sv', ['plain', new dbus.Variant('s', '')])
    const secret = [session, Buffer.alloc(0), Buffer.from(password), 'text/plain']
    const forTests = { ...service, interface: 'org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface' }
    const collection = '/org/freedesktop/secrets/collection/login'
    await call(bus, forTests, 'UnlockWithMasterPassword', 'o(oayays)', [collection, secret])
  } finally {
    bus.disconnect()
  }
}
