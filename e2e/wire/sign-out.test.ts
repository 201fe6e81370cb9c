/** Signing out: the token is eventually revoked on the server, and nothing else is affected. */
import { afterEach, expect, test } from 'vitest'
import { MemorySecrets } from '../../main/testing/memory-ports.ts'
import { expectInvariants, startWire } from './wire.ts'
import { restartApp, startSignedInApp, type WireApp, wireApp } from './wire-app.ts'

let running: WireApp | undefined
afterEach(async () => {
  if (running !== undefined) await expectInvariants(running.wire)
  running = undefined
})
async function signedIn() {
  running = await startSignedInApp()
  return { ...running.wire, harness: running }
}

const revoke = { path: '=/getServiceKeys/token/revoke' }
const minute = 60_000
const hour = 60 * minute

const grantFiles = ({ store }: WireApp): string[] =>
  [...store.files.keys()].filter((name) => name.endsWith('/grant'))
const ends = ({ wire }: WireApp): (string | null)[] => wire.control.state().grants.map((one) => one.revoked)

test('removes the session in the app, on the server and on the disk', async () => {
  const { harness, clock, control } = await signedIn()
  await harness.signOut()
  expect(harness.app.state.current).toMatchObject({
    organisations: [],
    pendingSignOuts: [],
    view: { screen: 'sign-in', organisationId: null },
  })
  expect(ends(harness)).toEqual(['revoked by the client'])
  expect(grantFiles(harness)).toEqual([])
  const requestCount = control.requests().length
  await clock.advance(24 * hour)
  expect(control.requests()).toHaveLength(requestCount)
})

test.each([
  ['a 503', { kind: 'status', status: 503 } as const],
  ['a dropped connection', { kind: 'drop' } as const],
  ['a page', { kind: 'html', status: 200 } as const],
  ['no answer', { kind: 'hold' } as const],
])(
  'signs out at once after %s to the revocation, shows it as pending and delivers it later',
  async (_, kind) => {
    const { harness, clock, control, fault } = await signedIn()
    const id = fault({ ...kind, match: revoke, times: 2 })
    await harness.signOut()
    await clock.advance(kind.kind === 'hold' ? 30_000 : 0)
    expect(harness.app.state.current).toMatchObject({
      organisations: [],
      pendingSignOuts: [{ organisationName: 'Halden Research', until: expect.any(Number) }],
    })
    expect(ends(harness)).toEqual([null])
    await clock.advance(5 * minute)
    control.clearFaults(id)
    expect(ends(harness)).toEqual(['revoked by the client'])
    expect(harness.app.state.current.pendingSignOuts).toEqual([])
    expect(grantFiles(harness)).toEqual([])
    expect(control.stats()).toMatchObject({ revocations: 1, ineffectiveRevocations: 0 })
  },
)

test('repeats a revocation whose response is lost, without effect', async () => {
  const { harness, clock, control, fault } = await signedIn()
  fault({ kind: 'drop-after', match: revoke, times: 1 })
  await harness.signOut()
  expect(harness.app.state.current.pendingSignOuts).toHaveLength(1)
  await clock.advance(minute)
  expect(harness.app.state.current.pendingSignOuts).toEqual([])
  expect(control.stats()).toMatchObject({ revocations: 1, ineffectiveRevocations: 1 })
})

test('delivers a pending revocation after a restart', async () => {
  const { harness, clock, control, fault } = await signedIn()
  const id = fault({ kind: 'drop', match: revoke })
  await harness.signOut()
  const again = await restartApp(harness)
  expect(again.app.state.current).toMatchObject({ organisations: [], pendingSignOuts: [{}] })
  control.clearFaults(id)
  await clock.advance(hour)
  expect(again.app.state.current.pendingSignOuts).toEqual([])
  expect(ends(again)).toEqual(['revoked by the client'])
  expect(grantFiles(again)).toEqual([])
})

test('drops a pending revocation once the token has expired', async () => {
  const { harness, clock, fault } = await signedIn()
  fault({ kind: 'drop', match: revoke })
  await harness.signOut()
  await clock.advance(7 * 24 * hour - minute)
  expect(harness.app.state.current.pendingSignOuts).toHaveLength(1)
  await clock.advance(hour)
  expect(harness.app.state.current.pendingSignOuts).toEqual([])
  expect(grantFiles(harness)).toEqual([])
})

