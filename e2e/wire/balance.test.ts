/** Balance replies: every kind of number and failure, and never an invented amount. */
import { afterEach, expect, test } from 'vitest'
import { expectInvariants } from './wire.ts'
import { startApp, startSignedInApp, type WireApp } from './wire-app.ts'

let running: WireApp | undefined
afterEach(async () => {
  if (running !== undefined) await expectInvariants(running.wire)
  running = undefined
})
async function signedIn() {
  running = await startSignedInApp()
  return { ...running.wire, harness: running }
}

const balance = { path: '/service/v1/balance' }
const before = { spendableCents: 18_420 }

test('reads an organisation that pays by invoice', async () => {
  running = await startApp()
  await running.start()
  await running.approve({ orgId: 'org_kestrel' })
  expect(running.organisation).toMatchObject({
    name: 'Kestrel & Finch GmbH',
    balance: { creditCents: 0, heldCents: 0, spendableCents: 0, invoiced: true },
    trouble: null,
  })
})

test.each([
  ['fractional cents', { creditBalanceCents: 19_670.375, pendingDebitCents: 0.125 }, 19_670.25],
  ['more pending than credit', { creditBalanceCents: 100, pendingDebitCents: 250.5 }, -150.5],
  ['below zero', { creditBalanceCents: -1234.5, pendingDebitCents: 0 }, -1234.5],
  ['zero', { creditBalanceCents: 0, pendingDebitCents: 0 }, 0],
])('reads %s', async (_, change, spendableCents) => {
  const { harness, control } = await signedIn()
  control.setOrganisation('org_halden', change)
  await harness.read()
  expect(harness.organisation?.balance).toMatchObject({
    creditCents: change.creditBalanceCents,
    heldCents: change.pendingDebitCents,
    spendableCents,
    invoiced: false,
  })
})

test('accepts a missing or null pending amount and invoice flag', async () => {
  const { harness, fault } = await signedIn()
  const remove = ['pending_debit_balance_cents', 'will_invoice']
  fault({ kind: 'replace-reply', remove, match: balance, times: 1 })
  await harness.read()
  const whole = { creditCents: 19_670, heldCents: 0, spendableCents: 19_670, invoiced: false }
  expect(harness.organisation?.balance).toMatchObject(whole)
  const json = { pending_debit_balance_cents: null, will_invoice: null }
  fault({ kind: 'replace-reply', json, match: balance, times: 1 })
  await harness.read()
  expect(harness.organisation).toMatchObject({ balance: whole, trouble: null })
})

test.each([
  ['a text', { credit_balance_cents: '19670' }],
  ['null', { credit_balance_cents: null }],
  ['an absurd amount', { credit_balance_cents: 1e300 }],
  ['another organisation', { org_id: 'org_brightwater' }],
  ['an invoice that is a text', { will_invoice: 'no' }],
])('keeps the last balance and shows the failure after %s', async (_, json) => {
  const { harness, fault } = await signedIn()
  fault({ kind: 'replace-reply', json, match: balance })
  await harness.read()
  expect(harness.organisation).toMatchObject({ balance: before, trouble: { failure: { kind: 'server' } } })
})

test('refuses an infinite number', async () => {
  const { harness, fault } = await signedIn()
  const body = '{"org_id":"org_halden","credit_balance_cents":1e999}'
  fault({ kind: 'status', status: 200, body, match: balance })
  await harness.read()
  expect(harness.organisation).toMatchObject({ balance: before, trouble: { failure: { kind: 'server' } } })
})

test('reports a missing scope as forbidden and stays signed in', async () => {
  running = await startApp()
  await running.start()
  await running.approve({ scope: 'apps:read keys:read' })
  expect(running.organisation).toMatchObject({
    permissions: [],
    balance: null,
    session: { kind: 'active' },
    trouble: { failure: { kind: 'forbidden' } },
  })
})

test('a failure keeps its start time and ends with the next successful reading', async () => {
  const { harness, clock, control, fault } = await signedIn()
  const id = fault({ kind: 'drop', match: balance })
  await harness.read()
  const since = harness.organisation?.trouble?.since
  await clock.advance(3600_000)
  expect(harness.organisation).toMatchObject({
    trouble: { since, failure: { kind: 'offline' } },
    balance: before,
  })
  control.clearFaults(id)
  control.setOrganisation('org_halden', { creditBalanceCents: 5 })
  await clock.advance(310_000)
  expect(harness.organisation).toMatchObject({ trouble: null, balance: { creditCents: 5 } })
})

test('a failure in one organisation doesn’t affect another', async () => {
  const { harness, clock, fault } = await signedIn()
  await harness.start()
  await harness.approve({ orgId: 'org_brightwater' })
  fault({ kind: 'replace-reply', json: { org_id: 'org_halden' }, match: balance })
  await clock.advance(3600_000)
  expect(harness.app.state.current.organisations).toMatchObject([
    { id: 'org_halden', trouble: null },
    { id: 'org_brightwater', trouble: { failure: { kind: 'server' } }, balance: { creditCents: 860 } },
  ])
})

test('shares one request between clicks during a reading', async () => {
  const { harness, control, fault, release } = await signedIn()
  const held = fault({ kind: 'hold', match: balance })
  control.clearRequests()
  for (let click = 0; click < 5; click++) await harness.read()
  expect(harness.organisation?.refreshing).toBe(true)
  expect(control.requests()).toHaveLength(1)
  await release(held)
  expect(harness.organisation).toMatchObject({ refreshing: false, trouble: null })
})
