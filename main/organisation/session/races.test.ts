/**
 * Concurrent operations: in any order, the newest grant ends up on the disk, nothing reappears after a sign-out, and no
 * unknown grant stays valid on the server.
 */
import { expect, test } from 'vitest'
import { failed } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import type { HttpRequest } from '../../ports.ts'
import { memoryApp, signedIn, stopPolling } from '../../testing/memory-app.ts'
import { jsonReply, MemorySecrets, type MemoryStore } from '../../testing/memory-ports.ts'
import { settle } from '../../testing/virtual-clock.ts'

/** A keyring that answers when the test lets it, in the order of the questions. */
class SlowSecrets extends MemorySecrets {
  slow = false
  readonly #waiting: (() => void)[] = []

  override async encrypt(plaintext: string) {
    if (this.slow) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    return super.encrypt(plaintext)
  }

  async answerAll(): Promise<void> {
    this.slow = false
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      next()
      await settle()
    }
  }
}

const isRefresh = (request: HttpRequest) => request.body?.includes('grant_type=refresh_token') === true
const isRevoke = (request: HttpRequest) => request.url.endsWith('/revoke')
const offline = () => failed(failure('offline', 'no network'))

function onDisk(store: MemoryStore): string {
  const texts = [...store.files].filter(([name]) => name.endsWith('/grant')).map(([, text]) => text)
  // The secrets in memory turn the text round.
  return texts.map((text) => text + [...text].reverse().join('')).join('')
}

function sessionOf(made: ReturnType<typeof memoryApp>) {
  const session = made.app.organisations.get('org_1')?.session
  if (session === undefined) throw new Error('not signed in')
  return session
}

test('keeps the new grant when the replaced one is refreshed meanwhile, and revokes that', async () => {
  const secrets = new SlowSecrets()
  const made = await signedIn({ secrets })
  const { clock, commands, service, store } = made
  service.before = (request) =>
    isRefresh(request)
      ? jsonReply(200, { access_token: 'old-2', refresh_token: 'OLD-2', org_id: 'org_1' })
      : undefined
  await commands['sign-in.start']({ permissions: [] })
  await settle()
  secrets.slow = true
  await clock.advance(6000)
  const refreshing = sessionOf(made).refresh()
  await settle()
  const newest = service.liveRefreshToken ?? 'none'
  await secrets.answerAll()
  await refreshing
  await settle()
  expect(onDisk(store)).toContain(newest)
  expect(sessionOf(made).record.grant?.refreshToken).toBe(newest)
  expect(service.revoked).toContain('OLD-2')
  expect(onDisk(store)).not.toContain('OLD-2')
})

test('stays signed in when a sign-in is approved during a sign-out', async () => {
  const made = await signedIn()
  const { app, clock, commands, service, store } = made
  await commands['sign-in.start']({ permissions: [] })
  await settle()
  let answer = (): void => {}
  service.before = (request) =>
    isRefresh(request)
      ? new Promise((resolve) => {
          answer = () => resolve(offline())
        })
      : undefined
  void sessionOf(made).refresh()
  const leaving = commands['organisation.sign-out']({ organisationId: 'org_1', forget: false })
  await settle()
  await clock.advance(6000)
  const newest = service.liveRefreshToken ?? 'none'
  answer()
  await leaving
  await clock.advance(1)
  const isHere = app.state.current.organisations.length === 1
  // Either order is right, a grant that is neither here nor ended is not.
  expect(isHere ? onDisk(store) : service.revoked.join()).toContain(newest)
  expect(isHere).toBe(service.liveRefreshToken !== null)
})

