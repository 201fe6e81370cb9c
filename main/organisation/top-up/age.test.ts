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

test('a key ages by whichever clock says more', async () => {
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

test('a key is never sent again from 20 h on, whatever the clocks say later', async () => {
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

test('a clock that is corrected by a minute is believed; one that is set back further spends the key', async () => {
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

test('a clock that is set back by what the machine slept is noticed', async () => {
  const { clock, age } = await clicked(hour)
  await clock.sleep(5 * hour)
  expect(age.read()).toBe(6 * hour)
  clock.jump(-5 * hour)
  expect(age.read()).toBeNull()
})

test('after a restart, a clock behind what the disk knows spends the key', async () => {
  expect((await clicked(hour, { seenAfterMs: hour + minute })).age.read()).toBe(hour)
  expect((await clicked(hour, { seenAfterMs: hour + minute + 1 })).age.read()).toBeNull()
})

test('so does a clock that falls behind the click, also in steps that would be believed one by one', async () => {
  const { clock, age } = await clicked(-minute)
  expect(age.read()).toBe(-minute)
  clock.jump(-1)
  expect(age.read()).toBeNull()
})
