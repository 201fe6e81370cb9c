/**
 * Property-based simulation of months of use: sleeps, outages, lost responses, wrong clocks, crashes. `laws.ts` holds the
 * invariants. `npm run test:soak` runs more and longer simulations.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { soakParameters } from '../../main/testing/soak.ts'
import { episode, simulate } from './life.ts'

const days = Number(process.env.PARALLEL_TRAY_DAYS ?? 8)
const maxOrganisations = Number(process.env.PARALLEL_TRAY_ORGANISATIONS ?? 2)
const parameters = soakParameters(200)

test(`keeps the laws in simulations of ${days} days`, { timeout: 24 * 3600_000 }, async () => {
  const totals = { simulations: 0, days: 0, requests: 0, refreshes: 0, killedInWrite: 0 }
  const losses = { answerLost: 0, killedBeforeWrite: 0, expired: 0, authorizationOver: 0 }
  const scenario = fc.record({
    episodes: fc.array(episode, { minLength: 1, maxLength: 30 }),
    organisations: fc.integer({ min: 1, max: maxOrganisations }),
    days: fc.constant(days),
    rotationGraceMs: fc.constantFrom(0, 30_000),
    seed: fc.integer(),
  })
  await fc.assert(
    fc.asyncProperty(scenario, async (generated) => {
      const { laws, ...outcome } = await simulate(generated)
      expect(laws.violations.slice(0, 5)).toEqual([])
      totals.simulations += 1
      totals.days += outcome.days
      totals.killedInWrite += outcome.killedInWrite
      totals.requests += laws.requests
      totals.refreshes += laws.refreshes
      for (const cause of Object.keys(losses) as (keyof typeof losses)[]) losses[cause] += laws.losses[cause]
    }),
    parameters,
  )
  const { seed } = parameters
  console.log(JSON.stringify({ seed, ...totals, days: Math.round(totals.days), losses }))
  // The simulations did exercise refreshes.
  expect(totals.refreshes).toBeGreaterThan(totals.simulations)
})
