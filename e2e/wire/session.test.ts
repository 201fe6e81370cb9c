/** Staying signed in: rotation, lost responses, ended grants, restarts. */
import { afterEach, expect, test } from 'vitest'
import type { PlatformOptions } from '../platform/platform.ts'
import { expectInvariants } from './wire.ts'
import { restartApp, startSignedInApp, type WireApp } from './wire-app.ts'

let running: WireApp | undefined
afterEach(async () => {
  if (running !== undefined) await expectInvariants(running.wire)
  running = undefined
})
async function signedIn(options: PlatformOptions = {}) {
  running = await startSignedInApp(options)
  return { ...running.wire, harness: running }
}

const refreshes = { path: '=/getServiceKeys/token', body: 'grant_type=refresh_token' }
const balance = { path: '/service/v1/balance' }
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** The refresh tokens that were presented, in order. */
function presented(harness: WireApp): (string | null)[] {
  const sent = harness.wire.requests('/token', 'grant_type=refresh_token')
  return sent.map(({ body }) => new URLSearchParams(body).get('refresh_token'))
}

test.each([0, 30_000])(
  'uses each refresh token once and stays active for hours (grace period %i ms)',
  async (grace) => {
    const { harness, clock, control } = await signedIn({ rotationGraceMs: grace })
    await clock.advance(4 * hour)
    expect(control.stats()).toMatchObject({ graceRefreshes: 0, ineffectiveRevocations: 0 })
    expect(presented(harness).length).toBeGreaterThan(15)
    expect(new Set(presented(harness)).size).toBe(presented(harness).length)
    expect(harness.organisation).toMatchObject({ trouble: null, session: { kind: 'active' } })
    // Refreshed before expiry, so no access token was ever refused.
    expect(control.requests().some(({ status }) => status === 401)).toBe(false)
  },
)

test('stays signed in until the authorization expires, then asks to sign in again', async () => {
  const { harness, clock, control } = await signedIn({ authorizationLifetimeMs: 2 * hour })
  await clock.advance(2 * hour - 20 * minute)
  expect(harness.session?.kind).toBe('active')
  await clock.advance(40 * minute)
  expect(harness.session?.kind).toBe('sign-in-again')
  const requestCount = control.requests().length
  await clock.advance(day)
  expect(control.requests()).toHaveLength(requestCount)
})

test('asks to sign in again, with the last balance, after a sleep beyond the refresh token’s expiry', async () => {
  const { harness, clock } = await signedIn()
  await clock.sleep(8 * day)
  await clock.advance(hour)
  expect(harness.organisation).toMatchObject({
    session: { kind: 'sign-in-again' },
    balance: { spendableCents: 18_420 },
  })
})

test('refreshes and repeats once after a 401', async () => {
  const { harness, control, fault } = await signedIn()
  fault({ kind: 'status', status: 401, body: { detail: 'Unauthorized' }, match: balance, times: 1 })
  control.clearRequests()
  await harness.read()
  expect(control.requests().map(({ path, status }) => `${status} ${path.split('/').at(-1)}`)).toEqual([
    '401 balance',
    '200 token',
    '200 balance',
  ])
  expect(harness.organisation?.trouble).toBeNull()
})

test('reports a second 401 and keeps the session', async () => {
  const { harness, control, fault } = await signedIn()
  fault({ kind: 'status', status: 401, body: { detail: 'Unauthorized' }, match: balance })
  control.clearRequests()
  await harness.read()
  expect(control.requests()).toHaveLength(3)
  expect(harness.organisation).toMatchObject({
    trouble: { failure: { kind: 'unauthorized' } },
    session: { kind: 'active' },
  })
})

