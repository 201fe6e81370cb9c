/** One session without the app around it: before a server, a vault and a clock that the test moves. */
import { describe, expect, it } from 'vitest'
import { type Failure, failed, ok, type Result } from '../../../preload/contract/index.ts'
import { dayMs, hourMs } from '../../calendar.ts'
import { failure } from '../../parallel/failures.ts'
import type { ApprovedGrant, OAuth, Tokens } from '../../parallel/oauth.ts'
import { MemoryLog } from '../../testing/memory-ports.ts'
import { settle, VirtualClock } from '../../testing/virtual-clock.ts'
import { RunState } from '../run-state.ts'
import type { Grant, GrantRecord, SealedGrant } from './grant.ts'
import { Session } from './session.ts'
import type { Opened, Vault } from './vault.ts'

const start = new VirtualClock().now()
const grant: Grant = {
  keeping: 'encrypted',
  clientId: 'client-7',
  scope: ['balance:read'],
  accessToken: 'access-0',
  refreshToken: 'refresh-0',
  authorizedAt: start,
  renewedAt: start,
  accessUntil: start + hourMs,
  signInUntil: start + 7 * dayMs,
  authorizationUntil: start + 90 * dayMs,
  endedAt: null,
}
const older = { keeping: 'encrypted', refreshToken: 'older', since: start, until: null } as const
const offline = failure('offline', 'no network')
const organisation = { id: 'org_1', name: 'Halden Research' }

/** Another sign-in to the same organisation. */
const approvedAgain = (receivedAt: number): ApprovedGrant => ({
  clientId: 'client-8',
  scope: ['keys:read'],
  receivedAt,
  tokens: {
    accessToken: 'new',
    refreshToken: 'new-refresh',
    accessLifetimeMs: hourMs,
    refreshLifetimeMs: dayMs,
    authorizationLifetimeMs: null,
    organisationId: 'org_1',
    organisationName: null,
    scope: null,
  },
})

/** @param open what the keyring answers; without it the tokens are decrypted already */
function alone(
  change: Partial<GrantRecord> = {},
  sealed: SealedGrant | null = null,
  open?: () => Promise<Opened>,
) {
  const clock = new VirtualClock()
  const world = {
    refreshes: 0,
    revoked: [] as string[],
    saved: [] as GrantRecord[],
    removed: 0,
    olderRevoked: 0,
    asked: [] as string[],
    /** Set: the answer to each refresh, revocation or write. */
    refusal: null as Failure | null,
    revocationFails: false as boolean | string,
    full: false,
    lifetimes: { refresh: 7 * dayMs, access: hourMs },
    during: async () => {},
  }
  const tokens = (): Tokens => ({
    accessToken: `access-${world.refreshes}`,
    refreshToken: `refresh-${world.refreshes}`,
    accessLifetimeMs: world.lifetimes.access,
    refreshLifetimeMs: world.lifetimes.refresh,
    authorizationLifetimeMs: null,
    organisationId: 'org_1',
    organisationName: null,
    scope: null,
  })
  const oauth = {
    refresh: async () => {
      world.refreshes += 1
      const answer = world.refusal === null ? ok(tokens()) : failed(world.refusal)
      await world.during()
      return answer
    },
    revoke: async (token: string) => {
      if (world.revocationFails === true || world.revocationFails === token) return failed(offline)
      world.revoked.push(token)
      return ok(null)
    },
  } as unknown as OAuth
  const vault = {
    save: async (record: GrantRecord): Promise<Result<null>> => {
      if (world.full) return failed(failure('storage', 'ENOSPC'))
      world.saved.push(record)
      return ok(null)
    },
    remove: () => {
      world.removed += 1
      return ok(null)
    },
  } as unknown as Vault
  const runState = new RunState(clock)
  const record = { organisation, signedInAt: start, grant, revocations: [], unopened: [], ...change }
  const session = new Session(
    {
      oauth,
      vault,
      clock,
      random: { fraction: () => 0.5, uuid: () => '' },
      log: new MemoryLog(),
      runState,
      onChanged: () => {},
      onOlderRevoked: () => {
        world.olderRevoked += 1
      },
    },
    { record, sealed, ...(open && { open }) },
  )
  const call = (answer: (token: string) => Result<unknown> = () => ok(null)) =>
    session.call(async (token) => {
      world.asked.push(token)
      return answer(token)
    })
  return { session, clock, runState, world, call }
}

