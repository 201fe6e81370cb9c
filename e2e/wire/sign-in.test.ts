/** Signing in with the whole app: every outcome, and never an early poll. */
import { afterEach, expect, test } from 'vitest'
import type { PlatformOptions } from '../platform/platform.ts'
import { expectInvariants } from './wire.ts'
import { startApp, type WireApp } from './wire-app.ts'

let running: WireApp | undefined
afterEach(async () => {
  if (running !== undefined) await expectInvariants(running.wire)
  running = undefined
})
async function begin(options: PlatformOptions = {}) {
  running = await startApp(options)
  return { ...running.wire, harness: running }
}

const token = { path: '=/getServiceKeys/token' }
const deviceCode = { path: '=/getServiceKeys/device/code' }
const day = 86_400_000

test('sends no request before the user acts', async () => {
  const { clock, control } = await begin()
  await clock.advance(day)
  expect(control.requests()).toEqual([])
})

test('registers once, polls once per interval and shows the balance when approved', async () => {
  const { harness, clock, control, requests } = await begin()
  await harness.start(['manage'])
  expect(harness.signIn).toMatchObject({ kind: 'waiting', foreignHost: null, permissions: ['see', 'manage'] })
  await clock.advance(30_000)
  expect(requests('/token').map(({ at }) => at)).toEqual([6000, 12_000, 18_000, 24_000, 30_000])
  await harness.approve()
  expect(harness.app.state.current).toMatchObject({
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
  await harness.start()
  expect(requests('/register')).toHaveLength(1)
})

test('reports a denied request', async () => {
  const { harness, clock, control } = await begin()
  await harness.start()
  await harness.deny()
  expect(harness.signIn).toMatchObject({ kind: 'ended', failure: { kind: 'denied', retryable: false } })
  await clock.advance(day)
  expect(control.stats().polls).toBe(1)
})

test('reports an expired code at the deadline', async () => {
  const { harness, clock, control } = await begin()
  await harness.start()
  await clock.advance(599_000)
  expect(harness.signIn.kind).toBe('waiting')
  await clock.advance(7000)
  expect(harness.signIn).toMatchObject({ kind: 'ended', failure: { kind: 'expired' }, lifetimeMs: 600_000 })
  const { polls } = control.stats()
  await clock.advance(day)
  expect(control.stats().polls).toBe(polls)
  await harness.start()
  expect(harness.signIn.kind).toBe('waiting')
})

test('never polls again after a cancel', async () => {
  const { harness, clock, control, requests } = await begin()
  await harness.start()
  const { signIn } = harness
  await clock.advance(6000)
  await harness.commands['sign-in.cancel']({})
  if (signIn.kind === 'waiting') control.approve({ userCode: signIn.userCode })
  await clock.advance(day)
  expect(harness.app.state.current).toMatchObject({ signIn: { kind: 'idle' }, organisations: [] })
  expect(requests('/token')).toHaveLength(1)
})

test('shows nothing later when cancelled while the code is requested', async () => {
  const { harness, fault, release, clock } = await begin()
  const held = fault({ kind: 'hold', match: deviceCode })
  await harness.start()
  expect(harness.signIn.kind).toBe('starting')
  await harness.commands['sign-in.cancel']({})
  await release(held)
  await clock.advance(day)
  expect(harness.signIn).toEqual({ kind: 'idle' })
})

test('revokes the grant of an approval that arrives after a cancel', async () => {
  const { harness, fault, release, clock, control } = await begin()
  await harness.start()
  const held = fault({ kind: 'hold', match: token })
  await harness.approve()
  await harness.commands['sign-in.cancel']({})
  await release(held)
  await clock.advance(60_000)
  expect(harness.app.state.current).toMatchObject({ signIn: { kind: 'idle' }, organisations: [] })
  expect(control.state().grants).toMatchObject([{ revoked: 'revoked by the client' }])
  expect([...harness.store.files.keys()].some((name) => name.endsWith('/grant'))).toBe(false)
})

test('a second click replaces the first attempt', async () => {
  const { harness, clock, control } = await begin()
  await harness.start()
  const first = harness.signIn
  await harness.start(['add-money'])
  if (first.kind === 'waiting') control.approve({ userCode: first.userCode })
  await clock.advance(60_000)
  expect(harness.signIn).toMatchObject({ kind: 'waiting', permissions: ['see', 'add-money'] })
  expect(harness.app.state.current.organisations).toEqual([])
})

test('enables only the granted permissions', async () => {
  const { harness } = await begin()
  await harness.start(['manage', 'add-money'])
  await harness.approve({ scope: 'balance:read apps:read keys:read apps:create balance:add' })
  expect(harness.organisation?.permissions).toEqual(['see', 'add-money'])
})

test.each(['register', 'device/code'])(
  'ends the attempt with the reason when %s fails, and starts again on a click',
  async (path) => {
    const { harness, fault } = await begin()
    fault({ kind: 'html', match: { path }, times: 1 })
    await harness.start()
    expect(harness.signIn).toMatchObject({ kind: 'ended', failure: { kind: 'server', retryable: true } })
    await harness.start()
    expect(harness.signIn.kind).toBe('waiting')
  },
)
