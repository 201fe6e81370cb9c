/** Staying signed in: rotation, lost answers, forgotten clients, ended grants, restarts. */
import { afterEach, expect, test } from 'vitest'
import type { PlatformOptions } from '../platform/platform.ts'
import { expectLawful } from './wire.ts'
import { restarted, signedInApp, type WireApp } from './wire-app.ts'

let made: WireApp | undefined
afterEach(async () => {
  if (made !== undefined) await expectLawful(made.wire)
  made = undefined
})
async function signedIn(options: PlatformOptions = {}) {
  made = await signedInApp(options)
  return { ...made.wire, its: made }
}

const refreshes = { path: '=/getServiceKeys/token', body: 'grant_type=refresh_token' }
const balance = { path: '/service/v1/balance' }
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** The refresh tokens that were presented, in order. */
function presented(its: WireApp): (string | null)[] {
  const sent = its.wire.requests('/token', 'grant_type=refresh_token')
  return sent.map(({ body }) => new URLSearchParams(body).get('refresh_token'))
}

test.each([0, 30_000])(
  'hours of rotation, grace %i ms: each refresh token once, always active',
  async (grace) => {
    const { its, clock, control } = await signedIn({ rotationGraceMs: grace })
    await clock.advance(4 * hour)
    expect(control.stats()).toMatchObject({ graceRefreshes: 0, ineffectiveRevocations: 0 })
    expect(presented(its).length).toBeGreaterThan(15)
    expect(new Set(presented(its)).size).toBe(presented(its).length)
    expect(its.organisation).toMatchObject({ trouble: null, session: { kind: 'active' } })
    // Refreshed before its end: no access token was ever refused.
    expect(control.requests().some(({ status }) => status === 401)).toBe(false)
  },
)

test('the whole authorization runs out: signed in until then, then "sign in again"', async () => {
  const { its, clock, control } = await signedIn({ authorizationLifetimeMs: 2 * hour })
  await clock.advance(2 * hour - 20 * minute)
  expect(its.session?.kind).toBe('active')
  await clock.advance(40 * minute)
  expect(its.session?.kind).toBe('sign-in-again')
  const asked = control.requests().length
  await clock.advance(day)
  expect(control.requests()).toHaveLength(asked)
})

test('a machine that slept longer than the refresh token lives: "sign in again", with the last balance', async () => {
  const { its, clock } = await signedIn()
  await clock.sleep(8 * day)
  await clock.advance(hour)
  expect(its.organisation).toMatchObject({
    session: { kind: 'sign-in-again' },
    balance: { spendableCents: 18_420 },
  })
})

test('a 401: refreshed once, repeated once', async () => {
  const { its, control, fault } = await signedIn()
  fault({ kind: 'status', status: 401, body: { detail: 'Unauthorized' }, match: balance, times: 1 })
  control.clearRequests()
  await its.read()
  expect(control.requests().map(({ path, status }) => `${status} ${path.split('/').at(-1)}`)).toEqual([
    '401 balance',
    '200 token',
    '200 balance',
  ])
  expect(its.organisation?.trouble).toBeNull()
})

test('a second 401 is the answer, and the session lives on', async () => {
  const { its, control, fault } = await signedIn()
  fault({ kind: 'status', status: 401, body: { detail: 'Unauthorized' }, match: balance })
  control.clearRequests()
  await its.read()
  expect(control.requests()).toHaveLength(3)
  expect(its.organisation).toMatchObject({
    trouble: { failure: { kind: 'unauthorized' } },
    session: { kind: 'active' },
  })
})

test('the service has ended the grant: "sign in again", nothing is asked any more, one click helps', async () => {
  const { its, clock, control } = await signedIn()
  control.removeGrant(control.state().grants[0]?.grantId ?? '')
  await its.read()
  expect(its.session?.kind).toBe('sign-in-again')
  const asked = control.requests().length
  await clock.advance(day)
  await its.read()
  expect(control.requests()).toHaveLength(asked)
  const again = await restarted(its)
  await clock.advance(hour)
  expect(again.session?.kind).toBe('sign-in-again')
  await again.start()
  await again.approve()
  expect(again.app.state.current.organisations).toMatchObject([
    { session: { kind: 'active' }, trouble: null },
  ])
})

test('a grant revoked elsewhere ends at the next refresh, not before', async () => {
  const { its, clock, control } = await signedIn()
  control.revokeGrant(control.state().grants[0]?.grantId ?? '')
  await its.read()
  expect(its.session?.kind).toBe('active')
  await clock.advance(11 * minute)
  expect(its.session?.kind).toBe('sign-in-again')
})

test('whoever asks during a refresh waits for that one', async () => {
  const { its, clock, control, fault, release } = await signedIn()
  const session = its.app.organisations.get('org_halden')?.session
  await clock.advance(9 * minute + 30_000)
  const held = fault({ kind: 'hold', match: refreshes })
  const asked = [1, 2, 3].map(() => session?.call((token, signal) => its.wire.api.balance(token, signal)))
  await its.wire.quiet()
  expect(presented(its)).toHaveLength(1)
  await release(held)
  for (const answer of await Promise.all(asked)) expect(answer).toMatchObject({ ok: true })
  expect(control.stats().refreshes).toBe(1)
})

test('a restart goes on with what is on the disk, also long after the access token has ended', async () => {
  const { its, clock, control } = await signedIn()
  await clock.advance(3 * hour)
  await its.quit()
  await clock.advance(2 * day)
  const again = await restarted(its)
  expect(again.organisation).toMatchObject({ session: { kind: 'active' }, trouble: null })
  expect(again.signIn.kind).toBe('idle')
  expect(control.state().grants).toHaveLength(1)
})

test('a refresh that brings no new refresh token and no scope: the old ones go on', async () => {
  const { its, clock, control, fault } = await signedIn({ rotationGraceMs: hour })
  const remove = ['refresh_token', 'scope', 'refresh_token_expires_in', 'authorization_expires_in', 'org_id']
  fault({ kind: 'replace-reply', remove, match: refreshes, times: 1 })
  await clock.advance(25 * minute)
  expect(new Set(presented(its)).size).toBe(presented(its).length - 1)
  expect(control.stats().graceRefreshes).toBe(1)
  expect(its.organisation).toMatchObject({
    permissions: ['see', 'manage', 'add-money'],
    session: { kind: 'active', signInUntil: expect.any(Number), authorizationUntil: expect.any(Number) },
  })
})

test('a clock that is set, forward or back, signs nobody out', async () => {
  const { its, clock } = await signedIn()
  clock.jump(-3 * hour)
  await clock.advance(hour)
  expect(its.organisation).toMatchObject({ session: { kind: 'active' }, trouble: null })
  clock.jump(400 * day)
  await clock.advance(hour)
  expect(its.organisation).toMatchObject({ session: { kind: 'active' }, trouble: null })
})

test('several 401s at once: one refresh for all of them', async () => {
  const { its, control, fault, release } = await signedIn()
  const session = its.app.organisations.get('org_halden')?.session
  fault({ kind: 'status', status: 401, body: { detail: 'Unauthorized' }, match: balance, times: 3 })
  const held = fault({ kind: 'hold', match: refreshes })
  const asked = [1, 2, 3].map(() => session?.call((token, signal) => its.wire.api.balance(token, signal)))
  await its.wire.quiet()
  expect(presented(its)).toHaveLength(1)
  await release(held)
  for (const answer of await Promise.all(asked)) expect(answer).toMatchObject({ ok: true })
  expect(control.stats().refreshes).toBe(1)
})
