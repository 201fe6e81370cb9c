/**
 * Laws of money, in random lives: lost answers, crashes, full disks, sleeps, wrong clocks, impatient people. The server
 * of the model charges once a key and forgets keys after 24 h, so a key that is sent too late charges twice.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { soakParameters } from '../../testing/soak.ts'
import { LifeOfTopUps, type Step, ways } from '../../testing/top-up-model.ts'

const parameters = soakParameters(2500)
const second = 1000
const minute = 60 * second
const hour = 60 * minute

const way = fc.constantFrom(...ways)
/** What most often goes wrong around a charge, so that it is met in every few lives. */
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('start' as const), twice: fc.boolean() }) },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('ways' as const), ways: fc.array(way, { maxLength: 4 }) }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('ask-again' as const), twice: fc.boolean() }) },
  { weight: 2, arbitrary: fc.constant({ do: 'put-away' as const }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('advance' as const),
      ms: fc.constantFrom(0, second, 6 * second, 31 * second, 2 * minute, 16 * minute, hour),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('sleep' as const, 'off' as const),
      ms: fc.constantFrom(10 * second, 14 * minute, hour, 8 * hour, 19.9 * hour, 25 * hour),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('jump' as const),
      ms: fc.constantFrom(-30 * second, -2 * minute, -hour, -19 * hour, 30 * second, hour, 21 * hour),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('crash' as const),
      at: fc.constantFrom('now' as const, 'written' as const, 'sent' as const, 'answered' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('disk' as const),
      writes: fc.array(fc.constantFrom('fine' as const, 'fails' as const, 'fails-late' as const), {
        maxLength: 4,
      }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('session' as const),
      ms: fc.constantFrom(0, 20 * second, 16 * minute),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sign-out' as const), forget: fc.boolean() }) },
  { weight: 2, arbitrary: fc.constant({ do: 'sign-in' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'quit' as const }) },
)

/** Below what the day's limit of the model allows, or above it. */
const ceiling = fc.constantFrom(150, 1000)

test('property: charges once, reports the truth, sends no expired key, and keeps the limit and the ceiling', {
  timeout: 24 * 3600_000,
}, async () => {
  let lives = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 3, maxLength: 30 }),
      ceiling,
      async (steps, ceilingCents) => {
        const life = new LifeOfTopUps(ceilingCents)
        for (const one of steps) await life.live(one)
        await life.end()
        expect(life.broken).toEqual([])
        lives += 1
      },
    ),
    parameters,
  )
  console.log(JSON.stringify({ seed: parameters.seed, lives }))
})
