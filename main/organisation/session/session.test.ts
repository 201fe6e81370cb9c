import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { failed, ok } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import { memoryApp, signedIn, stopPolling } from '../../testing/memory-app.ts'
import { jsonReply, MemorySecrets } from '../../testing/memory-ports.ts'
import type { Fault } from '../../testing/memory-service.ts'
import { settle } from '../../testing/virtual-clock.ts'

async function session() {
  const made = await signedIn()
  stopPolling(made.app)
  const open = made.app.organisations.get('org_1')?.session
  if (open === undefined) throw new Error('not signed in')
  return { ...made, session: open }
}

const view = (made: Awaited<ReturnType<typeof session>>) => made.app.state.current.organisations[0]?.session

test('uses the access token until shortly before its expiry, then refreshes it once for all callers', async () => {
  const { session: open, clock, service } = await session()
  const before = service.used.at(-1)
  await clock.advance(500_000)
  expect(await open.call((token) => Promise.resolve(ok(token)))).toEqual(ok(before))
  await clock.advance(70_000)
  const answers = await Promise.all([1, 2, 3].map(() => open.call((token) => Promise.resolve(ok(token)))))
  expect(service.presented).toHaveLength(1)
  expect(new Set(answers.map((one) => one.ok && one.value)).size).toBe(1)
  expect(answers[0]).not.toEqual(ok(before))
})

test('shares one refresh between concurrent calls', async () => {
  const made = await session()
  const both = await Promise.all([made.session.refresh(), made.session.refresh()])
  expect(both[0]).toEqual(both[1])
  expect(made.service.presented).toHaveLength(1)
})

test('a keyring that is gone: nothing is written in its place with a key that anybody knows', async () => {
  const made = await session()
  made.secrets.strength = 'weak'
  expect((await made.session.refresh()).ok).toBe(true)
  await settle()
  expect(view(made)).toMatchObject({ unsaved: { kind: 'keyring' } })
  expect([...made.store.files.values()].join('')).not.toContain('weak:')
})

test('the new pair is on the disk before anything uses it', async () => {
  const { session: open, clock, service, store } = await session()
  await clock.advance(570_000)
  await open.call((token) => {
    const kept = [...store.files.values()].join('')
    expect(kept).toContain([...token].reverse().join(''))
    expect(kept).toContain([...(service.liveRefreshToken ?? 'none')].reverse().join(''))
    return Promise.resolve(ok(null))
  })
})

test('refreshes and repeats once after a 401 for the newest token, and returns a second 401', async () => {
  const { session: open, service } = await session()
  const used: string[] = []
  const answer = await open.call((token) => {
    used.push(token)
    return Promise.resolve(failed(failure('unauthorized', '401')))
  })
  expect(answer).toMatchObject({ failure: { kind: 'unauthorized' } })
  expect(used).toHaveLength(2)
  expect(service.presented).toHaveLength(1)
})

test('repeats with the newest token after a 401 for an older one, without a refresh', async () => {
  const { session: open, service } = await session()
  let first = true
  const answer = await open.call(async (token) => {
    if (!first) return ok(token)
    first = false
    await open.refresh()
    return failed(failure('unauthorized', '401'))
  })
  expect(answer.ok).toBe(true)
  expect(service.presented).toHaveLength(1)
})

test('ends the session only for invalid_grant', async () => {
  const made = await session()
  for (const fault of ['offline', 'timeout', 'page', '503', 'broken'] satisfies Fault[]) {
    made.service.faults.push(fault)
    expect((await made.session.refresh()).ok).toBe(false)
    expect(view(made)?.kind).toBe('active')
    // One of them asks to be left alone for a while.
    await made.clock.advance(11_000)
  }
  made.service.endGrant()
  expect(await made.session.refresh()).toMatchObject({ failure: { kind: 'signed-out' } })
  await settle()
  expect(view(made)).toMatchObject({ kind: 'sign-in-again', since: made.clock.now() })
  const asked = made.service.presented.length
  await made.session.refresh()
  expect(made.service.presented).toHaveLength(asked)

  const again = memoryApp(made)
  await again.app.start()
  await again.clock.advance(600_000)
  expect(again.app.state.current.organisations[0]?.session.kind).toBe('sign-in-again')
  expect(made.service.presented).toHaveLength(asked)
})

