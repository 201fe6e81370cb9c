/** How the parts of an organisation depend on each other, in the whole app. */
import { expect, test } from 'vitest'
import { failed } from '../../preload/contract/index.ts'
import { nextDay } from '../calendar.ts'
import { failure } from '../parallel/failures.ts'
import { memoryApp, signedIn } from '../testing/memory-app.ts'
import { settle } from '../testing/virtual-clock.ts'

const organisationId = 'org_1'
const minute = 60_000
const hour = 60 * minute
const shown = ({ app }: ReturnType<typeof memoryApp>) => app.state.current.organisations[0]

async function signInAgain(made: Awaited<ReturnType<typeof signedIn>>): Promise<void> {
  await made.commands['sign-in.start']({ permissions: [] })
  await made.clock.advance(7000)
}

test('stays muted until the next local midnight, also after a restart, or until unmuted', async () => {
  const made = await signedIn()
  const until = nextDay(made.clock.now())
  await made.commands['organisation.snooze']({ organisationId, snoozed: true })
  expect(shown(made)?.snoozedUntil).toBe(until)
  await made.app.shutDown()
  const again = memoryApp(made)
  await again.app.start()
  expect(shown(again)?.snoozedUntil).toBe(until)
  await again.commands['organisation.snooze']({ organisationId, snoozed: false })
  expect(shown(again)?.snoozedUntil).toBeNull()
})

test('shows the arrival of an organisation until it is dismissed', async () => {
  const made = await signedIn()
  expect(shown(made)?.arrived).toEqual({ insteadOf: null })
  await made.commands['organisation.dismiss-arrival']({ organisationId })
  expect(shown(made)?.arrived).toBeNull()
})

test('starts afresh at a sign-in after a sign-out: not muted, without alerts', async () => {
  const made = await signedIn()
  await made.commands['organisation.snooze']({ organisationId, snoozed: true })
  await made.commands['limits.change']({ organisationId, change: { spendableBelowCents: 90_000 } })
  expect(shown(made)?.alerts).toHaveLength(1)
  await made.commands['organisation.sign-out']({ organisationId, forget: false })
  made.service.before = (request) =>
    request.url.endsWith('/balance') ? failed(failure('offline', 'no network')) : undefined
  await signInAgain(made)
  expect(shown(made)).toMatchObject({ snoozedUntil: null, alerts: [], balance: null })
})

test('keeps what is shown, and stays muted, at a sign-in without a sign-out', async () => {
  const made = await signedIn()
  await made.commands['limits.change']({ organisationId, change: { spendableBelowCents: 90_000 } })
  await made.clock.advance(3 * hour)
  const before = shown(made)
  await made.commands['organisation.snooze']({ organisationId, snoozed: true })
  made.service.before = (request) =>
    request.url.endsWith('/balance') ? failed(failure('offline', 'no network')) : undefined
  await signInAgain(made)
  expect(shown(made)).toMatchObject({
    snoozedUntil: nextDay(made.clock.now()),
    alerts: before?.alerts,
    balance: before?.balance,
    history: { readings: before?.history.readings, trend: before?.history.trend },
  })
})

test('redacts both the tokens and the idempotency key while a top-up is open', async () => {
  const made = await signedIn()
  made.service.scope = 'balance:read balance:add'
  await signInAgain(made)
  const keys: string[] = []
  made.service.before = (request) => {
    if (!request.url.endsWith('/balance/add')) return undefined
    keys.push(JSON.parse(request.body ?? '{}').idempotency_key)
    return failed(failure('timeout', 'no answer'))
  }
  await made.commands['top-up.start']({ organisationId, amountCents: 100 })
  await settle()
  expect(keys).toHaveLength(1)
  expect(made.app.organisations.secretsAlive).toEqual(
    expect.arrayContaining([...keys, made.service.liveRefreshToken]),
  )
})

test('checks that the newer grant still works after the older one was revoked', async () => {
  const made = await signedIn()
  const readings = () => made.service.http.requests.filter(({ url }) => url.endsWith('/balance')).length
  const before = readings()
  await signInAgain(made)
  expect(made.service.revoked).toHaveLength(1)
  // One that proves the new grant, and one after the revocation.
  expect(readings() - before).toBe(2)
})

test('shows a gap in the history after several missed readings', async () => {
  const made = await signedIn()
  await made.clock.advance(20 * minute)
  const offAt = made.clock.now()
  made.service.before = () => failed(failure('offline', 'no network'))
  await made.clock.advance(3 * hour)
  made.service.before = null
  await made.clock.advance(20 * minute)
  const view = await made.commands['history.read']({ organisationId, range: 'day' })
  if (!view.ok) throw new Error(view.failure.message)
  expect(view.value.gaps).toHaveLength(1)
  expect(view.value.gaps[0]?.from).toBeLessThanOrEqual(offAt)
})

test('records readings after an export and an import', async () => {
  const made = await signedIn()
  const organisation = made.app.organisations.get(organisationId)
  const rows = await organisation?.export()
  const readings = () => shown(made)?.history.readings ?? 0
  const before = readings()
  made.service.creditCents -= 100
  await made.clock.advance(6 * minute)
  expect(readings()).toBeGreaterThan(before)
  const after = readings()
  expect(await organisation?.importRows(rows ?? { ledger: [], history: [] })).toMatchObject({ ok: true })
  made.service.creditCents -= 100
  await made.clock.advance(6 * minute)
  expect(readings()).toBeGreaterThan(after)
})

test('refuses to import an invalid ledger', async () => {
  const made = await signedIn()
  const organisation = made.app.organisations.get(organisationId)
  const history = (await organisation?.export())?.history ?? []
  expect(await organisation?.importRows({ ledger: ['nonsense'], history })).toMatchObject({
    failure: { kind: 'bad-file' },
  })
})

test('reports when the data of a forgotten organisation can’t be removed', async () => {
  const made = await signedIn()
  const { removeFolder } = made.store
  made.store.removeFolder = () => failed(failure('storage', 'EACCES'))
  await made.commands['organisation.sign-out']({ organisationId, forget: true })
  expect(made.app.state.current.notices).toMatchObject([{ kind: 'storage' }])
  made.store.removeFolder = removeFolder
})

test('clears the alerts of an organisation that now pays by invoice', async () => {
  const made = await signedIn()
  await made.commands['limits.change']({ organisationId, change: { spendableBelowCents: 90_000 } })
  expect(shown(made)?.alerts).toHaveLength(1)
  made.service.isInvoiced = true
  await made.clock.advance(6 * minute)
  expect(shown(made)).toMatchObject({ balance: { invoiced: true }, alerts: [] })
})

test('raises an alert when the forecast falls below the limit', async () => {
  const made = await signedIn()
  await made.commands['limits.change']({ organisationId, change: { daysLeftBelow: 30 } })
  await made.clock.advance(26 * hour)
  made.service.creditCents -= 1000
  await made.clock.advance(20 * minute)
  expect(shown(made)?.history.forecast).toMatchObject({ kind: 'known' })
  expect(shown(made)?.alerts.map(({ kind }) => kind)).toContain('days-left')
})
