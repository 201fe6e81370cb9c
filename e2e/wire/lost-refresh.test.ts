/** Refreshes without a usable response: only the server can end a session, and one kind of loss is unavoidable. */
import { afterEach, expect, test } from 'vitest'
import type { PlatformOptions } from '../platform/platform.ts'
import { expectInvariants } from './wire.ts'
import { startSignedInApp, type WireApp } from './wire-app.ts'

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
const minute = 60_000
const hour = 60 * minute

/** The refresh tokens that were presented, in order. */
function presented(harness: WireApp): (string | null)[] {
  const sent = harness.wire.requests('/token', 'grant_type=refresh_token')
  return sent.map(({ body }) => new URLSearchParams(body).get('refresh_token'))
}

test.each(['drop-after', 'cut-off', 'not-json', 'empty-body'] as const)(
  'presents the same token again after a lost refresh response (%s), and strict rotation ends the grant',
  async (kind) => {
    const { harness, clock, fault } = await signedIn()
    fault({ kind, match: refreshes, times: 1 })
    await clock.advance(10 * minute + 40_000)
    expect(harness.organisation).toMatchObject({ session: { kind: 'active' }, trouble: expect.anything() })
    await clock.advance(10 * minute)
    expect(harness.session?.kind).toBe('sign-in-again')
    expect(presented(harness)).toHaveLength(2)
    expect(new Set(presented(harness)).size).toBe(1)
    // The unavoidable loss: the client can only present the one token it has.
    harness.wire.expectedReuse = 1
    await harness.start()
    await harness.approve()
    expect(harness.organisation).toMatchObject({ session: { kind: 'active' }, trouble: null })
  },
)

test.each(['drop-after', 'cut-off', 'not-json', 'empty-body'] as const)(
  'survives a lost refresh response (%s) within the rotation grace period',
  async (kind) => {
    const { harness, clock, control, fault } = await signedIn({ rotationGraceMs: 5 * minute })
    fault({ kind, match: refreshes, times: 1 })
    await clock.advance(2 * hour)
    expect(control.stats().graceRefreshes).toBe(1)
    expect(harness.organisation).toMatchObject({ session: { kind: 'active' }, trouble: null })
  },
)

test.each([
  ['dropped', { kind: 'drop' } as const],
  ['an HTML page', { kind: 'html', status: 200 } as const],
  ['an HTML 400', { kind: 'html', status: 400 } as const],
  ['an HTML 401', { kind: 'html', status: 401 } as const],
  ['a 503', { kind: 'status', status: 503, body: { error: 'invalid_grant' } } as const],
  ['a 403', { kind: 'status', status: 403, body: { detail: 'not from here' } } as const],
  ['a redirect', { kind: 'redirect' } as const],
  ['no answer', { kind: 'hold' } as const],
])('stays signed in while refreshes fail for an hour (%s) and recovers', async (_, kind) => {
  const { harness, clock, control, fault } = await signedIn()
  const id = fault({ ...kind, match: refreshes })
  await clock.advance(hour)
  expect(harness.organisation).toMatchObject({
    session: { kind: 'active' },
    trouble: { failure: expect.anything() },
    balance: { spendableCents: 18_420 },
  })
  control.clearFaults(id)
  await clock.advance(6 * minute)
  expect(harness.organisation).toMatchObject({ session: { kind: 'active' }, trouble: null })
})
