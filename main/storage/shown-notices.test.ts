import { expect, it } from 'vitest'
import { MemoryStore } from '../testing/memory-ports.ts'
import { ShownNotices } from './shown-notices.ts'

const ignoring = { onWritten: () => {}, onUnreadable: () => {} }

const causes = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => `cause ${from + at}`)

it('persists over a restart', () => {
  const store = new MemoryStore()
  const first = new ShownNotices(store, ignoring)
  expect(first.addKind('lives-in-tray')).toBe(true)
  first.add(['one'], new Set())
  const again = new ShownNotices(store, ignoring)
  expect(again.addKind('lives-in-tray')).toBe(false)
  expect([again.has('one'), again.has('two')]).toEqual([true, false])
})

it('removes inactive causes above the limit, and never active ones', () => {
  const store = new MemoryStore()
  const shown = new ShownNotices(store, ignoring)
  shown.add(causes(0, 64), new Set())
  expect(shown.has('cause 0')).toBe(true)
  const active = new Set([...causes(60, 65)])
  shown.add(causes(64, 65), active)
  expect(shown.has('cause 59')).toBe(false)
  expect(causes(60, 65).every((cause) => shown.has(cause))).toBe(true)
})

it('writes only new causes', () => {
  const store = new MemoryStore()
  let written = 0
  const shown = new ShownNotices(store, {
    ...ignoring,
    onWritten: () => {
      written += 1
    },
  })
  shown.add([], new Set())
  shown.add(['one'], new Set())
  shown.add(['one'], new Set())
  expect(written).toBe(1)
})

it('removes the causes of a forgotten organisation', () => {
  const store = new MemoryStore()
  const shown = new ShownNotices(store, ignoring)
  shown.add(['alert/org_1/spendable/5', 'alert/org_12/spendable/5', 'sign-in-again/org_1/7'], new Set())
  shown.forget('org_1')
  expect(JSON.parse(store.files.get('shown-notices') ?? '')).toMatchObject({
    causes: ['alert/org_12/spendable/5'],
  })
})
