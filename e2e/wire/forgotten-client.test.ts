/** A server that has forgotten this installation: what follows depends on the call. */
import { afterEach, expect, test } from 'vitest'
import { expectLawful } from './wire.ts'
import { signedInApp, startedApp, type WireApp } from './wire-app.ts'

let made: WireApp | undefined
afterEach(async () => {
  if (made !== undefined) await expectLawful(made.wire)
  made = undefined
})
function begin(its: WireApp) {
  made = its
  return { ...its.wire, its }
}

const deviceCode = { path: '=/getServiceKeys/device/code' }
const hour = 3600_000

test('the server has forgotten the installation: registers again once, without a word', async () => {
  const { its, control, requests } = begin(await startedApp())
  await its.start()
  await its.commands['sign-in.cancel']({})
  control.forgetClients()
  await its.start()
  expect(its.signIn.kind).toBe('waiting')
  expect(requests('/register')).toHaveLength(2)
  await its.approve()
  expect(its.session?.kind).toBe('active')
})

test('a server that knows no installation at all is asked twice, not for ever', async () => {
  const { its, fault, requests } = begin(await startedApp())
  await its.start()
  fault({ kind: 'oauth-error', error: 'invalid_client', match: deviceCode })
  await its.start()
  expect(its.signIn).toMatchObject({ kind: 'ended', failure: { kind: 'unknown-client' } })
  expect(requests('/register')).toHaveLength(2)
  expect(requests('/device/code')).toHaveLength(3)
})

test('forgotten while waiting: the attempt ends, and the next one registers anew', async () => {
  const { its, control, requests } = begin(await startedApp())
  await its.start()
  control.forgetClients()
  await its.nextCheck()
  expect(its.signIn).toMatchObject({ kind: 'ended', failure: { kind: 'unknown-client' } })
  await its.start()
  expect(requests('/register')).toHaveLength(2)
  await its.approve()
  expect(its.session?.kind).toBe('active')
})

test('a forgotten client: each refresh is repeated without it, and the session goes on', async () => {
  const { its, clock, control } = begin(await signedInApp())
  control.forgetClients()
  await clock.advance(hour)
  expect(its.organisation).toMatchObject({ session: { kind: 'active' }, trouble: null })
  const bodies = its.wire.requests('/token', 'grant_type=refresh_token').map(({ body }) => body)
  expect(bodies.map((body) => body.includes('client_id='))).toEqual(bodies.map((_, index) => index % 2 === 0))
})

test('a forgotten client and an ended grant: "sign in again", kept on the disk', async () => {
  const { its, clock, control } = begin(await signedInApp())
  control.forgetClients()
  control.removeGrant(control.state().grants[0]?.grantId ?? '')
  await its.read()
  expect(its.session?.kind).toBe('sign-in-again')
  expect([...its.store.files.keys()].some((name) => name.endsWith('/grant'))).toBe(true)
  await clock.advance(hour)
})
