import { expect, it } from 'vitest'
import { sampleNow, sampleOrganisation, sampleState } from '../../preload/testing/samples.ts'
import { ShownNotices } from '../storage/shown-notices.ts'
import { MemoryStore } from '../testing/memory-ports.ts'
import { settle, VirtualClock } from '../testing/virtual-clock.ts'
import { followNotices } from './follow-notices.ts'
import { StateStore } from './store.ts'

const ignoring = { onWritten: () => {}, onUnreadable: () => {} }

const hour = 3600_000

function follow(store: MemoryStore, clock = new VirtualClock(sampleNow)) {
  const { revision: _, ...initial } = sampleState({ restoring: true })
  const state = new StateStore(initial, (error) => expect.unreachable(String(error)))
  const shown: string[] = []
  const seen = new ShownNotices(store, ignoring)
  followNotices({
    state,
    shown: seen,
    clock,
    isWindowVisible: () => false,
    show: (due) => shown.push(due.cause),
  })
  return { state, shown, clock }
}

const alerted = sampleOrganisation({ alerts: [{ kind: 'spendable', since: sampleNow }] })

it('shows each notification once, also after a restart whose alerts are loaded late', async () => {
  const store = new MemoryStore()
  const first = follow(store)
  first.state.update({ restoring: false, organisations: [alerted] })
  await settle()
  first.state.update({ organisations: [{ ...alerted, refreshing: true }] })
  await settle()
  expect(first.shown).toHaveLength(1)

  const again = follow(store)
  again.state.update({ restoring: false, organisations: [{ ...alerted, alerts: [] }] })
  await settle()
  again.state.update({ organisations: [alerted] })
  await settle()
  expect(again.shown).toEqual([])
})

it('shows notifications that become due as time passes, with a single timer', async () => {
  const { state, shown, clock } = follow(new MemoryStore())
  const pending = {
    organisationId: 'org_9',
    organisationName: 'Halden',
    since: sampleNow,
    until: null,
    nextTryAt: null,
  }
  state.update({ restoring: false, pendingSignOuts: [pending] })
  await settle()
  state.update({ pendingSignOuts: [pending] })
  await clock.advance(hour - 1)
  expect(shown).toEqual([])
  expect(clock.waiting).toBe(1)
  await clock.advance(1)
  expect(shown).toHaveLength(1)
  expect(clock.waiting).toBe(0)
})

it('restarts the timer after an early wake-up, and stops it once the cause is gone', async () => {
  const { state, shown, clock } = follow(new MemoryStore())
  const pending = {
    organisationId: 'org_9',
    organisationName: 'Halden',
    since: sampleNow,
    until: null,
    nextTryAt: null,
  }
  state.update({ restoring: false, pendingSignOuts: [pending] })
  await settle()
  await clock.sleep(hour / 2)
  expect(clock.waiting).toBe(1)
  state.update({ pendingSignOuts: [] })
  await settle()
  expect(clock.waiting).toBe(0)
  expect(shown).toEqual([])
})