test('repeats a refresh without a forgotten client id, and ends the session only if that fails too', async () => {
  const made = await session()
  const bodies: string[] = []
  made.service.before = (request) => {
    if (!request.url.endsWith('/token')) return undefined
    bodies.push(request.body ?? '')
    return request.body?.includes('client_id') ? jsonReply(401, { error: 'invalid_client' }) : undefined
  }
  expect((await made.session.refresh()).ok).toBe(true)
  expect(bodies).toHaveLength(2)
  let bare: 'offline' | 'proxy-auth' = 'offline'
  made.service.before = (request) => {
    if (!request.url.endsWith('/token')) return undefined
    if (request.body?.includes('client_id')) return jsonReply(401, { error: 'invalid_client' })
    return failed(failure(bare, 'gone'))
  }
  for (bare of ['offline', 'proxy-auth'] as const) {
    await made.session.refresh()
    expect(view(made)?.kind).toBe('active')
  }
  made.service.before = (request) =>
    request.url.endsWith('/token') ? jsonReply(401, { error: 'invalid_client' }) : undefined
  await made.session.refresh()
  await settle()
  expect(view(made)?.kind).toBe('sign-in-again')
  expect([...made.store.files.keys()].some((name) => name.endsWith('/grant'))).toBe(true)
})

test('keeps a new pair in memory when its write fails, reports it, and retries until it is written', async () => {
  const made = await session()
  made.store.broken = failure('storage', 'ENOSPC')
  expect((await made.session.refresh()).ok).toBe(true)
  await settle()
  expect(view(made)).toMatchObject({ kind: 'active', unsaved: { kind: 'storage' } })
  made.store.broken = null
  await made.clock.advance(5000)
  expect(view(made)).toMatchObject({ unsaved: null })
  const kept = [...made.store.files.values()].join('')
  expect(kept).toContain([...(made.service.liveRefreshToken ?? 'none')].reverse().join(''))
})

test('asks to sign in again at the end of the authorization, unless a refresh succeeds', async () => {
  const made = await session()
  made.clock.jump(90 * 24 * 3600_000 + 1)
  made.service.faults.push('offline')
  await made.session.refresh()
  await settle()
  expect(view(made)?.kind).toBe('sign-in-again')
  await made.session.refresh()
  await settle()
  expect(view(made)?.kind).toBe('active')
})

test.each(['', '  ', '\u200E', '\u2060\u3164', '\u2800'])(
  'a refresh or a new sign-in that brings the name %j leaves the last good one, also on the disk',
  async (name) => {
    const made = await session()
    made.service.organisation = { id: 'org_1', name }
    await made.session.refresh()
    await settle()
    const shown = () => made.app.state.current.organisations[0]?.name
    expect(shown()).toBe('Halden Research')
    made.service.decision = 'approved'
    await made.commands['sign-in.start']({ permissions: [] })
    await made.clock.advance(7000)
    expect(shown()).toBe('Halden Research')
    const again = memoryApp(made)
    await again.app.start()
    expect(again.app.state.current.organisations[0]?.name).toBe('Halden Research')
  },
)

