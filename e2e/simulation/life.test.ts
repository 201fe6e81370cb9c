/**
 * Months in the life of the app, lived in moments: sleeps, outages, lost answers, wrong clocks, crashes. What it must
 * never do is in `laws.ts`. `npm run test:soak` lives longer lives, and many more of them.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { episode, live } from './life.ts'

const runs = Number(process.env.PARALLEL_TRAY_RUNS ?? 200)
const days = Number(process.env.PARALLEL_TRAY_DAYS ?? 8)
const mostOrganisations = Number(process.env.PARALLEL_TRAY_ORGANISATIONS ?? 2)
const seed = process.env.PARALLEL_TRAY_SEED

test(`${runs} lives of ${days} days`, { timeout: 24 * 3600_000 }, async () => {
  const sum = { days: 0, requests: 0, refreshes: 0, killedInWrite: 0 }
  const losses = { answerLost: 0, killedBeforeWrite: 0, expired: 0, authorizationOver: 0 }
  const story = fc.record({
    episodes: fc.array(episode, { minLength: 1, maxLength: 30 }),
    organisations: fc.integer({ min: 1, max: mostOrganisations }),
    days: fc.constant(days),
    rotationGraceMs: fc.constantFrom(0, 30_000),
    seed: fc.integer(),
  })
  await fc.assert(
    fc.asyncProperty(story, async (one) => {
      const { laws, ...lived } = await live(one)
      expect(laws.broken.slice(0, 5)).toEqual([])
      sum.days += lived.days
      sum.killedInWrite += lived.killedInWrite
      sum.requests += laws.requests
      sum.refreshes += laws.refreshes
      for (const why of Object.keys(losses) as (keyof typeof losses)[]) losses[why] += laws.losses[why]
    }),
    { numRuns: runs, ...(seed === undefined ? {} : { seed: Number(seed) }) },
  )
  console.log(JSON.stringify({ runs, ...sum, days: Math.round(sum.days), losses }))
  // What is to be survived has happened.
  expect(sum.refreshes).toBeGreaterThan(runs)
})