test('leaves a new grant unchanged when a sign-out waits for a refresh while it is being stored', async () => {
  const secrets = new SlowSecrets()
  const made = await signedIn({ secrets })
  const { app, clock, commands, service, store } = made
  await commands['sign-in.start']({ permissions: [] })
  await settle()
  secrets.slow = true
  await clock.advance(6000)
  expect(app.state.current.signIn.kind).toBe('storing')
  let answer = (): void => {}
  service.before = (request) =>
    isRefresh(request)
      ? new Promise((resolve) => {
          answer = () => resolve(offline())
        })
      : undefined
  void sessionOf(made).refresh()
  const leaving = commands['organisation.sign-out']({ organisationId: 'org_1', forget: true })
  await settle()
  const newest = service.liveRefreshToken ?? 'none'
  await secrets.answerAll()
  answer()
  await leaving
  await clock.advance(1)
  expect(app.state.current.organisations).toHaveLength(1)
  expect(onDisk(store)).toContain(newest)
  expect(service.revoked).not.toContain(newest)
  // Nothing is forgotten either, and the balance is read on.
  expect([...store.files.keys()].some((name) => name.endsWith('/readings'))).toBe(true)
  const { length } = service.http.requests
  await clock.advance(6 * 60_000)
  expect(service.http.requests.length).toBeGreaterThan(length)
})

test('restores nothing when a revocation is confirmed during a sign-out', async () => {
  const secrets = new SlowSecrets()
  const made = await signedIn({ secrets })
  const { clock, commands, service, store } = made
  let deliver = (): void => {}
  service.before = (request) => {
    if (!isRevoke(request)) return undefined
    service.before = null
    return new Promise((resolve) => {
      deliver = () => resolve(jsonReply(200, {}))
    })
  }
  await commands['sign-in.start']({ permissions: [] })
  await clock.advance(6000)
  secrets.slow = true
  const leaving = commands['organisation.sign-out']({ organisationId: 'org_1', forget: false })
  await settle()
  deliver()
  await settle()
  await secrets.answerAll()
  await leaving
  await clock.advance(1)
  expect(onDisk(store)).toBe('')
  const again = memoryApp(made)
  await again.app.start()
  expect(again.app.state.current.organisations).toEqual([])
})

test('does not affect a new grant by two earlier clicks on sign out', async () => {
  const made = await signedIn()
  const { app, clock, commands, service, store } = made
  service.before = (request) => (isRevoke(request) ? offline() : undefined)
  const [, second] = await Promise.all([
    commands['organisation.sign-out']({ organisationId: 'org_1', forget: false }),
    commands['organisation.sign-out']({ organisationId: 'org_1', forget: false }),
  ])
  expect(second).toMatchObject({ failure: { kind: 'busy' } })
  await commands['sign-in.start']({ permissions: [] })
  await clock.advance(6000)
  service.before = null
  await clock.advance(61_000)
  expect(app.state.current.organisations).toHaveLength(1)
  expect(onDisk(store)).toContain(service.liveRefreshToken ?? 'none')
})

test('revokes an older grant only once the server has accepted the newer one', async () => {
  const made = await signedIn()
  const { clock, commands, service } = made
  const old = service.liveRefreshToken
  service.before = (request) => (request.url.endsWith('/balance') ? jsonReply(500, {}) : undefined)
  await commands['sign-in.start']({ permissions: [] })
  await clock.advance(60_000)
  expect(service.revoked).toEqual([])
  service.before = null
  await clock.advance(300_000)
  expect(service.revoked).toEqual([old])
})

test('delivers a sign-out despite a wrong clock', async () => {
  const made = await signedIn()
  made.clock.jump(200 * 24 * 3600_000)
  const token = made.service.liveRefreshToken
  made.service.before = (request) => (isRefresh(request) ? offline() : undefined)
  await made.commands['organisation.sign-out']({ organisationId: 'org_1', forget: false })
  await settle()
  expect(made.service.revoked).toEqual([token])
})

test('uses no tokens of another organisation in the response to a refresh', async () => {
  const made = await signedIn()
  made.service.before = (request) =>
    isRefresh(request)
      ? jsonReply(200, { access_token: 'x', refresh_token: 'FOREIGN', org_id: 'org_2' })
      : undefined
  expect((await sessionOf(made).refresh()).ok).toBe(false)
  await settle()
  expect(made.app.state.current.organisations[0]?.session.kind).toBe('sign-in-again')
  expect(made.service.revoked).toContain('FOREIGN')
})

test('presents the new refresh token next when a response contains nothing else', async () => {
  const made = await signedIn()
  made.service.before = (request) =>
    isRefresh(request) ? jsonReply(200, { access_token: '', refresh_token: 'NEXT' }) : undefined
  expect((await sessionOf(made).refresh()).ok).toBe(false)
  expect(sessionOf(made).record.grant?.refreshToken).toBe('NEXT')
  expect(onDisk(made.store)).toContain('NEXT')
})

