/** Refreshes without a usable answer: only the server can end a session, and only one loss is unavoidable. */
import { afterEach, expect, test } from 'vitest'
import type { PlatformOptions } from '../platform/platform.ts'
import { expectLawful } from './wire.ts'
import { signedInApp, type WireApp } from './wire-app.ts'

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
const minute = 60_000
const hour = 60 * minute

/** The refresh tokens that were presented, in order. */
function presented(its: WireApp): (string | null)[] {
  const sent = its.wire.requests('/token', 'grant_type=refresh_token')
  return sent.map(({ body }) => new URLSearchParams(body).get('refresh_token'))
}

test.each(['drop-after', 'cut-off', 'not-json', 'empty-body'] as const)(
  'a refresh whose answer is lost (%s), strict rotation: the same token again, the server ends the grant',
  async (kind) => {
    const { its, clock, fault } = await signedIn()
    fault({ kind, match: refreshes, times: 1 })
    await clock.advance(10 * minute + 40_000)
    expect(its.organisation).toMatchObject({ session: { kind: 'active' }, trouble: expect.anything() })
    await clock.advance(10 * minute)
    expect(its.session?.kind).toBe('sign-in-again')
    expect(presented(its)).toHaveLength(2)
    expect(new Set(presented(its)).size).toBe(1)
    // A documented loss: there is nothing better to do than to ask with the only token there is.
    its.wire.expectedReuse = 1
    await its.start()
    await its.approve()
    expect(its.organisation).toMatchObject({ session: { kind: 'active' }, trouble: null })
  },
)

test.each(['drop-after', 'cut-off', 'not-json', 'empty-body'] as const)(
  'a refresh whose answer is lost (%s), rotation with grace: survives',
  async (kind) => {
    const { its, clock, control, fault } = await signedIn({ rotationGraceMs: 5 * minute })
    fault({ kind, match: refreshes, times: 1 })
    await clock.advance(2 * hour)
    expect(control.stats().graceRefreshes).toBe(1)
    expect(its.organisation).toMatchObject({ session: { kind: 'active' }, trouble: null })
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
])('refreshes fail for an hour (%s): still signed in, and all is well afterwards', async (_, kind) => {
  const { its, clock, control, fault } = await signedIn()
  const id = fault({ ...kind, match: refreshes })
  await clock.advance(hour)
  expect(its.organisation).toMatchObject({
    session: { kind: 'active' },
    trouble: { failure: expect.anything() },
    balance: { spendableCents: 18_420 },
  })
  control.clearFaults(id)
  await clock.advance(6 * minute)
  expect(its.organisation).toMatchObject({ session: { kind: 'active' }, trouble: null })
})
