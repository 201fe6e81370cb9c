/** Leaving: the server is told in the end, whatever is in the way, and nothing else is touched. */
import { afterEach, expect, test } from 'vitest'
import { MemorySecrets } from '../../main/testing/memory-ports.ts'
import { expectLawful, startWire } from './wire.ts'
import { restarted, signedInApp, type WireApp, wireApp } from './wire-app.ts'

let made: WireApp | undefined
afterEach(async () => {
  if (made !== undefined) await expectLawful(made.wire)
  made = undefined
})
async function signedIn() {
  made = await signedInApp()
  return { ...made.wire, its: made }
}

const revoke = { path: '=/getServiceKeys/token/revoke' }
const minute = 60_000
const hour = 60 * minute

const grantFiles = ({ store }: WireApp): string[] =>
  [...store.files.keys()].filter((name) => name.endsWith('/grant'))
const ends = ({ wire }: WireApp): (string | null)[] => wire.control.state().grants.map((one) => one.revoked)

test('gone here, gone there, gone from the disk', async () => {
  const { its, clock, control } = await signedIn()
  await its.signOut()
  expect(its.app.state.current).toMatchObject({
    organisations: [],
    pendingSignOuts: [],
    view: { screen: 'sign-in', organisationId: null },
  })
  expect(ends(its)).toEqual(['revoked by the client'])
  expect(grantFiles(its)).toEqual([])
  const asked = control.requests().length
  await clock.advance(24 * hour)
  expect(control.requests()).toHaveLength(asked)
})

test.each([
  ['a 503', { kind: 'status', status: 503 } as const],
  ['a dropped connection', { kind: 'drop' } as const],
  ['a page', { kind: 'html', status: 200 } as const],
  ['no answer', { kind: 'hold' } as const],
])('%s to the revocation: out at once, shown as pending, delivered later', async (_, kind) => {
  const { its, clock, control, fault } = await signedIn()
  const id = fault({ ...kind, match: revoke, times: 2 })
  await its.signOut()
  await clock.advance(kind.kind === 'hold' ? 30_000 : 0)
  expect(its.app.state.current).toMatchObject({
    organisations: [],
    pendingSignOuts: [{ organisationName: 'Halden Research', until: expect.any(Number) }],
  })
  expect(ends(its)).toEqual([null])
  await clock.advance(5 * minute)
  control.clearFaults(id)
  expect(ends(its)).toEqual(['revoked by the client'])
  expect(its.app.state.current.pendingSignOuts).toEqual([])
  expect(grantFiles(its)).toEqual([])
  expect(control.stats()).toMatchObject({ revocations: 1, ineffectiveRevocations: 0 })
})

test('the answer to a revocation is lost: told again, which changes nothing', async () => {
  const { its, clock, control, fault } = await signedIn()
  fault({ kind: 'drop-after', match: revoke, times: 1 })
  await its.signOut()
  expect(its.app.state.current.pendingSignOuts).toHaveLength(1)
  await clock.advance(minute)
  expect(its.app.state.current.pendingSignOuts).toEqual([])
  expect(control.stats()).toMatchObject({ revocations: 1, ineffectiveRevocations: 1 })
})

test('undelivered through a restart: delivered by the next run', async () => {
  const { its, clock, control, fault } = await signedIn()
  const id = fault({ kind: 'drop', match: revoke })
  await its.signOut()
  const again = await restarted(its)
  expect(again.app.state.current).toMatchObject({ organisations: [], pendingSignOuts: [{}] })
  control.clearFaults(id)
  await clock.advance(hour)
  expect(again.app.state.current.pendingSignOuts).toEqual([])
  expect(ends(again)).toEqual(['revoked by the client'])
  expect(grantFiles(again)).toEqual([])
})

test('undelivered until the token has ended by itself: forgotten then', async () => {
  const { its, clock, fault } = await signedIn()
  fault({ kind: 'drop', match: revoke })
  await its.signOut()
  await clock.advance(7 * 24 * hour - minute)
  expect(its.app.state.current.pendingSignOuts).toHaveLength(1)
  await clock.advance(hour)
  expect(its.app.state.current.pendingSignOuts).toEqual([])
  expect(grantFiles(its)).toEqual([])
})