test('stores or revokes an approval that is being stored during a quit', async () => {
  const secrets = new SlowSecrets()
  const made = memoryApp({ secrets })
  await made.app.start()
  await made.commands['sign-in.start']({ permissions: [] })
  await settle()
  made.service.decision = 'approved'
  secrets.slow = true
  await made.clock.advance(6000)
  expect(made.app.state.current.signIn.kind).toBe('storing')
  const quitting = made.app.shutDown()
  await settle()
  await secrets.answerAll()
  await quitting
  expect(onDisk(made.store)).toContain(made.service.liveRefreshToken ?? 'none')
})

test('is signed out after a restart when the sign-out was being written during a quit', async () => {
  const secrets = new SlowSecrets()
  const made = await signedIn({ secrets })
  made.service.before = (request) => (isRevoke(request) ? offline() : undefined)
  secrets.slow = true
  void made.commands['organisation.sign-out']({ organisationId: 'org_1', forget: false })
  await settle()
  const quitting = made.app.shutDown()
  await settle()
  await secrets.answerAll()
  expect(await quitting).toEqual([])
  const again = memoryApp(made)
  await again.app.start()
  expect(again.app.state.current).toMatchObject({ organisations: [], pendingSignOuts: [{}] })
})

test('revokes an approval that a poll returns during a quit', async () => {
  const made = memoryApp()
  await made.app.start()
  await made.commands['sign-in.start']({ permissions: [] })
  await settle()
  made.service.decision = 'approved'
  let answer = (): void => {}
  made.service.before = (request) => {
    if (!request.url.endsWith('/token')) return undefined
    made.service.before = null
    return new Promise((resolve) => {
      answer = () => resolve(made.service.http.answer(request))
    })
  }
  await made.clock.advance(6000)
  const quitting = made.app.shutDown()
  await settle()
  answer()
  expect(await quitting).toEqual([])
  expect(made.service.liveRefreshToken).toBeNull()
  expect(onDisk(made.store)).toBe('')
})

test('retries a failed write of a token pair at quit', async () => {
  const made = await signedIn()
  made.store.broken = failure('storage', 'ENOSPC')
  await sessionOf(made).refresh()
  made.store.broken = null
  expect(await made.app.shutDown()).toEqual([])
  expect(onDisk(made.store)).toContain(made.service.liveRefreshToken ?? 'none')
})

test('reports a sign-out that could be neither stored nor delivered at quit', async () => {
  const made = await signedIn()
  made.service.before = offline
  made.store.broken = failure('storage', 'ENOSPC')
  await made.commands['organisation.sign-out']({ organisationId: 'org_1', forget: false })
  expect(onDisk(made.store)).toBe('')
  expect(await made.app.shutDown()).toMatchObject([{ organisationName: 'Halden Research' }])
})

test('refreshes nothing once a quit has begun, even after a resume', async () => {
  const made = await signedIn()
  await made.app.shutDown()
  made.app.resume()
  expect((await sessionOf(made).refresh()).ok).toBe(false)
  expect(made.service.presented).toEqual([])
})

test('keeps the revocation of an old grant on the disk when a memory-only grant replaces it', async () => {
  const made = memoryApp({ secrets: new MemorySecrets('weak') })
  const { app, clock, commands, service, store } = made
  await app.start()
  await commands['sign-in.start']({ permissions: [] })
  await settle()
  await commands['sign-in.keep']({ where: 'disk' })
  service.decision = 'approved'
  await clock.advance(6000)
  const old = service.liveRefreshToken ?? 'none'
  service.before = (request) => (isRevoke(request) && request.body?.includes(old) ? offline() : undefined)
  await commands['sign-in.start']({ permissions: [] })
  await settle()
  await commands['sign-in.keep']({ where: 'memory' })
  await clock.advance(6000)
  const newest = service.liveRefreshToken ?? 'none'
  expect(onDisk(store)).toContain(old)
  expect(onDisk(store)).not.toContain(newest)
  expect(await app.shutDown()).toEqual([])
  expect(service.revoked).toEqual([newest])
  service.before = null
  const again = memoryApp(made)
  await again.app.start()
  await again.clock.advance(1)
  expect(service.revoked).toEqual([newest, old])
  expect(onDisk(store)).toBe('')
})