describe('an access token', () => {
  it('is used until 35 s before its end', async () => {
    const { clock, call, world } = alone()
    await clock.advance(hourMs - 35_001)
    await call()
    expect(world.asked).toEqual(['access-0'])
    await clock.advance(1)
    await call()
    expect(world.asked).toEqual(['access-0', 'access-1'])
  })

  it('isn’t used once the server has ended the grant, or after the sign-out', async () => {
    const { session, call, world } = alone()
    world.refusal = failure('signed-out', 'invalid_grant')
    expect(await session.refresh()).toMatchObject({ failure: { kind: 'signed-out' } })
    expect(await call()).toMatchObject({ failure: { kind: 'signed-out' } })
    await session.renewIfDue()
    const left = alone()
    await left.session.signOut()
    expect(await left.call()).toMatchObject({ failure: { kind: 'signed-out' } })
    expect(await left.session.refresh()).toMatchObject({ failure: { kind: 'signed-out' } })
    expect([...world.asked, ...left.world.asked]).toEqual([])
    expect([world.refreshes, left.world.refreshes]).toEqual([1, 0])
  })

  it('comes from the refresh in flight', async () => {
    const { session, call, world } = alone()
    const refreshing = session.refresh()
    await Promise.all([refreshing, call()])
    expect(world).toMatchObject({ refreshes: 1, asked: ['access-1'] })
  })
})

describe('before the machine sleeps', () => {
  it('no request starts, and the failure says that none was sent', async () => {
    const { runState, call, world } = alone()
    runState.suspend()
    expect(await call()).toMatchObject({ failure: { kind: 'offline', notSent: true } })
    expect(world.asked).toEqual([])
  })

  it('no call is repeated after a 401', async () => {
    const { runState, call, world } = alone()
    world.during = async () => runState.suspend()
    expect(await call(() => failed(failure('unauthorized', '401')))).toMatchObject({
      failure: { notSent: true },
    })
    expect(world.asked).toEqual(['access-0'])
  })

  it('nothing is revoked before the resume', async () => {
    const { runState, session, call, world } = alone({ revocations: [older] })
    world.revocationFails = true
    await call()
    await settle()
    world.revocationFails = false
    runState.suspend()
    session.revokeNow()
    await settle()
    expect(world.revoked).toEqual([])
    runState.resume()
    session.revokeNow()
    await settle()
    expect(world.revoked).toEqual(['older'])
  })
})

it('returns the failure of the refresh after a 401, without a second request', async () => {
  const { call, world } = alone()
  world.refusal = offline
  expect(await call(() => failed(failure('unauthorized', '401')))).toEqual(failed(offline))
  expect(world.asked).toEqual(['access-0'])
})

it('keeps the refresh token of a response without an access token, and reports a failure', async () => {
  const { session, world } = alone()
  world.lifetimes.access = 0
  await session.refresh()
  expect(session.record.grant).toMatchObject({ refreshToken: 'refresh-1' })
})

describe('the grant before the present one', () => {
  const replaced = { revocations: [older] }

  it.each([
    ['an answer', ok(null)],
    ['a refusal that only a valid token gets', failed(failure('forbidden', '403'))],
  ])('is revoked only once the server has accepted the current one, by %s', async (_name, answer) => {
    const { session, call, world } = alone(replaced)
    session.revokeNow()
    await settle()
    await call(() => failed(failure('rate-limited', '429')))
    await settle()
    expect(world.revoked).toEqual([])
    await call(() => answer)
    await settle()
    expect(world).toMatchObject({ revoked: ['older'], olderRevoked: 1 })
    expect(session.record.revocations).toEqual([])
  })

  it('is revoked without that once the current one has ended', async () => {
    const { session, world } = alone({ ...replaced, grant: { ...grant, endedAt: start } })
    session.revokeNow()
    await settle()
    expect(world.revoked).toEqual(['older'])
    expect(alone({ grant: null, revocations: [older] }).session.isAlive).toBe(false)
  })

  it('stays pending until the server confirms its own revocation', async () => {
    const { session, world, call } = alone({ revocations: [older, { ...older, refreshToken: 'oldest' }] })
    world.revocationFails = 'older'
    await call()
    await settle()
    expect(world.revoked).toEqual(['oldest'])
    expect(session.record.revocations).toEqual([older])
  })

  it('isn’t checked after a sign-out', async () => {
    const { world } = alone({ ...replaced, grant: null })
    await settle()
    expect(world).toMatchObject({ revoked: ['older'], olderRevoked: 0 })
  })

  it('is kept while the current one can’t be decrypted', async () => {
    const { session, world } = alone({ ...replaced, grant: null }, { facts: grant, failedAt: start })
    session.revokeNow()
    await settle()
    expect(world.revoked).toEqual([])
  })

  it('is kept during a sign-out, and revoked with it', async () => {
    const { session, world } = alone(replaced)
    const leaving = session.signOut()
    session.revokeNow()
    expect(world.revoked).toEqual([])
    await leaving
    await settle()
    expect(world.revoked).toEqual(['older', 'refresh-0'])
    expect(session.record.revocations).toEqual([])
  })

  it('waits for the acceptance of the newest grant after another sign-in', async () => {
    const { session, call, world, clock } = alone()
    await call()
    world.refreshes = 5
    await session.adopt(approvedAgain(clock.now()), 'encrypted', 'Halden')
    session.revokeNow()
    await settle()
    expect(world.revoked).toEqual([])
    await call()
    await settle()
    expect(world.revoked).toEqual(['refresh-0'])
    expect(session.record).toMatchObject({ signedInAt: start, organisation: { name: 'Halden' } })
  })
})