test('waits for a refresh in flight and revokes the newest token', async () => {
  const { harness, clock, control, fault, release } = await signedIn()
  await clock.advance(9 * minute + 30_000)
  const held = fault({ kind: 'hold', match: { body: 'grant_type=refresh_token' } })
  await harness.read()
  const leaving = harness.commands['organisation.sign-out']({ organisationId: 'org_halden', forget: false })
  await harness.wire.quiet()
  expect(harness.session?.kind).toBe('signing-out')
  expect(harness.wire.requests('/revoke')).toEqual([])
  await release(held)
  await leaving
  await harness.wire.quiet()
  const last = control.requests().slice(-2)
  expect(last.map(({ path }) => path.split('/').at(-1))).toEqual(['token', 'revoke'])
  expect(control.stats()).toMatchObject({ refreshes: 1, revocations: 1, ineffectiveRevocations: 0 })
  expect(ends(harness)).toEqual(['revoked by the client'])
})

test('revokes the old grant of an organisation after the new one has worked', async () => {
  const { harness, clock, control } = await signedIn()
  await harness.start()
  control.clearRequests()
  await harness.approve()
  expect(harness.wire.control.requests().map(({ path }) => path.split('/').at(-1))).toEqual([
    'token',
    'balance',
    'revoke',
    'balance',
  ])
  expect(ends(harness)).toEqual(['revoked by the client', null])
  await clock.advance(3 * hour)
  expect(harness.app.state.current.organisations).toMatchObject([
    { id: 'org_halden', session: { kind: 'active' }, trouble: null },
  ])
})

test('signs in again while a revocation is pending: the old grant ends, the new one stays', async () => {
  const { harness, clock, control, fault } = await signedIn()
  const id = fault({ kind: 'drop', match: revoke })
  await harness.signOut()
  await harness.start()
  await harness.approve()
  control.clearFaults(id)
  await clock.advance(hour)
  expect(ends(harness)).toEqual(['revoked by the client', null])
  expect(harness.app.state.current).toMatchObject({
    organisations: [{ session: { kind: 'active' }, trouble: null }],
    pendingSignOuts: [],
  })
})

test('signs out of one organisation and stays signed in to another', async () => {
  const { harness, clock } = await signedIn()
  await harness.start()
  await harness.approve({ orgId: 'org_brightwater' })
  await harness.signOut('org_halden')
  await clock.advance(3 * hour)
  expect(harness.app.state.current.organisations).toMatchObject([
    { id: 'org_brightwater', session: { kind: 'active' }, trouble: null },
  ])
  expect(ends(harness)).toEqual(['revoked by the client', null])
})

test('revokes a memory-only grant at quit and names it when that fails', async () => {
  const wire = await startWire()
  running = wireApp(wire, { secrets: new MemorySecrets('weak') })
  await running.app.start()
  await running.start()
  await running.commands['sign-in.keep']({ where: 'memory' })
  await wire.quiet()
  await running.approve()
  expect(running.session).toMatchObject({ kind: 'active', keeping: 'memory' })
  expect(grantFiles(running)).toEqual([])
  wire.fault({ kind: 'status', status: 503, match: revoke, times: 1 })
  expect(await running.shutDown()).toMatchObject([
    { organisationName: 'Halden Research', until: expect.any(Number) },
  ])
})

test('waits at most 5 s for a revocation at quit', async () => {
  const wire = await startWire()
  running = wireApp(wire, { secrets: new MemorySecrets('weak') })
  await running.app.start()
  await running.start()
  await running.commands['sign-in.keep']({ where: 'memory' })
  await wire.quiet()
  await running.approve()
  wire.fault({ kind: 'hold', match: revoke })
  let left: unknown
  const quitting = running.shutDown().then((alive) => {
    left = alive
  })
  await wire.clock.advance(4999)
  expect(left).toBeUndefined()
  await wire.clock.advance(1)
  await quitting
  expect(left).toHaveLength(1)
})