test('shows a sign-out with a locked keyring as pending, and revokes once the keyring is unlocked', async () => {
  const first = await signedIn()
  stopPolling(first.app)
  const token = first.service.liveRefreshToken
  first.secrets.locked = true
  const locked = memoryApp(first)
  await locked.app.start()
  await locked.commands['organisation.sign-out']({ organisationId: 'org_1', forget: false })
  await settle()
  expect(locked.app.state.current).toMatchObject({
    organisations: [],
    pendingSignOuts: [{ organisationName: 'Halden Research', until: expect.any(Number) }],
  })
  const stillLocked = memoryApp(first)
  await stillLocked.app.start()
  expect(stillLocked.app.state.current).toMatchObject({ organisations: [], pendingSignOuts: [{}] })
  first.secrets.locked = false
  const open = memoryApp(first)
  await open.app.start()
  await open.clock.advance(1)
  expect(open.service.revoked).toEqual([token])
  expect(open.app.state.current.pendingSignOuts).toEqual([])
})

test('ignores a copy of the document under another name', async () => {
  const first = await signedIn()
  for (const [name, text] of [...first.store.files]) {
    if (name.endsWith('/grant')) first.store.files.set('organisations/0123456789abcdef/grant', text)
  }
  await sessionOf(first).refresh()
  await first.app.shutDown()
  const again = memoryApp(first)
  await again.app.start()
  await again.clock.advance(700_000)
  expect(again.app.state.current).toMatchObject({
    organisations: [{ session: { kind: 'active' }, trouble: null }],
    notices: [{ kind: 'file-set-aside' }],
  })
})

test('copies an unreadable document aside before a sign-in replaces it', async () => {
  const first = await signedIn()
  await first.app.shutDown()
  for (const [name, text] of [...first.store.files]) {
    if (name.endsWith('/grant')) {
      first.store.files.set(name, text.replace('"version":1', '"version":2'))
    }
  }
  const again = memoryApp(first)
  await again.app.start()
  expect(again.app.state.current).toMatchObject({ organisations: [], notices: [{ kind: 'file-set-aside' }] })
  expect(first.store.aside).toEqual([])
  await again.commands['sign-in.start']({ permissions: [] })
  await again.clock.advance(6000)
  expect(again.app.state.current.organisations).toHaveLength(1)
  expect(first.store.aside).toEqual([expect.stringMatching(/^organisations\/.*\/grant\.newer$/)])
})

test('starts no refresh at quit while a poll hangs, and saves an unsaved pair', async () => {
  const made = await signedIn()
  const { app, clock, commands, service, store } = made
  store.broken = failure('storage', 'ENOSPC')
  await sessionOf(made).refresh()
  store.broken = null
  await commands['sign-in.start']({ permissions: [] })
  await settle()
  service.before = (request) =>
    request.body?.includes('device_code=') ? new Promise(() => {}) : jsonReply(401, { detail: 'no' })
  await clock.advance(6000)
  void app.organisations.get('org_1')?.balance.refresh()
  const presented = service.presented.length
  const quitting = app.shutDown()
  await clock.advance(9000)
  await quitting
  expect(service.presented).toHaveLength(presented)
  expect(onDisk(store)).toContain(service.liveRefreshToken ?? 'none')
  expect(await commands['sign-in.start']({ permissions: [] })).toMatchObject({ ok: false })
})

test('keeps the stored grant at quit when its entry couldn’t be removed from a full disk', async () => {
  const made = await signedIn()
  const { app, clock, commands, service, store } = made
  service.before = (request) => (isRevoke(request) ? offline() : undefined)
  await commands['sign-in.start']({ permissions: [] })
  await clock.advance(6000)
  const newest = service.liveRefreshToken ?? 'none'
  service.before = null
  store.broken = failure('storage', 'ENOSPC')
  await clock.advance(61_000)
  await app.shutDown()
  expect(service.revoked).not.toContain(newest)
  expect(onDisk(store)).toContain(newest)
})

