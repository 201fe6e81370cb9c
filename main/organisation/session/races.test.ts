/**
 * What happens when two things happen at once: whatever the order, the newest grant is on the disk, nothing comes
 * back after a sign-out, and no grant is left alive that nobody here knows of.
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

test('a refresh of the grant that is being replaced: the new grant wins, the refreshed one is ended', async () => {
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

test('a sign-in that is approved while the same organisation signs out: it stays signed in', async () => {
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

test('a sign-out that waits for a refresh while a sign-in is being stored leaves the new grant alone', async () => {
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
  const leaving = commands['organisation.sign-out']({ organisationId: 'org_1', forget: false })
  await settle()
  const newest = service.liveRefreshToken ?? 'none'
  await secrets.answerAll()
  answer()
  await leaving
  await clock.advance(1)
  expect(app.state.current.organisations).toHaveLength(1)
  expect(onDisk(store)).toContain(newest)
  expect(service.revoked).not.toContain(newest)
})

test('a revocation that is delivered during the sign-out brings nothing back', async () => {
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

test('two clicks on sign out, then a sign-in: nothing of the sign-out reaches the new grant', async () => {
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

test('the older grant is ended only once the newer one has answered', async () => {
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

test('a clock that is wrong keeps no sign-out from the server', async () => {
  const made = await signedIn()
  made.clock.jump(200 * 24 * 3600_000)
  const token = made.service.liveRefreshToken
  made.service.before = (request) => (isRefresh(request) ? offline() : undefined)
  await made.commands['organisation.sign-out']({ organisationId: 'org_1', forget: false })
  await settle()
  expect(made.service.revoked).toEqual([token])
})

test('another organisation in the answer to a refresh: its tokens are used for nothing', async () => {
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

test('a refresh that brings nothing but a new refresh token: that one is presented next', async () => {
  const made = await signedIn()
  made.service.before = (request) =>
    isRefresh(request) ? jsonReply(200, { access_token: '', refresh_token: 'NEXT' }) : undefined
  expect((await sessionOf(made).refresh()).ok).toBe(false)
  expect(sessionOf(made).record.grant?.refreshToken).toBe('NEXT')
  expect(onDisk(made.store)).toContain('NEXT')
})

test('quit while an approval is being stored: it is on the disk, or ended', async () => {
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

test('quit while a sign-out is being written: signed out after the restart', async () => {
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

test('quit while a poll is under way: the approval that it brings is given back', async () => {
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

test('quit with a pair that could not be written: tried once more', async () => {
  const made = await signedIn()
  made.store.broken = failure('storage', 'ENOSPC')
  await sessionOf(made).refresh()
  made.store.broken = null
  expect(await made.app.shutDown()).toEqual([])
  expect(onDisk(made.store)).toContain(made.service.liveRefreshToken ?? 'none')
})

test('quit with a sign-out that could be neither noted nor delivered: it is said', async () => {
  const made = await signedIn()
  made.service.before = offline
  made.store.broken = failure('storage', 'ENOSPC')
  await made.commands['organisation.sign-out']({ organisationId: 'org_1', forget: false })
  expect(onDisk(made.store)).toBe('')
  expect(await made.app.shutDown()).toMatchObject([{ organisationName: 'Halden Research' }])
})

test('after a quit has begun nothing is refreshed, a wake or not', async () => {
  const made = await signedIn()
  await made.app.shutDown()
  made.app.resume()
  expect((await sessionOf(made).refresh()).ok).toBe(false)
  expect(made.service.presented).toEqual([])
})

test('in memory in place of on the disk: the old grant’s end is still on the disk until it is delivered', async () => {
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

test('signed out while the keyring is locked: shown as pending, and ended once it opens', async () => {
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

test('a copy of the document under another name is not used', async () => {
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

test('a document that is not understood is copied aside before a sign-in takes its place', async () => {
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

test('quit with a poll that hangs: a refresh is not started, and an unsaved pair is saved', async () => {
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

test('quit after an entry could not be taken off a full disk: the written grant lives on', async () => {
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

test('quit while a sign-out waits for a refresh that hangs: signed out after the restart', async () => {
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

test('quit while the keyring hangs on a new sign-in: the approved grant is ended', async () => {
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

test('a locked organisation on a full disk can’t be signed out: its only copy stays', async () => {
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

test('an older grant is ended also when the newer one may not read the balance, or has ended', async () => {
  const made = await signedIn()
  const { clock, commands, service } = made
  const old = service.liveRefreshToken
  service.before = (request) =>
    request.url.endsWith('/balance') ? jsonReply(403, { detail: 'scope' }) : undefined
  await commands['sign-in.start']({ permissions: [] })
  await clock.advance(6001)
  expect(service.revoked).toEqual([old])
})

test('a new sign-out doesn’t wait for the pause of an old one, but for what the server asked', async () => {
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

test('a memory-only sign-in leaves a document that is not understood where it is', async () => {
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
