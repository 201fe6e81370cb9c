import { describe, expect, it } from 'vitest'
import { failed, ok, type Result } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import type { OAuth } from '../../parallel/oauth.ts'
import { MemoryLog } from '../../testing/memory-ports.ts'
import { settle, VirtualClock } from '../../testing/virtual-clock.ts'
import type { Revocation } from './grant.ts'
import { Revoker, revokeOnce } from './revoker.ts'
import { UnclaimedGrants } from './unclaimed-grants.ts'

const offline = failed(failure('offline', 'no network'))
const minute = 60_000

/** A server whose response to each revocation the test sets. */
function server() {
  const clock = new VirtualClock()
  const requests: { token: string; at: number }[] = []
  const world = { answer: ok(null) as Result<null>, requests, clock, log: new MemoryLog() }
  const oauth = {
    revoke: async (token: string) => {
      requests.push({ token, at: clock.elapsed() })
      return world.answer
    },
  } as unknown as OAuth
  return {
    ...world,
    deps: { oauth, clock, log: world.log },
    answers: (answer: Result<null>) => (world.answer = answer),
  }
}

function revoker(revocations: readonly Revocation[]) {
  const made = server()
  const world = { left: revocations, nextTryAt: [] as (number | null)[], done: 0 }
  const started = new Revoker(made.deps, {
    due: () => world.left,
    onDead: async (dead) => {
      world.done += 1
      world.left = world.left.filter(({ refreshToken }) => !dead.has(refreshToken))
    },
    onNextTryChanged: () => world.nextTryAt.push(started.nextTryAt),
  })
  return { ...made, world, started }
}

const revocation = (refreshToken: string, until: number | null = null): Revocation => ({
  keeping: 'encrypted',
  refreshToken,
  since: 0,
  until,
})
const gapsIn = (requests: readonly { at: number }[]) =>
  requests.slice(1).map(({ at }, index) => at - (requests[index]?.at ?? 0))

describe('pending revocations', () => {
  it('are sent at once, one request for each', async () => {
    const { started, requests, world, clock } = revoker([revocation('a'), revocation('b')])
    started.start()
    await settle()
    expect(requests.map(({ token }) => token)).toEqual(['a', 'b'])
    expect(world).toMatchObject({ left: [], done: 1, nextTryAt: [] })
    expect(clock.waiting).toBe(0)
  })

  it('are retried after 30 s, doubling up to half an hour', async () => {
    const { started, answers, requests, world, clock, log } = revoker([revocation('a')])
    answers(offline)
    started.start()
    await clock.advance(3 * 60 * minute)
    expect(gapsIn(requests).slice(0, 8)).toEqual([0.5, 1, 2, 4, 8, 16, 30, 30].map((one) => one * minute))
    expect(log.lines[0]).toContain('revocation not delivered')
    expect(world.done).toBe(0)
    const next = started.nextTryAt ?? 0
    answers(ok(null))
    await clock.advance(30 * minute)
    expect(requests.at(-1)?.at).toBe(next - (clock.now() - clock.elapsed()))
    expect(world).toMatchObject({ left: [], done: 1 })
    expect(started.nextTryAt).toBeNull()
    expect(clock.waiting).toBe(0)
  })

  it('keep the others for the next attempt when one is confirmed', async () => {
    const { started, answers, requests, world, clock } = revoker([revocation('a', 1), revocation('b')])
    answers(offline)
    started.start()
    await clock.advance(30_000)
    // "a" has expired, so it is invalid regardless of the response.
    expect(world.left).toEqual([revocation('b')])
    expect(requests.map(({ token }) => token)).toEqual(['a', 'b', 'b'])
  })

  it('start again with half a minute after a restart', async () => {
    const { started, answers, requests, clock } = revoker([revocation('a')])
    answers(offline)
    started.start()
    await clock.advance(60 * minute)
    const { length } = requests
    started.start()
    await settle()
    expect(requests).toHaveLength(length + 1)
    await clock.advance(30_000)
    expect(requests).toHaveLength(length + 2)
  })

  it('wait for as long as the server asks, also after a start or a wake', async () => {
    const { started, answers, requests, clock } = revoker([revocation('a')])
    answers(failed(failure('rate-limited', '429', { retryAfterMs: 5 * minute })))
    started.start()
    await settle()
    started.start()
    await clock.wake()
    await clock.advance(5 * minute - 1)
    expect(requests).toHaveLength(1)
    await clock.advance(1)
    expect(requests).toHaveLength(2)
  })

  it('are retried at once after a resume, but not when only the pause ended early', async () => {
    const { started, answers, requests, clock } = revoker([revocation('a')])
    answers(offline)
    started.start()
    await clock.advance(10 * minute)
    const { length } = requests
    await clock.wake()
    expect(requests).toHaveLength(length + 1)
  })

  it('report the time of the next attempt once for each change', async () => {
    const { started, answers, world, clock } = revoker([revocation('a')])
    answers(offline)
    started.start()
    await settle()
    const next = clock.now() + 30_000
    expect(world.nextTryAt).toEqual([next])
    await clock.advance(30_000)
    expect(world.nextTryAt).toEqual([next, null, clock.now() + minute])
  })

  it('are not sent after a stop', async () => {
    const { started, answers, requests, world, clock } = revoker([revocation('a')])
    answers(offline)
    started.start()
    await settle()
    started.stop()
    await clock.advance(60 * minute)
    expect(requests).toHaveLength(1)
    expect(world.left).toHaveLength(1)
    expect(clock.waiting).toBe(0)
  })

  it('aren’t changed by an answer that arrives after the stop', async () => {
    const { started, world } = revoker([revocation('a')])
    started.start()
    started.stop()
    await settle()
    expect(world).toMatchObject({ done: 0, left: [revocation('a')] })
  })
})