test('is signed out after a restart when a quit interrupted a sign-out that waited for a hanging refresh', async () => {
  const made = await signedIn()
  made.service.before = (request) => (isRefresh(request) ? new Promise(() => {}) : offline())
  void sessionOf(made).refresh()
  void made.commands['organisation.sign-out']({ organisationId: 'org_1', forget: false })
  await settle()
  const quitting = made.app.shutDown()
  await made.clock.advance(9000)
  await quitting
  const again = memoryApp(made)
  await again.app.start()
  expect(again.app.state.current).toMatchObject({ organisations: [], pendingSignOuts: [{}] })
})

test('revokes an approved grant at quit while the keyring hangs', async () => {
  const secrets = new SlowSecrets()
  const made = memoryApp({ secrets })
  await made.app.start()
  await made.commands['sign-in.start']({ permissions: [] })
  await settle()
  made.service.decision = 'approved'
  secrets.slow = true
  await made.clock.advance(6000)
  const quitting = made.app.shutDown()
  await made.clock.advance(9000)
  expect(await quitting).toEqual([])
  expect(made.service.liveRefreshToken).toBeNull()
})

test('refuses to sign out of a locked organisation on a full disk, and keeps its only copy', async () => {
  const first = await signedIn()
  stopPolling(first.app)
  const before = onDisk(first.store)
  first.secrets.locked = true
  const locked = memoryApp(first)
  await locked.app.start()
  first.store.broken = failure('storage', 'ENOSPC')
  expect(
    await locked.commands['organisation.sign-out']({ organisationId: 'org_1', forget: false }),
  ).toMatchObject({
    failure: { kind: 'storage' },
  })
  expect(onDisk(first.store)).toBe(before)
  expect(locked.app.state.current.organisations).toMatchObject([{ session: { kind: 'unreadable' } }])
})

test('revokes an older grant also when the newer one lacks the balance permission, or has ended', async () => {
  const made = await signedIn()
  const { clock, commands, service } = made
  const old = service.liveRefreshToken
  service.before = (request) =>
    request.url.endsWith('/balance') ? jsonReply(403, { detail: 'scope' }) : undefined
  await commands['sign-in.start']({ permissions: [] })
  await clock.advance(6001)
  expect(service.revoked).toEqual([old])
})

test('delivers a new sign-out without the pause of an old one, but respects the server’s Retry-After', async () => {
  const made = await signedIn()
  const { clock, commands, service } = made
  service.before = (request) => (isRevoke(request) ? offline() : undefined)
  await commands['organisation.sign-out']({ organisationId: 'org_1', forget: false })
  await clock.advance(3 * 3600_000)
  service.before = null
  await commands['sign-in.start']({ permissions: [] })
  await clock.advance(6000)
  await commands['organisation.sign-out']({ organisationId: 'org_1', forget: false })
  await clock.advance(1)
  expect(made.app.state.current.pendingSignOuts).toEqual([])

  const other = await signedIn()
  let asked = 0
  other.service.before = (request) => {
    if (!isRevoke(request)) return undefined
    asked += 1
    return jsonReply(503, {}, { 'retry-after': '3600' })
  }
  await other.commands['organisation.sign-out']({ organisationId: 'org_1', forget: false })
  for (let wakes = 0; wakes < 20; wakes++) await other.clock.wake()
  expect(asked).toBe(1)
})

test('leaves an unreadable document unchanged for a memory-only sign-in', async () => {
  const first = await signedIn()
  await first.app.shutDown()
  for (const [name, text] of [...first.store.files]) {
    if (name.endsWith('/grant')) first.store.files.set(name, text.replace('"version":1', '"version":2'))
  }
  const before = onDisk(first.store)
  first.secrets.strength = 'weak'
  const weak = memoryApp(first)
  await weak.app.start()
  await weak.commands['sign-in.start']({ permissions: [] })
  await settle()
  await weak.commands['sign-in.keep']({ where: 'memory' })
  await weak.clock.advance(6000)
  expect(weak.app.state.current.organisations).toHaveLength(1)
  expect(onDisk(first.store)).toBe(before)
})