describe('a refused refresh', () => {
  const refused = failure('forbidden', '403')
  /** The answer to a refresh, and how many have been sent. */
  const refreshAt = async (made: ReturnType<typeof alone>, ms: number): Promise<number> => {
    await made.clock.advance(ms)
    await made.session.refresh()
    return made.world.refreshes
  }

  it('is retried as usual for an hour, then after half of the time since the first refusal', async () => {
    const made = alone()
    made.world.refusal = refused
    expect(await refreshAt(made, 0)).toBe(1)
    expect(await refreshAt(made, hourMs - 1)).toBe(2)
    expect(await refreshAt(made, 1)).toBe(3)
    expect(await refreshAt(made, hourMs / 2 - 1)).toBe(3)
    expect(await refreshAt(made, 1)).toBe(4)
    expect(await refreshAt(made, 0.75 * hourMs - 1)).toBe(4)
    expect(await refreshAt(made, 1)).toBe(5)
    // After ten hours, no less often than every two.
    expect(await refreshAt(made, 8 * hourMs)).toBe(6)
    expect(await refreshAt(made, 2 * hourMs - 1)).toBe(6)
    expect(await refreshAt(made, 1)).toBe(7)
  })

  it('starts over after a success', async () => {
    const made = alone()
    made.world.refusal = refused
    await refreshAt(made, 0)
    made.world.refusal = null
    await refreshAt(made, 30 * 60_000)
    made.world.refusal = refused
    expect(await refreshAt(made, hourMs)).toBe(3)
    expect(await refreshAt(made, 1)).toBe(4)
  })

  it('doesn’t include network failures, which are retried as usual for hours', async () => {
    const made = alone()
    made.world.refusal = offline
    for (const times of [1, 2, 3, 4, 5]) expect(await refreshAt(made, 2 * hourMs)).toBe(times)
    // The hours before it count for nothing.
    made.world.refusal = refused
    expect(await refreshAt(made, 1)).toBe(6)
    expect(await refreshAt(made, 1)).toBe(7)
    made.world.refusal = offline
    expect(await refreshAt(made, 2 * hourMs)).toBe(8)
    expect(await refreshAt(made, 1)).toBe(9)
  })

  it('waits at least for as long as the server asks', async () => {
    const made = alone()
    made.world.refusal = failure('rate-limited', '429', { retryAfterMs: 60_000 })
    await refreshAt(made, 0)
    expect(await refreshAt(made, 59_999)).toBe(1)
    expect(await refreshAt(made, 1)).toBe(2)
  })
})