test('asks to sign in again after the service ended the grant, sends nothing more, and recovers by one click', async () => {
  const { harness, clock, control } = await signedIn()
  control.removeGrant(control.state().grants[0]?.grantId ?? '')
  await harness.read()
  expect(harness.session?.kind).toBe('sign-in-again')
  const requestCount = control.requests().length
  await clock.advance(day)
  await harness.read()
  expect(control.requests()).toHaveLength(requestCount)
  const again = await restartApp(harness)
  await clock.advance(hour)
  expect(again.session?.kind).toBe('sign-in-again')
  await again.start()
  await again.approve()
  expect(again.app.state.current.organisations).toMatchObject([
    { session: { kind: 'active' }, trouble: null },
  ])
})

test('a grant revoked elsewhere ends at the next refresh', async () => {
  const { harness, clock, control } = await signedIn()
  control.revokeGrant(control.state().grants[0]?.grantId ?? '')
  await harness.read()
  expect(harness.session?.kind).toBe('active')
  await clock.advance(11 * minute)
  expect(harness.session?.kind).toBe('sign-in-again')
})

test('calls during a refresh wait for it', async () => {
  const { harness, clock, control, fault, release } = await signedIn()
  const session = harness.app.organisations.get('org_halden')?.session
  await clock.advance(9 * minute + 30_000)
  const held = fault({ kind: 'hold', match: refreshes })
  const calls = [1, 2, 3].map(() => session?.call((token, signal) => harness.wire.api.balance(token, signal)))
  await harness.wire.quiet()
  expect(presented(harness)).toHaveLength(1)
  await release(held)
  for (const answer of await Promise.all(calls)) expect(answer).toMatchObject({ ok: true })
  expect(control.stats().refreshes).toBe(1)
})

test('restores the session after a restart, even long after the access token expired', async () => {
  const { harness, clock, control } = await signedIn()
  await clock.advance(3 * hour)
  await harness.quit()
  await clock.advance(2 * day)
  const again = await restartApp(harness)
  expect(again.organisation).toMatchObject({ session: { kind: 'active' }, trouble: null })
  expect(again.signIn.kind).toBe('idle')
  expect(control.state().grants).toHaveLength(1)
})

test('keeps the refresh token and scope when a refresh returns none', async () => {
  const { harness, clock, control, fault } = await signedIn({ rotationGraceMs: hour })
  const remove = ['refresh_token', 'scope', 'refresh_token_expires_in', 'authorization_expires_in', 'org_id']
  fault({ kind: 'replace-reply', remove, match: refreshes, times: 1 })
  await clock.advance(25 * minute)
  expect(new Set(presented(harness)).size).toBe(presented(harness).length - 1)
  expect(control.stats().graceRefreshes).toBe(1)
  expect(harness.organisation).toMatchObject({
    permissions: ['see', 'manage', 'add-money'],
    session: { kind: 'active', signInUntil: expect.any(Number), authorizationUntil: expect.any(Number) },
  })
})

test('stays signed in when the clock is set forward or back', async () => {
  const { harness, clock } = await signedIn()
  clock.jump(-3 * hour)
  await clock.advance(hour)
  expect(harness.organisation).toMatchObject({ session: { kind: 'active' }, trouble: null })
  clock.jump(400 * day)
  await clock.advance(hour)
  expect(harness.organisation).toMatchObject({ session: { kind: 'active' }, trouble: null })
})

test('several simultaneous 401s share one refresh', async () => {
  const { harness, control, fault, release } = await signedIn()
  const session = harness.app.organisations.get('org_halden')?.session
  fault({ kind: 'status', status: 401, body: { detail: 'Unauthorized' }, match: balance, times: 3 })
  const held = fault({ kind: 'hold', match: refreshes })
  const calls = [1, 2, 3].map(() => session?.call((token, signal) => harness.wire.api.balance(token, signal)))
  await harness.wire.quiet()
  expect(presented(harness)).toHaveLength(1)
  await release(held)
  for (const answer of await Promise.all(calls)) expect(answer).toMatchObject({ ok: true })
  expect(control.stats().refreshes).toBe(1)
})
