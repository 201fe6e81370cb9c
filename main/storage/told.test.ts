import { expect, it } from 'vitest'
import { MemoryStore } from '../testing/memory-ports.ts'
import { Told } from './told.ts'

const ignoring = { onWritten: () => {}, onStrange: () => {} }

const causes = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => `cause ${from + at}`)

it('remembers over a restart', () => {
  const store = new MemoryStore()
  const first = new Told(store, ignoring)
  expect(first.firstTime('lives-in-tray')).toBe(true)
  first.tell(['one'], new Set())
  const again = new Told(store, ignoring)
  expect(again.firstTime('lives-in-tray')).toBe(false)
  expect([again.isTold('one'), again.isTold('two')]).toEqual([true, false])
})

it('forgets what is gone once there is much of it, and never what holds', () => {
  const store = new MemoryStore()
  const told = new Told(store, ignoring)
  told.tell(causes(0, 64), new Set())
  expect(told.isTold('cause 0')).toBe(true)
  const holding = new Set([...causes(60, 65)])
  told.tell(causes(64, 65), holding)
  expect(told.isTold('cause 59')).toBe(false)
  expect(causes(60, 65).every((cause) => told.isTold(cause))).toBe(true)
})

it('writes only what is new', () => {
  const store = new MemoryStore()
  let written = 0
  const told = new Told(store, {
    ...ignoring,
    onWritten: () => {
      written += 1
    },
  })
  told.tell([], new Set())
  told.tell(['one'], new Set())
  told.tell(['one'], new Set())
  expect(written).toBe(1)
})

it('holds nothing of an organisation that is forgotten', () => {
  const store = new MemoryStore()
  const told = new Told(store, ignoring)
  told.tell(['alert/org_1/spendable/5', 'alert/org_12/spendable/5', 'sign-in-again/org_1/7'], new Set())
  told.forget('org_1')
  expect(JSON.parse(store.files.get('told') ?? '')).toMatchObject({ causes: ['alert/org_12/spendable/5'] })
})
