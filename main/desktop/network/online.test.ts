import { expect, it } from 'vitest'
import { sampleNow, sampleOrganisation, sampleState } from '../../../preload/testing/samples.ts'
import { failure } from '../../parallel/failures.ts'
import { StateStore } from '../../state/store.ts'
import { settle, VirtualClock } from '../../testing/virtual-clock.ts'
import { watchOnline } from './online.ts'

const offline = sampleOrganisation({ trouble: { failure: failure('offline', 'x'), since: sampleNow } })
const refused = sampleOrganisation({ trouble: { failure: failure('server', 'x'), since: sampleNow } })

function watch() {
  const { revision: _, ...initial } = sampleState({ organisations: [sampleOrganisation()] })
  const state = new StateStore(initial, (error) => expect.unreachable(String(error)))
  const clock = new VirtualClock()
  const world = { link: true, back: 0 }
  watchOnline({
    state,
    clock,
    isOnline: () => world.link,
    onBack: () => {
      world.back += 1
    },
  })
  return { state, clock, world }
}

it('reports a returned link once, within seconds', async () => {
  const { state, clock, world } = watch()
  world.link = false
  state.update({ organisations: [offline] })
  await clock.advance(60_000)
  state.update({ organisations: [{ ...offline, refreshing: true }] })
  await settle()
  expect([clock.waiting, world.back]).toEqual([1, 0])
  world.link = true
  await clock.advance(5000)
  expect([clock.waiting, world.back]).toEqual([0, 1])
})

it('polls also when the proxy wasn’t found', async () => {
  const { state, clock, world } = watch()
  world.link = false
  const trouble = { failure: failure('proxy', 'x'), since: sampleNow }
  state.update({ organisations: [sampleOrganisation({ trouble })] })
  await settle()
  world.link = true
  await clock.advance(5000)
  expect(world.back).toBe(1)
})

it('doesn’t poll without a failure, or while the system has a link', async () => {
  const { state, clock, world } = watch()
  world.link = false
  state.update({ organisations: [sampleOrganisation(), refused] })
  await settle()
  expect(clock.waiting).toBe(0)
  world.link = true
  state.update({ organisations: [offline] })
  await clock.advance(60_000)
  expect([clock.waiting, world.back]).toEqual([0, 0])
})

it('stops when a retry succeeds', async () => {
  const { state, clock, world } = watch()
  world.link = false
  state.update({ organisations: [offline] })
  await settle()
  expect(clock.waiting).toBe(1)
  state.update({ organisations: [sampleOrganisation()] })
  await clock.advance(5000)
  expect([clock.waiting, world.back]).toEqual([0, 0])
})
