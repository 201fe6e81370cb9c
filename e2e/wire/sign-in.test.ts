/** Signing in with the whole app: every way in which it can end, and none in which it polls too early. */
import { afterEach, expect, test } from 'vitest'
import type { PlatformOptions } from '../platform/platform.ts'
import { expectLawful } from './wire.ts'
import { startedApp, type WireApp } from './wire-app.ts'

let made: WireApp | undefined
afterEach(async () => {
  if (made !== undefined) await expectLawful(made.wire)
  made = undefined
})
async function begin(options: PlatformOptions = {}) {
  made = await startedApp(options)
  return { ...made.wire, its: made }
}

const token = { path: '=/getServiceKeys/token' }
const deviceCode = { path: '=/getServiceKeys/device/code' }
const day = 86_400_000

test('nothing is asked before the user does something', async () => {
  const { clock, control } = await begin()
  await clock.advance(day)
  expect(control.requests()).toEqual([])
})

test('approved: registers once, polls once an interval, ends with the balance on screen', async () => {
  const { its, clock, control, requests } = await begin()
  await its.start(['manage'])
  expect(its.signIn).toMatchObject({ kind: 'waiting', foreignHost: null, permissions: ['see', 'manage'] })
  await clock.advance(30_000)
  expect(requests('/token').map(({ at }) => at)).toEqual([6000, 12_000, 18_000, 24_000, 30_000])
  await its.approve()
  expect(its.app.state.current).toMatchObject({
    signIn: { kind: 'idle' },
    view: { screen: 'overview', organisationId: 'org_halden' },
    organisations: [
      {
        name: 'Halden Research',
        permissions: ['see', 'manage'],
        arrived: { insteadOf: null },
        trouble: null,
        balance: { creditCents: 19_670, heldCents: 1250, spendableCents: 18_420 },
        session: { kind: 'active', keeping: 'encrypted' },
      },
    ],
  })
  expect(control.state().clients.filter(({ clientName }) => clientName === 'Parallel Tray')).toHaveLength(1)
  await its.start()
  expect(requests('/register')).toHaveLength(1)
})

test('denied', async () => {
  const { its, clock, control } = await begin()
  await its.start()
  await its.deny()
  expect(its.signIn).toMatchObject({ kind: 'ended', failure: { kind: 'denied', retryable: false } })
  await clock.advance(day)
  expect(control.stats().polls).toBe(1)
})

test('not approved in time: expired, at the deadline and not long after', async () => {
  const { its, clock, control } = await begin()
  await its.start()
  await clock.advance(599_000)
  expect(its.signIn.kind).toBe('waiting')
  await clock.advance(7000)
  expect(its.signIn).toMatchObject({ kind: 'ended', failure: { kind: 'expired' }, lifetimeMs: 600_000 })
  const { polls } = control.stats()
  await clock.advance(day)
  expect(control.stats().polls).toBe(polls)
  await its.start()
  expect(its.signIn.kind).toBe('waiting')
})

test('cancelled while waiting: never polled again', async () => {
  const { its, clock, control, requests } = await begin()
  await its.start()
  const { signIn } = its
  await clock.advance(6000)
  await its.commands['sign-in.cancel']({})
  if (signIn.kind === 'waiting') control.approve({ userCode: signIn.userCode })
  await clock.advance(day)
  expect(its.app.state.current).toMatchObject({ signIn: { kind: 'idle' }, organisations: [] })
  expect(requests('/token')).toHaveLength(1)
})

test('cancelled while the code is asked for: nothing is shown later', async () => {
  const { its, fault, release, clock } = await begin()
  const held = fault({ kind: 'hold', match: deviceCode })
  await its.start()
  expect(its.signIn.kind).toBe('starting')
  await its.commands['sign-in.cancel']({})
  await release(held)
  await clock.advance(day)
  expect(its.signIn).toEqual({ kind: 'idle' })
})

test('cancelled while the approval is on its way: given back, and nobody is signed in', async () => {
  const { its, fault, release, clock, control } = await begin()
  await its.start()
  const held = fault({ kind: 'hold', match: token })
  await its.approve()
  await its.commands['sign-in.cancel']({})
  await release(held)
  await clock.advance(60_000)
  expect(its.app.state.current).toMatchObject({ signIn: { kind: 'idle' }, organisations: [] })
  expect(control.state().grants).toMatchObject([{ revoked: 'revoked by the client' }])
  expect([...its.store.files.keys()].some((name) => name.endsWith('/grant'))).toBe(false)
})

test('a second click makes the first attempt void', async () => {
  const { its, clock, control } = await begin()
  await its.start()
  const first = its.signIn
  await its.start(['add-money'])
  if (first.kind === 'waiting') control.approve({ userCode: first.userCode })
  await clock.advance(60_000)
  expect(its.signIn).toMatchObject({ kind: 'waiting', permissions: ['see', 'add-money'] })
  expect(its.app.state.current.organisations).toEqual([])
})

test('less granted than asked for: only that is switched on', async () => {
  const { its } = await begin()
  await its.start(['manage', 'add-money'])
  await its.approve({ scope: 'balance:read apps:read keys:read apps:create balance:add' })
  expect(its.organisation?.permissions).toEqual(['see', 'add-money'])
})

test.each(['register', 'device/code'])(
  '%s fails: the attempt ends with the reason, and a click begins anew',
  async (path) => {
    const { its, fault } = await begin()
    fault({ kind: 'html', match: { path }, times: 1 })
    await its.start()
    expect(its.signIn).toMatchObject({ kind: 'ended', failure: { kind: 'server', retryable: true } })
    await its.start()
    expect(its.signIn.kind).toBe('waiting')
  },
)
