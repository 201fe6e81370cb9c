/** Top-ups over the wire: how often the card is charged, how often it is asked, and what is said about it. */
import { afterEach, expect, test } from 'vitest'
import { expectLawful } from './wire.ts'
import { restarted, signedInApp, startedApp, type WireApp } from './wire-app.ts'

const organisationId = 'org_halden'
const add = { path: '/service/v1/balance/add' }
const second = 1000
const minute = 60 * second
const hour = 60 * minute

let made: WireApp | undefined
afterEach(async () => {
  if (made !== undefined) await expectLawful(made.wire)
  made = undefined
})

async function signedIn() {
  made = await signedInApp()
  return over(made)
}

/** What a test does and sees, for one run of the app. */
function over(its: WireApp) {
  const { wire, commands } = its
  return {
    its,
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
    /** What was charged, and how often the app has asked. */
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

// A filter on the way may answer before the service, or in its place after it has charged the card.
test.each([
  [402, 'quota exceeded'],
  [403, 'blocked by policy'],
  [404, ''],
  [400, '<html>no</html>'],
])('a %i of somebody on the way is no word about the card', async (status, body) => {
  const { its, start, control, askAgain, counts } = await signedIn()
  const fault = control.fault({ kind: 'status', status, body, match: add })
  await start()
  expect(its.organisation).toMatchObject({ topUp: { kind: 'unknown', failure: { kind: 'not-json' } } })
  control.clearFaults(fault)
  await askAgain()
  expect(its.organisation).toMatchObject({ topUp: { kind: 'added', amountCents: 2500 } })
  expect(counts()).toMatchObject({ charged: 1, keys: 1 })
})

test('charged once, at once', async () => {
  const { its, start, counts } = await signedIn()
  expect(await start()).toMatchObject({ ok: true })
  expect(its.organisation).toMatchObject({
    topUp: { kind: 'added', amountCents: 2500, beforeCents: 18_420, spendableCents: 20_920 },
    balance: { creditCents: 22_170, spendableCents: 20_920 },
    addedTodayCents: 2500,
  })
  expect(counts()).toEqual({ charged: 1, asked: 1, keys: 1 })
})

test('a double click, and a window that was built anew meanwhile', async () => {
  const { its, start, counts, fault, release } = await signedIn()
  const held = fault({ kind: 'hold', match: add })
  expect(await start()).toMatchObject({ ok: true })
  expect(await start()).toMatchObject({ failure: { kind: 'busy' } })
  await its.commands.hello({})
  expect(await start()).toMatchObject({ failure: { kind: 'busy' } })
  await release(held)
  expect(await start()).toMatchObject({ failure: { kind: 'busy' } })
  expect(its.organisation?.topUp.kind).toBe('added')
  expect(counts()).toEqual({ charged: 1, asked: 1, keys: 1 })
})

test.each(['drop-after', 'cut-off', 'empty-body', 'not-json'] as const)(
  'charged, but the answer is lost (%s): asked again with the same key',
  async (kind) => {
    const { its, start, counts, clock, fault } = await signedIn()
    fault({ kind, match: add, times: 1 })
    await start()
    expect(its.organisation?.topUp).toMatchObject({ kind: 'unknown', isRetrying: false })
    expect(its.organisation?.addedTodayCents).toBe(2500)
    await clock.advance(5 * second)
    expect(its.organisation).toMatchObject({ topUp: { kind: 'added' }, balance: { creditCents: 22_170 } })
    expect(counts()).toEqual({ charged: 1, asked: 2, keys: 1 })
  },
)

test.each([
  ['the connection breaks', { kind: 'drop' }],
  ['a page of the network', { kind: 'html', status: 502 }],
  ['a page that forbids', { kind: 'html', status: 403 }],
  ['trouble at the server', { kind: 'status', status: 500 }],
  ['too many requests', { kind: 'rate-limit', retryAfterSeconds: 4 }],
  ['sent elsewhere', { kind: 'redirect' }],
] as const)('%s before the charge: unknown, then charged once', async (_, fails) => {
  const { its, start, counts, clock, fault } = await signedIn()
  fault({ ...fails, match: add, times: 1 })
  await start()
  expect(its.organisation?.topUp.kind).toBe('unknown')
  expect(counts().charged).toBe(0)
  await clock.advance(5 * second)
  expect(its.organisation?.topUp.kind).toBe('added')
  expect(counts()).toEqual({ charged: 1, asked: 2, keys: 1 })
})

test('a declined card: said so at once, and a new click has a new key', async () => {
  const { its, start, counts, control } = await signedIn()
  control.setOrganisation(organisationId, { cardDeclines: true })
  await start()
  expect(its.organisation).toMatchObject({
    topUp: { kind: 'not-charged', failure: { kind: 'declined' } },
    addedTodayCents: 0,
  })
  control.setOrganisation(organisationId, { cardDeclines: false })
  await its.commands['top-up.dismiss']({ organisationId })
  await start()
  expect(its.organisation?.topUp.kind).toBe('added')
  expect(counts()).toEqual({ charged: 1, asked: 2, keys: 2 })
})

test('a decline whose answer is lost is found out', async () => {
  const { its, start, counts, clock, control, fault } = await signedIn()
  control.setOrganisation(organisationId, { cardDeclines: true })
  fault({ kind: 'drop-after', match: add, times: 1 })
  await start()
  control.setOrganisation(organisationId, { cardDeclines: false })
  await clock.advance(5 * second)
  expect(its.organisation?.topUp).toMatchObject({ kind: 'not-charged', failure: { kind: 'declined' } })
  expect(counts()).toEqual({ charged: 0, asked: 2, keys: 1 })
})

test('409: still running, and asked until it has run', async () => {
  const { its, start, counts, clock, fault } = await signedIn()
  const body = { code: 'idempotency_key_in_use', message: 'A charge with this key is still running' }
  fault({ kind: 'status', status: 409, body, match: add, times: 2 })
  await start()
  expect(its.organisation?.topUp).toMatchObject({ kind: 'unknown', failure: { kind: 'conflict' } })
  await clock.advance(15 * second)
  expect(its.organisation?.topUp.kind).toBe('added')
  expect(counts()).toEqual({ charged: 1, asked: 3, keys: 1 })
})

test('too many requests: not a second before the server wants it', async () => {
  const { its, start, counts, clock, fault } = await signedIn()
  fault({ kind: 'rate-limit', retryAfterSeconds: 90, match: add, times: 1 })
  await start()
  await clock.advance(89 * second)
  expect(counts()).toEqual({ charged: 0, asked: 1, keys: 1 })
  await clock.advance(second)
  expect(its.organisation?.topUp.kind).toBe('added')
  expect(counts()).toEqual({ charged: 1, asked: 2, keys: 1 })
})

test('an access token that has ended is exchanged, and the charge repeated with the same key', async () => {
  const { its, start, counts, fault } = await signedIn()
  fault({ kind: 'status', status: 401, body: { detail: 'Unauthorized' }, match: add, times: 1 })
  await start()
  expect(its.organisation?.topUp.kind).toBe('added')
  expect(counts()).toEqual({ charged: 1, asked: 2, keys: 1 })
})

test('a restart after a lost answer: asked only when the user wants that, with the same key', async () => {
  const first = await signedIn()
  first.fault({ kind: 'drop-after', match: add, times: 1 })
  await first.start()
  made = await restarted(first.its)
  const { its, askAgain, counts, clock } = over(made)
  await clock.advance(hour)
  expect(its.organisation?.topUp).toMatchObject({ kind: 'unknown', autoRetry: null })
  expect(counts()).toEqual({ charged: 1, asked: 1, keys: 1 })
  expect(await askAgain()).toMatchObject({ ok: true })
  expect(its.organisation).toMatchObject({ topUp: { kind: 'added' }, balance: { creditCents: 22_170 } })
  expect(counts()).toEqual({ charged: 1, asked: 2, keys: 1 })
})

test('the server forgets a key after 24 h, and the app has forgotten it before', async () => {
  const { its, start, askAgain, counts, clock, fault } = await signedIn()
  const lost = fault({ kind: 'drop-after', match: add })
  await start()
  await clock.advance(16 * minute)
  its.wire.control.clearFaults(lost)
  const { asked } = counts()
  await clock.sleep(24 * hour)
  await clock.advance(minute)
  expect(its.organisation?.topUp.kind).toBe('too-old')
  expect(await askAgain()).toMatchObject({ failure: { kind: 'invalid' } })
  await clock.advance(hour)
  expect(counts()).toEqual({ charged: 1, asked, keys: 1 })
})

test('the stand-in does charge a key anew that it has forgotten: what the app must never do', async () => {
  const { its, api, start, counts, control, clock } = await signedIn()
  await start()
  const [sent] = its.wire.requests('/balance/add')
  const key = (JSON.parse(sent?.body ?? '') as { idempotency_key: string }).idempotency_key
  control.advanceClock(24 * hour)
  await clock.advance(minute)
  const call = its.app.organisations
    .get(organisationId)
    ?.session.call((token, signal) => api.addBalance(token, 2500, key, signal))
  await its.wire.quiet()
  expect(await call).toMatchObject({ ok: true })
  expect(counts()).toMatchObject({ charged: 2, keys: 1 })
})

test('without the permission nothing is sent', async () => {
  made = await startedApp()
  await made.start()
  await made.approve()
  const narrow = over(made)
  expect(await narrow.start()).toMatchObject({ failure: { kind: 'forbidden' } })
  expect(narrow.counts().asked).toBe(0)
})

test('what the server refuses is not charged, and says why', async () => {
  const { its, start, counts, control } = await signedIn()
  control.setOrganisation(organisationId, { willInvoice: true })
  await start()
  expect(its.organisation?.topUp).toMatchObject({ kind: 'not-charged', failure: { kind: 'invalid' } })
  expect(counts()).toEqual({ charged: 0, asked: 1, keys: 1 })
})
