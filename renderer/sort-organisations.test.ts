import { expect, test } from 'vitest'
import type { Forecast, Organisation } from '../preload/contract/index.ts'
import { sampleNow, sampleOrganisation } from '../preload/testing/samples.ts'
import { nextOrder, sortOrganisations } from './sort-organisations.ts'

const dayMs = 24 * 3600_000
const balance = { creditCents: 0, heldCents: 0, spendableCents: 500, invoiced: false, readAt: sampleNow }

function organisation(name: string, days: number | null, change: Partial<Organisation> = {}): Organisation {
  const forecast: Forecast =
    days === null
      ? { kind: 'not-enough', since: null }
      : { kind: 'known', perDayCents: 100, basisMs: 7 * dayMs, runsOutAt: sampleNow + days * dayMs }
  return sampleOrganisation({
    id: name,
    name,
    balance,
    history: { ...sampleOrganisation().history, forecast },
    ...change,
  })
}

const all = [
  organisation('Weeks', 20),
  organisation('Invoice', null, { balance: { ...balance, spendableCents: 9, invoiced: true } }),
  organisation('Ended', 50, { session: { kind: 'sign-in-again', since: 0 } }),
  organisation('Soon', 2, { alerts: [{ kind: 'days-left', since: 0 }] }),
  organisation('Offline', 1, {
    trouble: { failure: { kind: 'offline', message: '', retryable: true }, since: 0 },
  }),
  organisation('Empty', null, { balance: { ...balance, spendableCents: 0 } }),
]

const sorted = (...order: Parameters<typeof sortOrganisations>[1][]) =>
  sortOrganisations(all, order[0] ?? null).map(({ name }) => name)

test('shows what needs attention first, then what can’t be read, each by the fewest days', () => {
  expect(sorted()).toEqual(['Soon', 'Ended', 'Offline', 'Empty', 'Weeks', 'Invoice'])
})

test('sorts by days, with what isn’t known last either way', () => {
  expect(sorted({ column: 'days', descending: false })).toEqual([
    'Empty',
    'Offline',
    'Soon',
    'Weeks',
    'Ended',
    'Invoice',
  ])
  expect(sorted({ column: 'days', descending: true }).at(-1)).toBe('Invoice')
  expect(sorted({ column: 'amount', descending: false })[0]).toBe('Empty')
  expect(sorted({ column: 'name', descending: true })[0]).toBe('Weeks')
})

test('a column’s head sorts up, then down, then as it was', () => {
  const up = nextOrder(null, 'days')
  const down = nextOrder(up, 'days')
  expect([up, down, nextOrder(down, 'days'), nextOrder(down, 'name')]).toEqual([
    { column: 'days', descending: false },
    { column: 'days', descending: true },
    null,
    { column: 'name', descending: false },
  ])
})