test.each([
  ['401', 401, { detail: 'Invalid refresh token' }],
  ['403', 403, { detail: 'Forbidden' }],
  ['400', 400, { error: 'unauthorized_client' }],
  ['404', 404, { detail: 'Not Found' }],
])(
  'a server that refuses each refresh with %s is asked ever less often; after its end "sign in again"',
  async (...args) => {
    const [, status, body] = args
    const made = await signedIn()
    const asked: number[] = []
    made.service.before = (request) => {
      if (!request.url.endsWith('/token')) return undefined
      asked.push(made.clock.elapsed())
      return jsonReply(status, body)
    }
    const hour = 3600_000
    const shown = () => made.app.state.current.organisations[0]?.session
    const signInUntil = made.app.organisations.get('org_1')?.session.record.grant?.signInUntil ?? 0
    await made.clock.advance(24 * hour)
    expect(shown()?.kind).toBe('active')
    expect(asked.length).toBeGreaterThan(10)
    expect(asked.length).toBeLessThan(30)
    const gaps = asked.slice(1).map((at, index) => at - (asked[index] ?? 0))
    expect(Math.max(...gaps)).toBeLessThan(3 * hour)
    expect(gaps.at(-1)).toBeGreaterThanOrEqual(2 * hour)
    await made.clock.advance(7 * 24 * hour)
    expect(shown()).toEqual({ kind: 'sign-in-again', since: signInUntil })
    // The token is kept, so a server that has recovered ends this.
    made.service.before = null
    await made.clock.advance(3 * hour)
    expect(shown()?.kind).toBe('active')
  },
)

test('refreshes nothing between suspend and resume', async () => {
  const made = await session()
  made.app.suspend()
  expect((await made.session.refresh()).ok).toBe(false)
  expect(made.service.presented).toEqual([])
  made.app.resume()
  expect((await made.session.refresh()).ok).toBe(true)
})

test('waits with a sign-out for the refresh in flight, and revokes the newest token', async () => {
  const made = await session()
  const old = made.service.liveRefreshToken
  let answerNow = (): void => {}
  made.service.before = (request) => {
    if (!request.url.endsWith('/token')) return undefined
    made.service.before = null
    return new Promise((resolve) => {
      answerNow = () => resolve(made.service.http.answer(request))
    })
  }
  const refreshing = made.session.refresh()
  const leaving = made.app.organisations.get('org_1')?.signOut({ forget: false })
  await settle()
  expect(made.service.revoked).toEqual([])
  expect(view(made)?.kind).toBe('signing-out')
  answerNow()
  await refreshing
  await leaving
  await settle()
  expect(made.service.revoked).toHaveLength(1)
  expect(made.service.revoked).not.toEqual([old])
  expect(made.service.liveRefreshToken).toBeNull()
})

const step = fc.oneof(
  fc
    .constantFrom<Fault>('offline', 'timeout', 'page', '503', 'broken')
    .map((fault) => ({ kind: 'fault' as const, fault })),
  fc.nat(1_500_000).map((ms) => ({ kind: 'pass' as const, ms })),
  fc.constantFrom('full', 'space', 'restart', 'call', 'wake').map((kind) => ({ kind: kind as 'full' })),
)

