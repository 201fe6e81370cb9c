import { expect, test } from 'vitest'
import type { Balance, Result } from '../../../preload/contract/index.ts'
import { memoryFolder } from '../../testing/memory-folder.ts'
import { MemoryStore } from '../../testing/memory-ports.ts'
import { VirtualClock } from '../../testing/virtual-clock.ts'
import { LastReading } from './last-reading.ts'

const minute = 60_000

function made() {
  const store = new MemoryStore()
  const clock = new VirtualClock()
  const written: Result<unknown>[] = []
  const folder = memoryFolder({ store, written })
  const reading = (creditCents: number): Balance => ({
    creditCents,
    heldCents: 0,
    spendableCents: creditCents,
    invoiced: false,
    readAt: clock.now(),
  })
  const stored = (): unknown => JSON.parse(store.files.get(folder.nameOf('readings')) ?? '{}').balance ?? null
  return { last: new LastReading(folder, clock), clock, folder, written, reading, stored }
}

test('is in memory at once, and on the disk within seconds', async () => {
  const { last, clock, reading, stored } = made()
  const first = reading(100)
  last.replace(first)
  expect(last.value).toEqual(first)
  expect(stored()).toBeNull()
  const second = reading(200)
  last.replace(second)
  await clock.advance(5_000)
  expect(stored()).toEqual(second)
})

test('writes unchanged amounts every ten minutes only, and the newest when the app exits', async () => {
  const { last, clock, written, reading, stored } = made()
  for (let at = 0; at < 30; at += 1) {
    last.replace(reading(100))
    await clock.advance(minute)
  }
  expect(written).toHaveLength(3)
  const newest = reading(100)
  last.replace(newest)
  last.settle()
  expect(stored()).toEqual(newest)
  last.settle()
  await clock.advance(minute)
  expect(written).toHaveLength(4)
})

test('writes a reading after the clock was set back', async () => {
  const { last, clock, reading, stored } = made()
  last.replace(reading(100))
  await clock.advance(minute)
  clock.jump(-60 * minute)
  const earlier = reading(100)
  last.replace(earlier)
  await clock.advance(minute)
  expect(stored()).toEqual(earlier)
})

test('never writes a reading that was forgotten before', async () => {
  const { last, clock, reading, stored } = made()
  last.replace(reading(100))
  last.reset()
  await clock.advance(minute)
  expect([last.value, stored()]).toEqual([null, null])
  last.replace(reading(200))
  await clock.advance(minute)
  last.reset()
  expect([last.value, stored()]).toEqual([null, null])
})
