/** Top-ups over the wire: how often the card is charged, how many requests are sent, and what the user sees. */
import { afterEach, expect, test } from 'vitest'
import { expectInvariants } from './wire.ts'
import { restartApp, startApp, startSignedInApp, type WireApp } from './wire-app.ts'

const organisationId = 'org_halden'
const add = { path: '/service/v1/balance/add' }
const second = 1000
const minute = 60 * second
const hour = 60 * minute

let made: WireApp | undefined
afterEach(async () => {
  if (made !== undefined) await expectInvariants(made.wire)
  made = undefined
})

async function signedIn() {
  made = await startSignedInApp()
  return topUpHarness(made)
}

/** The actions and observations of a test, for one run of the app. */
function topUpHarness(harness: WireApp) {
  const { wire, commands } = harness
  return {
    harness,
    ...wire,
    async start(amountCents = 2500) {
      const started = await commands['top-up.start']({ organisationId, amountCents })
      await wire.quiet()
      return started
    },
    async askAgain() {
      const asked = await commands['top-up.retry']({ organisationId })
      await wire.quiet()
      return asked
    },
    /** The number of charges, requests and idempotency keys. */
    counts() {
      const charged = wire.control.state().charges.filter(({ status }) => status === 200)
      const asked = wire.requests('/balance/add')
      const keys = new Set(
        asked.map(({ body }) => (JSON.parse(body) as { idempotency_key: string }).idempotency_key),
      )
      return { charged: charged.length, asked: asked.length, keys: keys.size }
    },
  }
}

// A proxy may answer before the request reaches the service, or after the service has charged the card.
test.each([
  [402, 'quota exceeded'],
  [403, 'blocked by policy'],
  [404, ''],
  [400, '<html>no</html>'],
])('does not take a proxy’s %i for a declined card', async (status, body) => {
  const { harness, start, control, askAgain, counts } = await signedIn()
  const fault = control.fault({ kind: 'status', status, body, match: add })
  await start()
  expect(harness.organisation).toMatchObject({ topUp: { kind: 'unknown', failure: { kind: 'not-json' } } })
  control.clearFaults(fault)
  await askAgain()
  expect(harness.organisation).toMatchObject({ topUp: { kind: 'added', amountCents: 2500 } })
  expect(counts()).toMatchObject({ charged: 1, keys: 1 })
})

test('charges once, immediately', async () => {
  const { harness, start, counts } = await signedIn()
  expect(await start()).toMatchObject({ ok: true })
  expect(harness.organisation).toMatchObject({
    topUp: { kind: 'added', amountCents: 2500, beforeCents: 18_420, spendableCents: 20_920 },
    balance: { creditCents: 22_170, spendableCents: 20_920 },
    addedTodayCents: 2500,
  })
  expect(counts()).toEqual({ charged: 1, asked: 1, keys: 1 })
})

test('charges once after a double click and a reloaded window', async () => {
  const { harness, start, counts, fault, release } = await signedIn()
  const held = fault({ kind: 'hold', match: add })
  expect(await start()).toMatchObject({ ok: true })
  expect(await start()).toMatchObject({ failure: { kind: 'busy' } })
  await harness.commands.hello({})
  expect(await start()).toMatchObject({ failure: { kind: 'busy' } })
  await release(held)
  expect(await start()).toMatchObject({ failure: { kind: 'busy' } })
  expect(harness.organisation?.topUp.kind).toBe('added')
  expect(counts()).toEqual({ charged: 1, asked: 1, keys: 1 })
})

test.each(['drop-after', 'cut-off', 'empty-body', 'not-json'] as const)(
  'retries with the same key when the response to a charge is lost (%s)',
  async (kind) => {
    const { harness, start, counts, clock, fault } = await signedIn()
    fault({ kind, match: add, times: 1 })
    await start()
    expect(harness.organisation?.topUp).toMatchObject({ kind: 'unknown', isRetrying: false })
    expect(harness.organisation?.addedTodayCents).toBe(2500)
    await clock.advance(5 * second)
    expect(harness.organisation).toMatchObject({ topUp: { kind: 'added' }, balance: { creditCents: 22_170 } })
    expect(counts()).toEqual({ charged: 1, asked: 2, keys: 1 })
  },
)

test.each([
  ['a broken connection', { kind: 'drop' }],
  ['an error page of the network', { kind: 'html', status: 502 }],
  ['a page that forbids', { kind: 'html', status: 403 }],
  ['a server error', { kind: 'status', status: 500 }],
  ['too many requests', { kind: 'rate-limit', retryAfterSeconds: 4 }],
  ['a redirect', { kind: 'redirect' }],
] as const)('reports an unknown outcome after %s before the charge, then charges once', async (_, fails) => {
  const { harness, start, counts, clock, fault } = await signedIn()
  fault({ ...fails, match: add, times: 1 })
  await start()
  expect(harness.organisation?.topUp.kind).toBe('unknown')
  expect(counts().charged).toBe(0)
  await clock.advance(5 * second)
  expect(harness.organisation?.topUp.kind).toBe('added')
  expect(counts()).toEqual({ charged: 1, asked: 2, keys: 1 })
})

