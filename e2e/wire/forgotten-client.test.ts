/** A server that has forgotten the client id: the reaction depends on the call. */
import { afterEach, expect, test } from 'vitest'
import { expectInvariants } from './wire.ts'
import { startApp, startSignedInApp, type WireApp } from './wire-app.ts'

let running: WireApp | undefined
afterEach(async () => {
  if (running !== undefined) await expectInvariants(running.wire)
  running = undefined
})
function begin(harness: WireApp) {
  running = harness
  return { ...harness.wire, harness }
}

const deviceCode = { path: '=/getServiceKeys/device/code' }
const hour = 3600_000

test('registers again once, silently, after the server has forgotten the client', async () => {
  const { harness, control, requests } = begin(await startApp())
  await harness.start()
  await harness.commands['sign-in.cancel']({})
  control.forgetClients()
  await harness.start()
  expect(harness.signIn.kind).toBe('waiting')
  expect(requests('/register')).toHaveLength(2)
  await harness.approve()
  expect(harness.session?.kind).toBe('active')
})

test('gives up after two registrations when the server accepts no client', async () => {
  const { harness, fault, requests } = begin(await startApp())
  await harness.start()
  fault({ kind: 'oauth-error', error: 'invalid_client', match: deviceCode })
  await harness.start()
  expect(harness.signIn).toMatchObject({ kind: 'ended', failure: { kind: 'unknown-client' } })
  expect(requests('/register')).toHaveLength(2)
  expect(requests('/device/code')).toHaveLength(3)
})

test('ends the attempt when forgotten while waiting, and registers again for the next', async () => {
  const { harness, control, requests } = begin(await startApp())
  await harness.start()
  control.forgetClients()
  await harness.nextCheck()
  expect(harness.signIn).toMatchObject({ kind: 'ended', failure: { kind: 'unknown-client' } })
  await harness.start()
  expect(requests('/register')).toHaveLength(2)
  await harness.approve()
  expect(harness.session?.kind).toBe('active')
})

test('repeats each refresh without the forgotten client id and keeps the session', async () => {
  const { harness, clock, control } = begin(await startSignedInApp())
  control.forgetClients()
  await clock.advance(hour)
  expect(harness.organisation).toMatchObject({ session: { kind: 'active' }, trouble: null })
  const bodies = harness.wire.requests('/token', 'grant_type=refresh_token').map(({ body }) => body)
  expect(bodies.map((body) => body.includes('client_id='))).toEqual(bodies.map((_, index) => index % 2 === 0))
})

test('asks to sign in again, also after a restart, when the client is forgotten and the grant has ended', async () => {
  const { harness, clock, control } = begin(await startSignedInApp())
  control.forgetClients()
  control.removeGrant(control.state().grants[0]?.grantId ?? '')
  await harness.read()
  expect(harness.session?.kind).toBe('sign-in-again')
  expect([...harness.store.files.keys()].some((name) => name.endsWith('/grant'))).toBe(true)
  await clock.advance(hour)
})
