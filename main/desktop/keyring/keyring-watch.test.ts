import { expect, it } from 'vitest'
import { settle } from '../../testing/virtual-clock.ts'
import { KeyringWatch, type Listen } from './keyring-watch.ts'

function watch(absent: readonly string[] = []) {
  const world = { locked: true as boolean | 'unknown', unlocked: 0, asked: 0, ended: 0 }
  let hear: (line: string) => void = () => {}
  const started: string[] = []
  const listen: Listen = (command, _words, onLine, onAbsent) => {
    started.push(command)
    if (absent.includes(command)) queueMicrotask(onAbsent)
    else hear = onLine
    return {
      end: () => {
        world.ended += 1
      },
    }
  }
  const keyring = new KeyringWatch({
    listen,
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

it('tells when the keyring is open after something changed', async () => {
  const { keyring, world, hear } = watch()
  keyring.set(true)
  hear('Monitoring signals from all objects owned by org.freedesktop.secrets')
  hear('The name org.freedesktop.secrets is owned by :1.1')
  await settle()
  expect(world.asked).toBe(0)
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

it('listens only while something waits for it, with one program', async () => {
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
  expect(world).toMatchObject({ ended: 1, unlocked: 0 })
})

it('takes the other program where there is only that', async () => {
  const { keyring, started } = watch(['gdbus'])
  keyring.set(true)
  await settle()
  expect(started).toEqual(['gdbus', 'dbus-monitor'])
})