test('reports a declined card at once and uses a new key for a new click', async () => {
  const { harness, start, counts, control } = await signedIn()
  control.setOrganisation(organisationId, { cardDeclines: true })
  await start()
  expect(harness.organisation).toMatchObject({
    topUp: { kind: 'not-charged', failure: { kind: 'declined' } },
    addedTodayCents: 0,
  })
  control.setOrganisation(organisationId, { cardDeclines: false })
  await harness.commands['top-up.dismiss']({ organisationId })
  await start()
  expect(harness.organisation?.topUp.kind).toBe('added')
  expect(counts()).toEqual({ charged: 1, asked: 2, keys: 2 })
})

test('learns of a decline whose response is lost', async () => {
  const { harness, start, counts, clock, control, fault } = await signedIn()
  control.setOrganisation(organisationId, { cardDeclines: true })
  fault({ kind: 'drop-after', match: add, times: 1 })
  await start()
  control.setOrganisation(organisationId, { cardDeclines: false })
  await clock.advance(5 * second)
  expect(harness.organisation?.topUp).toMatchObject({ kind: 'not-charged', failure: { kind: 'declined' } })
  expect(counts()).toEqual({ charged: 0, asked: 2, keys: 1 })
})

test('repeats the request while the charge is in flight (409)', async () => {
  const { harness, start, counts, clock, fault } = await signedIn()
  const body = { code: 'idempotency_key_in_use', message: 'A charge with this key is still running' }
  fault({ kind: 'status', status: 409, body, match: add, times: 2 })
  await start()
  expect(harness.organisation?.topUp).toMatchObject({ kind: 'unknown', failure: { kind: 'conflict' } })
  await clock.advance(15 * second)
  expect(harness.organisation?.topUp.kind).toBe('added')
  expect(counts()).toEqual({ charged: 1, asked: 3, keys: 1 })
})

test('waits as long as a rate limit asks', async () => {
  const { harness, start, counts, clock, fault } = await signedIn()
  fault({ kind: 'rate-limit', retryAfterSeconds: 90, match: add, times: 1 })
  await start()
  await clock.advance(89 * second)
  expect(counts()).toEqual({ charged: 0, asked: 1, keys: 1 })
  await clock.advance(second)
  expect(harness.organisation?.topUp.kind).toBe('added')
  expect(counts()).toEqual({ charged: 1, asked: 2, keys: 1 })
})

test('refreshes an expired access token and repeats the charge with the same key', async () => {
  const { harness, start, counts, fault } = await signedIn()
  fault({ kind: 'status', status: 401, body: { detail: 'Unauthorized' }, match: add, times: 1 })
  await start()
  expect(harness.organisation?.topUp.kind).toBe('added')
  expect(counts()).toEqual({ charged: 1, asked: 2, keys: 1 })
})

test('after a restart retries a lost charge only on request, with the same key', async () => {
  const first = await signedIn()
  first.fault({ kind: 'drop-after', match: add, times: 1 })
  await first.start()
  made = await restartApp(first.harness)
  const { harness, askAgain, counts, clock } = topUpHarness(made)
  await clock.advance(hour)
  expect(harness.organisation?.topUp).toMatchObject({ kind: 'unknown', autoRetry: null })
  expect(counts()).toEqual({ charged: 1, asked: 1, keys: 1 })
  expect(await askAgain()).toMatchObject({ ok: true })
  expect(harness.organisation).toMatchObject({ topUp: { kind: 'added' }, balance: { creditCents: 22_170 } })
  expect(counts()).toEqual({ charged: 1, asked: 2, keys: 1 })
})

test('drops a key before the server forgets it after 24 h', async () => {
  const { harness, start, askAgain, counts, clock, fault } = await signedIn()
  const lost = fault({ kind: 'drop-after', match: add })
  await start()
  await clock.advance(16 * minute)
  harness.wire.control.clearFaults(lost)
  const { asked } = counts()
  await clock.sleep(24 * hour)
  await clock.advance(minute)
  expect(harness.organisation?.topUp.kind).toBe('too-old')
  expect(await askAgain()).toMatchObject({ failure: { kind: 'invalid' } })
  await clock.advance(hour)
  expect(counts()).toEqual({ charged: 1, asked, keys: 1 })
})

test('the stand-in charges a forgotten key again, which the app must prevent', async () => {
  const { harness, api, start, counts, control, clock } = await signedIn()
  await start()
  const [sent] = harness.wire.requests('/balance/add')
  const key = (JSON.parse(sent?.body ?? '') as { idempotency_key: string }).idempotency_key
  control.advanceClock(24 * hour)
  await clock.advance(minute)
  const call = harness.app.organisations
    .get(organisationId)
    ?.session.call((token, signal) => api.addBalance(token, 2500, key, signal))
  await harness.wire.quiet()
  expect(await call).toMatchObject({ ok: true })
  expect(counts()).toMatchObject({ charged: 2, keys: 1 })
})

test('sends nothing without the permission', async () => {
  made = await startApp()
  await made.start()
  await made.approve()
  const narrow = topUpHarness(made)
  expect(await narrow.start()).toMatchObject({ failure: { kind: 'forbidden' } })
  expect(narrow.counts().asked).toBe(0)
})

test('reports why the server refused a charge', async () => {
  const { harness, start, counts, control } = await signedIn()
  control.setOrganisation(organisationId, { willInvoice: true })
  await start()
  expect(harness.organisation?.topUp).toMatchObject({ kind: 'not-charged', failure: { kind: 'invalid' } })
  expect(counts()).toEqual({ charged: 0, asked: 1, keys: 1 })
})