test('property: loses no token in any failure, as long as responses arrive', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      let made = await signedIn()
      for (const one of steps as readonly { kind: string; fault?: Fault; ms?: number }[]) {
        if (one.kind === 'fault' && one.fault) made.service.faults.push(one.fault)
        else if (one.kind === 'pass') await made.clock.advance(one.ms ?? 0)
        else if (one.kind === 'wake') await made.clock.wake()
        else if (one.kind === 'full') made.store.broken = failure('storage', 'ENOSPC')
        else if (one.kind === 'space') {
          made.store.broken = null
          await made.clock.advance(61_000)
        } else if (one.kind === 'call') await made.app.organisations.get('org_1')?.balance.refresh()
        else if (one.kind === 'restart' && made.store.broken === null) {
          await made.clock.advance(61_000)
          await made.app.shutDown()
          made = { ...made, ...memoryApp(made) }
          await made.app.start()
        }
      }
      made.store.broken = null
      made.service.faults = []
      await made.clock.advance(700_000)
      await made.app.organisations.get('org_1')?.balance.refresh()
      expect(made.app.state.current.organisations).toMatchObject([
        { session: { kind: 'active', unsaved: null }, trouble: null },
      ])
      // No refresh token was presented again after it had been answered with a new one.
      const answered = made.service.presented.filter((token, at, all) => all.indexOf(token) !== at)
      expect(answered).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test('refreshes only at half of the refresh token’s lifetime while the screen is locked for months', async () => {
  const made = await session()
  const day = 24 * 3600_000
  made.app.setPower({ onBattery: false, locked: true })
  await made.clock.advance(3.4 * day)
  expect(made.service.presented).toHaveLength(0)
  await made.clock.advance(0.2 * day)
  expect(made.service.presented).toHaveLength(1)
  await made.clock.advance(80 * day)
  expect(made.service.presented.length).toBeLessThan(26)
  expect(view(made)).toMatchObject({ kind: 'active' })
})

test('reports the start of each lifetime', async () => {
  const made = await session()
  const authorizedAt = made.clock.now() - 1000
  expect(view(made)).toMatchObject({ authorizedAt, renewedAt: authorizedAt })
  await made.clock.advance(60_000)
  await made.session.refresh()
  await settle()
  expect(view(made)).toMatchObject({ authorizedAt, renewedAt: made.clock.now() })
})

/** The keyring of one desktop: it opens only what it has encrypted itself, as KWallet and GNOME Keyring do. */
class DesktopKeyring extends MemorySecrets {
  readonly #desktop: string
  constructor(desktop: string) {
    super()
    this.#desktop = desktop
  }

  override async encrypt(plaintext: string) {
    const { ciphertext } = await super
      .encrypt(plaintext)
      .then((sealed) => (sealed.ok ? sealed.value : { ciphertext: '' }))
    return ok({ ciphertext: `${this.#desktop}:${ciphertext}`, strength: 'strong' as const })
  }

  override async decrypt(ciphertext: string) {
    const [desktop, ...rest] = ciphertext.split(':')
    return desktop === this.#desktop
      ? super.decrypt(rest.join(':'))
      : failed(failure('keyring', 'another key'))
  }
}

describe('a profile that moves from KDE to another desktop and back', () => {
  const [kde, gnome] = [new DesktopKeyring('kde'), new DesktopKeyring('gnome')]

  async function moved() {
    let made = await signedIn({ secrets: kde })
    const shown = () => made.app.state.current.organisations[0]?.session.kind
    const moveTo = async (secrets: MemorySecrets) => {
      await made.app.shutDown()
      made = { ...made, ...memoryApp({ ...made, secrets }) }
      await made.app.start()
      await settle()
    }
    return { service: made.service, shown, moveTo, current: () => made }
  }

  test('is signed in again as soon as the first desktop is back', async () => {
    const { service, shown, moveTo } = await moved()
    expect(shown()).toBe('active')
    await moveTo(gnome)
    expect(shown()).toBe('unreadable')
    await moveTo(kde)
    expect(shown()).toBe('active')
    expect(service.revoked).toEqual([])
  })

  test('keeps each sign-in until it can be decrypted, and then revokes replaced ones', async () => {
    const { service, shown, moveTo, current } = await moved()
    const old = service.liveRefreshToken
    await moveTo(gnome)
    service.decision = 'approved'
    await current().commands['sign-in.start']({ permissions: [] })
    await current().clock.advance(7000)
    expect(shown()).toBe('active')
    expect(service.revoked).toEqual([])
    await moveTo(kde)
    expect(shown()).toBe('unreadable')
    await moveTo(gnome)
    expect(shown()).toBe('active')
    // Both keyrings open, as where the user has unlocked KWallet on the other desktop: nothing is left behind.
    const both = new DesktopKeyring('gnome')
    both.decrypt = async (ciphertext) => {
      const opened = await gnome.decrypt(ciphertext)
      return opened.ok ? opened : kde.decrypt(ciphertext)
    }
    await moveTo(both)
    await current().app.organisations.get('org_1')?.balance.refresh()
    await settle()
    expect(service.revoked).toEqual([old])
    expect(shown()).toBe('active')
  })
})
