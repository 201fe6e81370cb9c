/** The balance as it comes over the wire: every kind of number, every kind of trouble, never invented. */
import { afterEach, expect, test } from 'vitest'
import { expectLawful } from './wire.ts'
import { signedInApp, startedApp, type WireApp } from './wire-app.ts'

let made: WireApp | undefined
afterEach(async () => {
  if (made !== undefined) await expectLawful(made.wire)
  made = undefined
})
async function signedIn() {
  made = await signedInApp()
  return { ...made.wire, its: made }
}

const balance = { path: '/service/v1/balance' }
const before = { spendableCents: 18_420 }

test('an organisation that pays by invoice', async () => {
  made = await startedApp()
  await made.start()
  await made.approve({ orgId: 'org_kestrel' })
  expect(made.organisation).toMatchObject({
    name: 'Kestrel & Finch GmbH',
    balance: { creditCents: 0, heldCents: 0, spendableCents: 0, invoiced: true },
    trouble: null,
  })
})

test.each([
  ['fractional cents', { creditBalanceCents: 19_670.375, pendingDebitCents: 0.125 }, 19_670.25],
  ['more held than there is', { creditBalanceCents: 100, pendingDebitCents: 250.5 }, -150.5],
  ['below zero', { creditBalanceCents: -1234.5, pendingDebitCents: 0 }, -1234.5],
  ['nothing at all', { creditBalanceCents: 0, pendingDebitCents: 0 }, 0],
])('%s', async (_, change, spendableCents) => {
  const { its, control } = await signedIn()
  control.setOrganisation('org_halden', change)
  await its.read()
  expect(its.organisation?.balance).toMatchObject({
    creditCents: change.creditBalanceCents,
    heldCents: change.pendingDebitCents,
    spendableCents,
    invoiced: false,
  })
})

test('what is held may be missing, or null, and so may the invoice', async () => {
  const { its, fault } = await signedIn()
  const remove = ['pending_debit_balance_cents', 'will_invoice']
  fault({ kind: 'replace-reply', remove, match: balance, times: 1 })
  await its.read()
  const whole = { creditCents: 19_670, heldCents: 0, spendableCents: 19_670, invoiced: false }
  expect(its.organisation?.balance).toMatchObject(whole)
  const json = { pending_debit_balance_cents: null, will_invoice: null }
  fault({ kind: 'replace-reply', json, match: balance, times: 1 })
  await its.read()
  expect(its.organisation).toMatchObject({ balance: whole, trouble: null })
})

test.each([
  ['a text', { credit_balance_cents: '19670' }],
  ['null', { credit_balance_cents: null }],
  ['more money than there is', { credit_balance_cents: 1e300 }],
  ['another organisation', { org_id: 'org_brightwater' }],
  ['an invoice that is a text', { will_invoice: 'no' }],
])('%s instead of a balance: the last one stays, and the trouble is said', async (_, json) => {
  const { its, fault } = await signedIn()
  fault({ kind: 'replace-reply', json, match: balance })
  await its.read()
  expect(its.organisation).toMatchObject({ balance: before, trouble: { failure: { kind: 'server' } } })
})

test('an infinite number', async () => {
  const { its, fault } = await signedIn()
  const body = '{"org_id":"org_halden","credit_balance_cents":1e999}'
  fault({ kind: 'status', status: 200, body, match: balance })
  await its.read()
  expect(its.organisation).toMatchObject({ balance: before, trouble: { failure: { kind: 'server' } } })
})

test('a grant without the scope: forbidden, and still signed in', async () => {
  made = await startedApp()
  await made.start()
  await made.approve({ scope: 'apps:read keys:read' })
  expect(made.organisation).toMatchObject({
    permissions: [],
    balance: null,
    session: { kind: 'active' },
    trouble: { failure: { kind: 'forbidden' } },
  })
})

test('trouble keeps its beginning, and ends with the next good reading', async () => {
  const { its, clock, control, fault } = await signedIn()
  const id = fault({ kind: 'drop', match: balance })
  await its.read()
  const since = its.organisation?.trouble?.since
  await clock.advance(3600_000)
  expect(its.organisation).toMatchObject({
    trouble: { since, failure: { kind: 'offline' } },
    balance: before,
  })
  control.clearFaults(id)
  control.setOrganisation('org_halden', { creditBalanceCents: 5 })
  await clock.advance(310_000)
  expect(its.organisation).toMatchObject({ trouble: null, balance: { creditCents: 5 } })
})

test('two organisations: trouble in one is not trouble in the other', async () => {
  const { its, clock, fault } = await signedIn()
  await its.start()
  await its.approve({ orgId: 'org_brightwater' })
  fault({ kind: 'replace-reply', json: { org_id: 'org_halden' }, match: balance })
  await clock.advance(3600_000)
  expect(its.app.state.current.organisations).toMatchObject([
    { id: 'org_halden', trouble: null },
    { id: 'org_brightwater', trouble: { failure: { kind: 'server' } }, balance: { creditCents: 860 } },
  ])
})

test('impatient clicks while a reading is under way ask once', async () => {
  const { its, control, fault, release } = await signedIn()
  const held = fault({ kind: 'hold', match: balance })
  control.clearRequests()
  for (let click = 0; click < 5; click++) await its.read()
  expect(its.organisation?.refreshing).toBe(true)
  expect(control.requests()).toHaveLength(1)
  await release(held)
  expect(its.organisation).toMatchObject({ refreshing: false, trouble: null })
})
