import { expect, test } from 'vitest'
import { VirtualClock } from '../../testing/virtual-clock.ts'
import { TopUpAge } from './age.ts'
import type { Intent } from './top-up-document.ts'

const minute = 60_000
const hour = 60 * minute

/** A top-up that was clicked `agoMs` ago, maybe in an earlier run, on a machine that has been up for a day. */
async function clicked(
  agoMs: number,
  change: { readonly seenAfterMs?: number; readonly tooOld?: boolean } = {},
) {
  const clock = new VirtualClock()
  await clock.advance(24 * hour)
  const { seenAfterMs = 0, tooOld = false } = change
  const askedAt = clock.now() - agoMs
  const open: Intent = {
    key: 'key-of-mine',
    amountCents: 100,
    askedAt,
    beforeCents: null,
    seenAt: askedAt + seenAfterMs,
    tooOld,
  }
  return { clock, age: new TopUpAge(clock, open) }
}

test('measures the age by the clock that shows more', async () => {
  const { clock, age } = await clicked(2 * hour)
  expect(age.read()).toBe(2 * hour)
  await clock.advance(hour)
  expect(age.read()).toBe(3 * hour)
  await clock.sleep(hour)
  expect(age.read()).toBe(4 * hour)

  const corrected = await clicked(2 * hour)
  await corrected.clock.advance(hour)
  corrected.clock.jump(-30_000)
  expect(corrected.age.read()).toBe(3 * hour)
})

test('expires a key at 20 h, even if the clocks change later', async () => {
  const { clock, age } = await clicked(hour)
  await clock.advance(19 * hour - 1)
  expect(age.read()).toBe(20 * hour - 1)
  await clock.advance(1)
  expect(age.read()).toBeNull()
  clock.jump(-10 * hour)
  expect(age.read()).toBeNull()
  expect((await clicked(20 * hour)).age.read()).toBeNull()
  expect((await clicked(hour, { tooOld: true })).age.read()).toBeNull()
})

test('tolerates a correction of a minute, and expires the key when the clock is set back further', async () => {
  for (const [backMs, isSpent] of [
    [minute, false],
    [minute + 1, true],
  ] as const) {
    const { clock, age } = await clicked(hour)
    // Time that passes hides nothing.
    await clock.advance(10 * minute)
    clock.jump(-backMs)
    expect(age.read() === null).toBe(isSpent)
    clock.jump(backMs)
    expect(age.read() === null).toBe(isSpent)
  }
})

test('detects a clock that is set back by the time slept', async () => {
  const { clock, age } = await clicked(hour)
  await clock.sleep(5 * hour)
  expect(age.read()).toBe(6 * hour)
  clock.jump(-5 * hour)
  expect(age.read()).toBeNull()
})

test('expires the key after a restart with a clock behind the stored time', async () => {
  expect((await clicked(hour, { seenAfterMs: hour + minute })).age.read()).toBe(hour)
  expect((await clicked(hour, { seenAfterMs: hour + minute + 1 })).age.read()).toBeNull()
})

test('expires the key when the clock falls behind the click, also in small steps', async () => {
  const { clock, age } = await clicked(-minute)
  expect(age.read()).toBe(-minute)
  clock.jump(-1)
  expect(age.read()).toBeNull()
})