test('waits for the refresh under way, and revokes the newest token', async () => {
  const { its, clock, control, fault, release } = await signedIn()
  await clock.advance(9 * minute + 30_000)
  const held = fault({ kind: 'hold', match: { body: 'grant_type=refresh_token' } })
  await its.read()
  const leaving = its.commands['organisation.sign-out']({ organisationId: 'org_halden', forget: false })
  await its.wire.quiet()
  expect(its.session?.kind).toBe('signing-out')
  expect(its.wire.requests('/revoke')).toEqual([])
  await release(held)
  await leaving
  await its.wire.quiet()
  const last = control.requests().slice(-2)
  expect(last.map(({ path }) => path.split('/').at(-1))).toEqual(['token', 'revoke'])
  expect(control.stats()).toMatchObject({ refreshes: 1, revocations: 1, ineffectiveRevocations: 0 })
  expect(ends(its)).toEqual(['revoked by the client'])
})

test('the same organisation again: the new grant is seen to work, then the old one ends', async () => {
  const { its, clock, control } = await signedIn()
  await its.start()
  control.clearRequests()
  await its.approve()
  expect(its.wire.control.requests().map(({ path }) => path.split('/').at(-1))).toEqual([
    'token',
    'balance',
    'revoke',
    'balance',
  ])
  expect(ends(its)).toEqual(['revoked by the client', null])
  await clock.advance(3 * hour)
  expect(its.app.state.current.organisations).toMatchObject([
    { id: 'org_halden', session: { kind: 'active' }, trouble: null },
  ])
})

test('the same organisation again while its sign-out is undelivered: the old one ends, the new one lives', async () => {
  const { its, clock, control, fault } = await signedIn()
  const id = fault({ kind: 'drop', match: revoke })
  await its.signOut()
  await its.start()
  await its.approve()
  control.clearFaults(id)
  await clock.advance(hour)
  expect(ends(its)).toEqual(['revoked by the client', null])
  expect(its.app.state.current).toMatchObject({
    organisations: [{ session: { kind: 'active' }, trouble: null }],
    pendingSignOuts: [],
  })
})

test('of two organisations one leaves and the other stays', async () => {
  const { its, clock } = await signedIn()
  await its.start()
  await its.approve({ orgId: 'org_brightwater' })
  await its.signOut('org_halden')
  await clock.advance(3 * hour)
  expect(its.app.state.current.organisations).toMatchObject([
    { id: 'org_brightwater', session: { kind: 'active' }, trouble: null },
  ])
  expect(ends(its)).toEqual(['revoked by the client', null])
})

test('kept in memory only: revoked at quit, and said which when that fails', async () => {
  const wire = await startWire()
  made = wireApp(wire, { secrets: new MemorySecrets('weak') })
  await made.app.start()
  await made.start()
  await made.commands['sign-in.keep']({ where: 'memory' })
  await wire.quiet()
  await made.approve()
  expect(made.session).toMatchObject({ kind: 'active', keeping: 'memory' })
  expect(grantFiles(made)).toEqual([])
  wire.fault({ kind: 'status', status: 503, match: revoke, times: 1 })
  expect(await made.shutDown()).toMatchObject([
    { organisationName: 'Halden Research', until: expect.any(Number) },
  ])
})

test('quitting waits 5 s for a revocation, not longer', async () => {
  const wire = await startWire()
  made = wireApp(wire, { secrets: new MemorySecrets('weak') })
  await made.app.start()
  await made.start()
  await made.commands['sign-in.keep']({ where: 'memory' })
  await wire.quiet()
  await made.approve()
  wire.fault({ kind: 'hold', match: revoke })
  let left: unknown
  const quitting = made.shutDown().then((alive) => {
    left = alive
  })
  await wire.clock.advance(4999)
  expect(left).toBeUndefined()
  await wire.clock.advance(1)
  await quitting
  expect(left).toHaveLength(1)
})
