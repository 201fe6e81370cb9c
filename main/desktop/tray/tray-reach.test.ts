import { beforeEach, expect, it } from 'vitest'
import { settle, VirtualClock } from '../../testing/virtual-clock.ts'
import { TrayReach } from './tray-reach.ts'

let clock: VirtualClock
let answer: boolean | 'unknown'
let heard: string[]
beforeEach(() => {
  clock = new VirtualClock()
  answer = false
  heard = []
})

function reachOn(system: NodeJS.Platform): TrayReach {
  return new TrayReach({
    clock,
    system,
    ask: async () => answer,
    onHosted: (isNew) => heard.push(isNew ? 'new' : 'hosted'),
    onNone: () => heard.push('none'),
  })
}

it('is known from the start on macOS and Windows, and asked for on Linux', async () => {
  expect(reachOn('darwin').isHosted).toBe(true)
  const reach = reachOn('linux')
  expect(reach.isHosted).toBe(null)
  answer = true
  await reach.look()
  expect(reach.isHosted).toBe(true)
  expect(heard).toEqual(['hosted'])
})

it('a panel that comes later, or comes back, is told as new', async () => {
  const reach = reachOn('linux')
  await reach.look()
  expect(reach.isHosted).toBe(false)
  answer = true
  await reach.look()
  answer = false
  await reach.look()
  answer = true
  await reach.look()
  expect(heard).toEqual(['none', 'new', 'none', 'new'])
})

it('after a login it waits for the panel, meanwhile as if there were none', async () => {
  const reach = reachOn('linux')
  const looked = reach.look(10_000)
  await settle()
  expect(reach.isHosted).toBe(false)
  expect(heard).toEqual([])
  await clock.advance(3000)
  answer = true
  await clock.advance(1000)
  await looked
  expect(heard).toEqual(['new'])
})

it('a desktop that can’t be asked has none, and nothing is said of it', async () => {
  answer = 'unknown'
  const reach = reachOn('linux')
  await reach.look()
  expect(reach.isHosted).toBe(false)
  expect(heard).toEqual([])
})
