import * as v from 'valibot'
import { expect, test } from 'vitest'
import { sampleNow, sampleOrganisation, sampleState } from '../../../preload/testing/samples.ts'
import { failure } from '../../parallel/failures.ts'
import { VirtualClock } from '../../testing/virtual-clock.ts'
import { StateStore } from '../store.ts'
import { statusOf, statusSchema } from './document.ts'
import { followStatus } from './follow.ts'

const dayMs = 24 * 60 * 60 * 1000
const balance = {
  creditCents: 20_000,
  heldCents: 1580,
  spendableCents: 18_420,
  invoiced: false,
  readAt: sampleNow,
}
const history = {
  ...sampleOrganisation().history,
  forecast: { kind: 'known', perDayCents: 1500, basisMs: 7 * dayMs, runsOutAt: sampleNow + 12.5 * dayMs },
} as const

test('contains what the window shows of an organization, and fits the schema', () => {
  const status = statusOf(
    sampleState({ organisations: [sampleOrganisation({ balance, history })] }),
    sampleNow,
  )
  expect(v.parse(statusSchema, status)).toEqual({
    version: 1,
    at: '2026-01-15T12:00:00.000Z',
    appVersion: '0.0.0',
    state: 'signed-in',
    organizations: [
      {
        name: 'Halden Research',
        state: 'active',
        balance: {
          spendable: { cents: 18_420, text: '$184.20' },
          credit: { cents: 20_000, text: '$200.00' },
          held: { cents: 1580, text: '$15.80' },
          asOf: '2026-01-15T12:00:00.000Z',
        },
        paysByInvoice: false,
        stale: false,
        daysLeft: 12,
        runsOutAt: '2026-01-28T00:00:00.000Z',
        alerts: [],
        needs: [],
      },
    ],
  })
})

test.each([
  ['none signed in', [], 'signed-out', {}],
  [
    'the sign-in has ended',
    [{ session: { kind: 'sign-in-again', since: 0 } as const, balance }],
    'attention',
    { state: 'sign-in-again', stale: true, needs: ['sign-in'] },
  ],
  [
    'the keyring is locked',
    [{ session: { kind: 'unreadable', since: 0 } as const }],
    'attention',
    { state: 'keyring-locked', balance: null, needs: ['unlock-keyring'] },
  ],
  [
    'it is signing out',
    [{ session: { kind: 'signing-out' } as const }],
    'signed-in',
    { state: 'signing-out', stale: true },
  ],
  [
    'it pays by invoice',
    [{ balance: { ...balance, invoiced: true } }],
    'signed-in',
    { balance: null, paysByInvoice: true },
  ],
  [
    'it is offline',
    [{ balance, trouble: { failure: failure('offline', ''), since: 0 } }],
    'offline',
    { stale: true },
  ],
  ['refreshes are overdue', [{ balance, staleAt: sampleNow }], 'signed-in', { stale: true }],
  [
    'little is left',
    [{ alerts: [{ kind: 'spendable', since: 0 } as const] }],
    'attention',
    { alerts: ['low-balance'] },
  ],
  [
    'a charge is not confirmed',
    [{ topUp: { kind: 'too-old', amountCents: 500, askedAt: 0 } as const }],
    'attention',
    { needs: ['check-top-up'] },
  ],
  [
    'it ran out',
    [{ history: { ...history, forecast: { ...history.forecast, runsOutAt: 0 } } }],
    'signed-in',
    { daysLeft: 0 },
  ],
])('when %s', (_when, changes, state, organization) => {
  const organisations = changes.map((change) => sampleOrganisation(change))
  const status = statusOf(sampleState({ organisations }), sampleNow)
  expect(v.parse(statusSchema, status)).toEqual(status)
  expect(status.state).toBe(state)
  expect(status.organizations[0] ?? {}).toMatchObject(organization)
})

test('is reported only when something in it has changed', async () => {
  const state = new StateStore(sampleState(), (error) => {
    throw error
  })
  const clock = new VirtualClock()
  const counts: number[] = []
  const stop = followStatus(state, clock, ({ organizations }) => counts.push(organizations.length))
  state.update({ restoring: true })
  await Promise.resolve()
  state.update({ organisations: [sampleOrganisation()] })
  await Promise.resolve()
  stop()
  state.update({ organisations: [] })
  await Promise.resolve()
  expect(counts).toEqual([0, 1])
})