describe('one try', () => {
  const signal = new AbortController().signal

  it('treats a token as invalid once it is revoked or has expired', async () => {
    const { deps, answers, clock } = server()
    const now = clock.now()
    const all = [
      revocation('past', now - 1),
      revocation('now', now),
      revocation('future', now + 1),
      revocation('unknown'),
    ]
    expect([...(await revokeOnce(deps, all, signal)).dead]).toHaveLength(4)
    answers(offline)
    const { dead, retryAfterMs } = await revokeOnce(deps, all, signal)
    expect([...dead]).toEqual(['past', 'now'])
    expect(retryAfterMs).toBe(0)
  })

  it('waits for the longest time that the server asks for', async () => {
    const { deps, answers } = server()
    answers(failed(failure('rate-limited', '429', { retryAfterMs: 7000 })))
    expect((await revokeOnce(deps, [revocation('a'), revocation('b')], signal)).retryAfterMs).toBe(7000)
  })
})

describe('grants that no organisation holds', () => {
  const organisation = { id: 'org_1', name: 'Halden Research' }

  function unclaimed() {
    const made = server()
    const runState = { isAwake: true, mayRefresh: true }
    const grants = new UnclaimedGrants({ ...made.deps, runState: runState as never })
    return { ...made, runState, grants }
  }

  it('are tracked while they are being stored, and not revoked afterwards', async () => {
    const { grants, requests } = unclaimed()
    expect(grants.all).toEqual([])
    let finish = (_stored: Result<null>): void => {}
    const storing = grants.store('a', organisation, () => new Promise((resolve) => (finish = resolve)))
    expect(grants.all).toMatchObject([{ refreshToken: 'a', organisation, until: null }])
    finish(ok(null))
    expect(await storing).toEqual(ok(null))
    expect(grants.all).toEqual([])
    expect(requests).toEqual([])
  })

  it('are revoked if they can’t be stored', async () => {
    const { grants, requests } = unclaimed()
    expect(await grants.store('a', organisation, async () => offline)).toEqual(offline)
    await settle()
    expect(requests.map(({ token }) => token)).toEqual(['a'])
    expect(grants.all).toEqual([])
  })

  it('are kept until each is revoked', async () => {
    const { grants, answers, requests, clock } = unclaimed()
    answers(offline)
    grants.discard('a', organisation)
    await settle()
    grants.discard('b', organisation)
    await settle()
    expect(grants.all.map(({ refreshToken }) => refreshToken)).toEqual(['a', 'b'])
    answers(ok(null))
    grants.revokeNow()
    await settle()
    expect(grants.all).toEqual([])
    await clock.advance(60 * minute)
    expect(requests.map(({ token }) => token)).toEqual(['a', 'a', 'b', 'a', 'b'])
  })

  it('stay until the server confirms their own revocation', async () => {
    const { grants, answers, deps } = unclaimed()
    answers(offline)
    grants.discard('a', organisation)
    grants.discard('b', organisation)
    await settle()
    const { revoke } = deps.oauth
    deps.oauth.revoke = async (token, signal) => (token === 'a' ? ok(null) : revoke(token, signal))
    grants.revokeNow()
    await settle()
    expect(grants.all.map(({ refreshToken }) => refreshToken)).toEqual(['b'])
  })

  it('wait while the machine is about to sleep', async () => {
    const { grants, runState, requests } = unclaimed()
    runState.isAwake = false
    grants.discard('a', organisation)
    await settle()
    expect(requests).toEqual([])
    runState.isAwake = true
    grants.revokeNow()
    await settle()
    expect(requests).toHaveLength(1)
  })

  it('are attempted once each after the app has stopped', async () => {
    const { grants, answers, requests, clock } = unclaimed()
    answers(offline)
    grants.discard('a', organisation)
    await settle()
    grants.stop()
    grants.discard('b', organisation)
    await clock.advance(60 * minute)
    expect(requests.map(({ token }) => token)).toEqual(['a', 'b'])
    expect(clock.waiting).toBe(0)
  })
})
