import { expect, test } from 'vitest'
import { maxChargedPerDayCents } from '../../../preload/contract/bounds.ts'
import { failure } from '../../parallel/failures.ts'
import { MemoryStore } from '../../testing/memory-ports.ts'
import { ChargeCeiling } from './charge-ceiling.ts'

const hour = 3600_000
const noon = Date.UTC(2026, 0, 15, 12)

let keys = 0

function made(store = new MemoryStore()) {
  const server = { now: noon as number | null }
  const unreadable: string[] = []
  const ceiling = new ChargeCeiling({
    store,
    events: { onWritten: () => {}, onUnreadable: (file) => unreadable.push(file) },
    now: () => server.now,
  })
  const charge = (organisation: string, amountCents: number) =>
    ceiling.of(organisation).reserve(`key-${organisation}-${++keys}`, amountCents).ok
  return { ceiling, store, server, charge, unreadable }
}

test('allows five maximum charges for an organisation, and ten in total', () => {
  const { charge } = made()
  for (let count = 0; count < 5; count += 1) expect(charge('a', 10_000)).toBe(true)
  expect(charge('a', 1)).toBe(false)
  for (let count = 0; count < 5; count += 1) expect(charge('b', 10_000)).toBe(true)
  expect(charge('c', 1)).toBe(false)
  expect(maxChargedPerDayCents).toEqual({ organisation: 50_000, all: 100_000 })
})

test('counts a charge after a restart, for 25 hours of the server’s time', () => {
  const first = made()
  for (let count = 0; count < 5; count += 1) first.charge('a', 10_000)
  const again = made(first.store)
  again.server.now = noon + 25 * hour - 1
  expect(again.charge('a', 1)).toBe(false)
  expect(again.ceiling.isNeeded).toBe(true)
  again.server.now = noon + 25 * hour
  expect(again.charge('a', 10_000)).toBe(true)
  expect(again.ceiling.isNeeded).toBe(true)
})

test('counts every charge while the server’s time is unknown', () => {
  const first = made()
  for (let count = 0; count < 5; count += 1) first.charge('a', 10_000)
  first.server.now = null
  expect(first.charge('a', 1)).toBe(false)

  // A charge at an unknown time counts from when the time is known again.
  const unknown = made()
  unknown.server.now = null
  for (let count = 0; count < 5; count += 1) unknown.charge('a', 10_000)
  unknown.server.now = noon + 100 * hour
  expect(unknown.charge('a', 1)).toBe(false)
})

test('counts a repeated charge once, from its last request, and one that wasn’t made not at all', () => {
  const { ceiling, server, charge } = made()
  const mine = ceiling.of('a')
  for (let count = 0; count < 4; count += 1) charge('a', 10_000)
  expect(mine.reserve('key-of-mine', 10_000).ok).toBe(true)
  server.now = noon + 20 * hour
  expect(mine.reserve('key-of-mine', 10_000).ok).toBe(true)
  server.now = noon + 25 * hour
  for (let count = 0; count < 4; count += 1) expect(charge('a', 10_000)).toBe(true)
  expect(charge('a', 1)).toBe(false)
  mine.release('key-of-mine')
  expect(charge('a', 10_000)).toBe(true)
  // The others still count.
  expect(charge('a', 1)).toBe(false)
})

test('refuses a charge when the record can’t be written or read', () => {
  const { ceiling, store } = made()
  store.broken = failure('storage', 'ENOSPC')
  expect(ceiling.of('a').reserve('key-of-mine', 100)).toMatchObject({ failure: { kind: 'storage' } })
  expect(ceiling.isNeeded).toBe(false)

  const unread = made()
  unread.store.read = () => ({ ok: false, failure: failure('storage', 'EIO') })
  expect(unread.ceiling.of('a').reserve('key-of-mine', 100)).toMatchObject({ failure: { kind: 'storage' } })
  expect(unread.ceiling.isNeeded).toBe(true)
})

test('stores neither the idempotency key nor any other secret', () => {
  const { ceiling, store } = made()
  ceiling.of('a').reserve('key-of-mine', 100)
  expect([...store.files.keys()]).toEqual(['charges'])
  expect(store.files.get('charges')).not.toContain('key-of-mine')
})
