import { expect, it } from 'vitest'
import { settle } from '../../testing/virtual-clock.ts'
import { KeyringWatch, keyringService, type StartMonitor } from './keyring-watch.ts'

function watch(missing: readonly string[] = [], service?: ReturnType<typeof keyringService>) {
  const world = { locked: true as boolean | 'unknown', unlocked: 0, asked: 0, stopped: 0 }
  let hear: (line: string) => void = () => {}
  const started: string[] = []
  const startMonitor: StartMonitor = (command, _args, onLine, onMissing) => {
    started.push(command)
    if (missing.includes(command)) queueMicrotask(onMissing)
    else hear = onLine
    return {
      stop: () => {
        world.stopped += 1
      },
    }
  }
  const keyring = new KeyringWatch({
    ...(service === undefined ? {} : { service }),
    startMonitor,
    isLocked: async () => {
      world.asked += 1
      return world.locked
    },
    onUnlocked: () => {
      world.unlocked += 1
    },
  })
  return { keyring, world, started, hear: (line: string) => hear(line) }
}

const changed =
  "/org/freedesktop/secrets: org.freedesktop.Secret.Service.CollectionChanged (objectpath '/org/freedesktop/secrets/collection/login',)"

it('reports an unlocked keyring after a signal of the service', async () => {
  const { keyring, world, hear } = watch()
  keyring.set(true)
  hear('Monitoring signals from all objects owned by org.freedesktop.secrets')
  hear('The name org.freedesktop.secrets is owned by :1.1')
  await settle()
  expect(world.unlocked).toBe(0)
  hear(changed)
  await settle()
  expect(world.unlocked).toBe(0)
  world.locked = 'unknown'
  hear(changed)
  await settle()
  expect(world.unlocked).toBe(0)
  world.locked = false
  hear('   member=PropertiesChanged')
  await settle()
  expect(world.unlocked).toBe(1)
})

const connected = [
  'The name org.freedesktop.secrets is owned by :1.1',
  'signal time=1.2 sender=org.freedesktop.DBus -> destination=:1.3; interface=org.freedesktop.DBus; member=NameLost',
]
it.each(connected)('reports a keyring that was unlocked before the monitor was ready: %s', async (line) => {
  const { keyring, world, hear } = watch()
  keyring.set(true)
  await settle()
  world.locked = false
  hear(line)
  await settle()
  expect(world.unlocked).toBe(1)
})

it.each(connected)('reports a wallet that was opened before the monitor was ready: %s', async (line) => {
  const { keyring, world, hear } = watch([], 'org.kde.kwalletd5')
  keyring.set(true)
  await settle()
  world.locked = false
  hear(line.replace('org.freedesktop.secrets', 'org.kde.kwalletd5'))
  await settle()
  expect(world.unlocked).toBe(1)
})

it('reports nothing about a keyring that was never locked, whose key doesn’t decrypt', async () => {
  const { keyring, world, hear } = watch()
  world.locked = false
  keyring.set(true)
  for (const line of connected) hear(line)
  await settle()
  expect(world.unlocked).toBe(0)
})

it('reports an opened wallet of KWallet', async () => {
  const { keyring, world, hear } = watch([], 'org.kde.kwalletd5')
  keyring.set(true)
  hear("/modules/kwalletd5: org.kde.KWallet.walletClosed ('kdewallet',)")
  hear("/modules/kwalletd5: org.freedesktop.DBus.Properties.PropertiesChanged ('org.kde.KWallet',)")
  await settle()
  expect(world.unlocked).toBe(0)
  hear("/modules/kwalletd5: org.kde.KWallet.walletOpened ('kdewallet',)")
  await settle()
  expect(world.unlocked).toBe(1)
})

it.each([
  [{}, '', 'org.freedesktop.secrets'],
  [{ XDG_CURRENT_DESKTOP: 'ubuntu:GNOME' }, '', 'org.freedesktop.secrets'],
  [{ XDG_CURRENT_DESKTOP: 'KDE', KDE_SESSION_VERSION: '5' }, '', 'org.kde.kwalletd5'],
  [{ XDG_CURRENT_DESKTOP: 'KDE', KDE_SESSION_VERSION: '6' }, '', 'org.kde.kwalletd6'],
  [{ XDG_CURRENT_DESKTOP: 'KDE', KDE_SESSION_VERSION: '6' }, 'gnome-libsecret', 'org.freedesktop.secrets'],
  [{ XDG_CURRENT_DESKTOP: 'GNOME' }, 'kwallet6', 'org.kde.kwalletd6'],
] as const)('knows the keyring that Chromium takes with %o and "%s"', (env, passwordStore, service) => {
  expect(keyringService(env, passwordStore)).toBe(service)
})

it('runs one monitor, and only while it is needed', async () => {
  const { keyring, world, started, hear } = watch()
  keyring.set(false)
  expect(started).toEqual([])
  keyring.set(true)
  keyring.set(true)
  expect(started).toEqual(['gdbus'])
  world.locked = false
  hear(changed)
  keyring.set(false)
  await settle()
  expect(world).toMatchObject({ stopped: 1, unlocked: 0 })
})

it('falls back to the second program when the first is missing', async () => {
  const { keyring, started } = watch(['gdbus'])
  keyring.set(true)
  await settle()
  expect(started).toEqual(['gdbus', 'dbus-monitor'])
})