describe('what is shown of the session', () => {
  it('is active until a refresh fails, also after its end', async () => {
    const { session, clock, world } = alone()
    clock.jump(7 * dayMs)
    expect(session.view.kind).toBe('active')
    world.refusal = offline
    await session.refresh()
    expect(session.view).toEqual({ kind: 'sign-in-again', since: grant.signInUntil })
    clock.jump(-1)
    expect(session.view.kind).toBe('active')
  })

  it('is active after any failure if no end is known', async () => {
    const { session, clock, world } = alone({
      grant: { ...grant, signInUntil: null, authorizationUntil: null },
    })
    clock.jump(1000 * dayMs)
    world.refusal = offline
    await session.refresh()
    expect(session.view.kind).toBe('active')
  })

  it('is unreadable since the app started, with its permissions, while the keyring is locked', () => {
    const { session } = alone({ grant: null }, { facts: grant, failedAt: 7 })
    expect(session.view).toEqual({ kind: 'unreadable', since: 7 })
    expect(session.scope).toEqual(['balance:read'])
    expect(session.isSignedIn).toBe(true)
    expect(session.tokens).toEqual([])
  })

  it('is known before the tokens are decrypted', () => {
    const { session } = sealed()
    expect(session.view).toMatchObject({
      kind: 'active',
      keeping: 'encrypted',
      signInUntil: grant.signInUntil,
    })
    expect(session).toMatchObject({ isSignedIn: true, isAlive: true, scope: grant.scope, tokens: [] })
    const ended = sealed({ facts: { ...grant, endedAt: 5 }, failedAt: null })
    expect(ended.session.view).toEqual({ kind: 'sign-in-again', since: 5 })
    expect(ended.session.isAlive).toBe(false)
  })

  it('has pending sign-outs only after the sign-out', async () => {
    const unopened = [{ sealed: 'x', since: 3, until: 4 }]
    expect(alone({ revocations: [older], unopened }).session.pendingSignOuts).toEqual([])
    const left = alone({ revocations: [older], unopened })
    left.world.revocationFails = true
    await left.session.signOut()
    await settle()
    const name = { organisationId: 'org_1', organisationName: organisation.name }
    expect(left.session.pendingSignOuts).toEqual([
      { ...name, since: start, until: null, nextTryAt: left.clock.now() + 30_000 },
      { ...name, since: start, until: grant.signInUntil, nextTryAt: left.clock.now() + 30_000 },
      { ...name, since: 3, until: 4, nextTryAt: null },
    ])
    expect(left.session.scope).toEqual([])
  })
})

describe('a sign-out', () => {
  it('removes the file when the write fails, unless it has tokens that can’t be decrypted', async () => {
    const { session, world } = alone()
    world.full = true
    await session.signOut()
    await settle()
    expect(world).toMatchObject({ removed: 1, revoked: ['refresh-0'] })
    const other = alone({ unopened: [{ sealed: 'x', since: 3, until: null }] })
    other.world.full = true
    await other.session.signOut()
    expect(other.world.removed).toBe(0)
    expect(other.session.isSignedIn).toBe(false)
  })

  it('of undecryptable tokens succeeds only once it is stored', async () => {
    const { session, world } = alone({ grant: null }, { facts: grant, failedAt: start })
    world.full = true
    expect(await session.signOut()).toMatchObject({ failure: { kind: 'storage' } })
    expect(session.view.kind).toBe('unreadable')
    world.full = false
    expect(await session.signOut()).toEqual(ok(null))
    expect(session.isSignedIn).toBe(false)
  })

  it('is one at a time', async () => {
    const { session } = alone()
    const first = session.signOut()
    expect(await session.signOut()).toMatchObject({ failure: { kind: 'busy' } })
    expect(await first).toEqual(ok(null))
  })
})

it('sends no further request for a 401 that arrives after the sign-out', async () => {
  const { session, world } = alone()
  const answer = await session.call(async (token) => {
    world.asked.push(token)
    await session.signOut()
    return failed(failure('unauthorized', '401'))
  })
  expect(answer).toMatchObject({ failure: { kind: 'signed-out' } })
  expect(world).toMatchObject({ asked: ['access-0'], refreshes: 0 })
})

it('renews only when due', async () => {
  const { session, clock, world } = alone()
  await session.renewIfDue()
  await clock.advance(3.5 * dayMs)
  await session.renewIfDue()
  expect(world.refreshes).toBe(0)
  await clock.advance(1)
  await session.renewIfDue()
  expect(world.refreshes).toBe(1)
  await alone({ grant: null }).session.renewIfDue()
})

it('retries a failed write when settling, and writes nothing otherwise', async () => {
  const { session, world } = alone()
  await session.settled()
  expect(world.saved).toEqual([])
  world.full = true
  await session.refresh()
  expect(session.unsavedRevocations()).toMatchObject([{ refreshToken: 'refresh-1' }])
  world.full = false
  await session.settled()
  expect(world.saved).toHaveLength(1)
  expect(session.unsavedRevocations()).toEqual([])
})

/** A session whose keyring answers when the test says so. */
function sealed(grantBefore: SealedGrant = { facts: grant, failedAt: null }) {
  const unopened = [{ sealed: 'x', since: start, until: null }]
  let answer: (opened: Opened) => void = () => {}
  const answered = new Promise<Opened>((resolve) => {
    answer = resolve
  })
  const made = alone({ grant: null, unopened }, grantBefore, () => answered)
  const record: GrantRecord = { organisation, signedInAt: start, grant, revocations: [], unopened: [] }
  const opens = async (opened: Partial<Opened> = {}): Promise<void> => {
    const opening = made.session.open()
    answer({ record, sealed: null, rewrite: null, ...opened })
    await opening
  }
  return { ...made, record, opens }
}

describe('before the tokens are decrypted', () => {
  it('a call waits for them', async () => {
    const { call, opens, world } = sealed()
    const called = call()
    await settle()
    expect(world.asked).toEqual([])
    await opens()
    expect(await called).toEqual(ok(null))
    expect(world.asked).toEqual([grant.accessToken])
  })

  it('a call fails once the keyring doesn’t decrypt them', async () => {
    const { session, call, opens, record } = sealed()
    const called = call()
    await opens({ record: { ...record, grant: null }, sealed: { facts: grant, failedAt: 9 } })
    expect(await called).toMatchObject({ ok: false, failure: { kind: 'signed-out' } })
    expect(session.view).toEqual({ kind: 'unreadable', since: 9 })
  })

  it('a sign-out waits for them, and revokes them', async () => {
    const { session, opens, world } = sealed()
    const signedOut = session.signOut()
    await settle()
    expect(session.view).toEqual({ kind: 'signing-out' })
    expect(world.saved).toEqual([])
    await opens()
    expect(await signedOut).toEqual(ok(null))
    await settle()
    expect(world.revoked).toEqual([grant.refreshToken])
  })

  it('a new sign-in waits for them, and revokes them once it is accepted', async () => {
    const { session, call, opens, world } = sealed()
    const adopted = session.adopt(approvedAgain(start), 'encrypted', 'Halden Research')
    await settle()
    expect(world.saved).toEqual([])
    await opens()
    expect(await adopted).toEqual(ok(null))
    await call()
    await settle()
    expect(world.revoked).toEqual([grant.refreshToken])
  })

  it('a sign-out while the app exits keeps the ciphertext, to be revoked after the next start', async () => {
    const { session, world } = sealed()
    const signedOut = session.signOut()
    session.end()
    expect(await signedOut).toEqual(ok(null))
    expect(world.saved).toMatchObject([{ grant: null, unopened: [{ sealed: 'x' }] }])
    await session.settled()
  })

  it('neither undoes what was written while the app exits, nor lets a call through', async () => {
    const { session, call, opens, world } = sealed()
    const opening = session.open()
    const called = call()
    const adopted = session.adopt(approvedAgain(start), 'memory', 'Halden')
    session.end()
    expect(await called).toMatchObject({ ok: false, failure: { notSent: true } })
    expect(await adopted).toEqual(ok(null))
    await opens({ rewrite: (record) => record })
    await opening
    expect(session.unsavedRevocations()).toMatchObject([{ refreshToken: 'new-refresh' }])
    expect(world.saved).toMatchObject([{ grant: { refreshToken: 'new-refresh' }, unopened: [{}] }])
    expect(world.asked).toEqual([])
  })

  it('asks the keyring once', async () => {
    let asked = 0
    const record: GrantRecord = { organisation, signedInAt: start, grant, revocations: [], unopened: [] }
    const { session } = alone({ grant: null }, { facts: grant, failedAt: null }, async () => {
      asked += 1
      return { record, sealed: null, rewrite: null }
    })
    await Promise.all([session.open(), session.open()])
    await session.open()
    expect(asked).toBe(1)
  })

  it('rewrites the newest record if the keyring asks for it, and keeps the old one if that fails', async () => {
    const stronger = (record: GrantRecord): GrantRecord => ({
      ...record,
      grant: record.grant && { ...record.grant, keeping: 'encrypted' },
    })
    const plain: GrantRecord = {
      organisation,
      signedInAt: start,
      grant: { ...grant, keeping: 'plain' },
      revocations: [],
      unopened: [],
    }
    for (const full of [false, true]) {
      const { session, opens, world } = sealed()
      world.full = full
      await opens({ record: plain, rewrite: stronger })
      await session.settled()
      expect(world.saved).toMatchObject(full ? [] : [{ grant: { keeping: 'encrypted' } }])
      expect(session.view).toMatchObject({ keeping: full ? 'plain' : 'encrypted', unsaved: null })
    }
  })

  it('a sign-out that was interrupted shows no pending revocation before it is decrypted', async () => {
    const { session, opens, record } = sealed()
    const left = alone({ grant: null, unopened: [{ sealed: 'x', since: 3, until: 4 }] }, null, async () => ({
      record: { ...record, grant: null, revocations: [older] },
      sealed: null,
      rewrite: null,
    }))
    expect(left.session.pendingSignOuts).toEqual([])
    await left.session.open()
    expect(left.session.pendingSignOuts).toMatchObject([{ since: older.since }])
    await opens()
    expect(session.pendingSignOuts).toEqual([])
  })
})
