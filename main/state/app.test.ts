/** The story of a user, from the first click to the sign-out, with the app whole and the service in memory. */
import { expect, test } from 'vitest'
import { failed } from '../../preload/contract/index.ts'
import { failure } from '../parallel/failures.ts'
import { memoryApp, signedIn, stopPolling } from '../testing/memory-app.ts'
import { jsonReply, MemorySecrets } from '../testing/memory-ports.ts'
import { settle } from '../testing/virtual-clock.ts'
import type { App } from './app.ts'

test('sends no request until the user acts', async () => {
  const { app, clock, service } = memoryApp()
  await app.start()
  await clock.advance(24 * 3600_000)
  expect(service.http.requests).toEqual([])
  expect(app.state.current).toMatchObject({ restoring: false, signIn: { kind: 'idle' }, organisations: [] })
})

test('sign-in: registers, shows the code, and ends with the organisation and its balance', async () => {
  const { app, clock, commands, service } = memoryApp()
  await app.start()
  await commands['sign-in.start']({ permissions: ['manage'] })
  await settle()
  expect(app.state.current.signIn).toMatchObject({
    kind: 'waiting',
    userCode: 'BCDF-GHJK',
    foreignHost: null,
    permissions: ['see', 'manage'],
    expiresAt: clock.now() + 600_000,
    nextCheckAt: clock.now() + 6000,
  })
  service.decision = 'approved'
  await clock.advance(6000)
  expect(app.state.current).toMatchObject({
    signIn: { kind: 'idle' },
    view: { screen: 'overview', organisationId: 'org_1' },
    organisations: [
      {
        name: 'Halden Research',
        permissions: ['see'],
        arrived: { insteadOf: null },
        refreshing: false,
        trouble: null,
        balance: { creditCents: 19670, heldCents: 1250, spendableCents: 18420, readAt: clock.now() },
        session: { kind: 'active', keeping: 'encrypted', accessUntil: clock.now() + 600_000 },
      },
    ],
  })
})

test('the state never holds a token or a device code', async () => {
  const { app, commands, clock, service } = memoryApp()
  const seen: string[] = []
  app.state.subscribe((state) => seen.push(JSON.stringify(state)))
  await app.start()
  await commands['sign-in.start']({ permissions: [] })
  await settle()
  service.decision = 'approved'
  await clock.advance(3600_000)
  expect(seen.length).toBeGreaterThan(5)
  for (const text of seen) expect(text).not.toMatch(/access-\d|refresh-\d|device-\d/)
})

test('continues after a restart without a click, and shows stored values before the first reading', async () => {
  const first = await signedIn()
  await first.clock.advance(5_000)
  stopPolling(first.app)
  const again = memoryApp(first)
  again.service.before = () => failed(failure('offline', 'no network'))
  await again.app.start()
  await settle()
  expect(again.app.state.current).toMatchObject({
    signIn: { kind: 'idle' },
    view: { screen: 'overview' },
    organisations: [
      {
        name: 'Halden Research',
        balance: { spendableCents: 18420 },
        trouble: { failure: { kind: 'offline' } },
        session: { kind: 'active' },
      },
    ],
  })
  again.service.before = null
  await again.clock.advance(20_000)
  expect(again.app.state.current.organisations[0]?.trouble).toBeNull()
})

test('sign-out revokes on the server, removes the file, and shows the welcome', async () => {
  const { app, commands, service, store } = await signedIn()
  const refreshToken = service.liveRefreshToken
  expect([...store.files.keys()].filter((name) => name.endsWith('/grant'))).toHaveLength(1)
  await commands['dialog.open']({ dialog: { kind: 'sign-out', organisationId: 'org_1' } })
  expect(app.state.current.view.dialog).toEqual({ kind: 'sign-out', organisationId: 'org_1' })
  await commands['organisation.sign-out']({ organisationId: 'org_1', forget: false })
  await settle()
  expect(service.revoked).toEqual([refreshToken])
  expect([...store.files.keys()].filter((name) => name.endsWith('/grant'))).toEqual([])
  expect([...store.files.values()].join('')).not.toContain('org_1')
  expect(app.state.current).toMatchObject({
    organisations: [],
    pendingSignOuts: [],
    view: { screen: 'sign-in', organisationId: null, dialog: null },
  })
})

test('sign-out without network is shown as pending, and delivered after a restart', async () => {
  const first = await signedIn()
  const refreshToken = first.service.liveRefreshToken
  first.service.before = () => failed(failure('offline', 'no network'))
  await first.commands['organisation.sign-out']({ organisationId: 'org_1', forget: false })
  await settle()
  expect(first.app.state.current).toMatchObject({
    organisations: [],
    pendingSignOuts: [{ organisationName: 'Halden Research', until: expect.any(Number) }],
  })
  await first.app.shutDown()

  const again = memoryApp(first)
  await again.app.start()
  await again.clock.advance(1)
  expect(again.app.state.current.pendingSignOuts).toHaveLength(1)
  again.service.before = null
  await again.clock.advance(31_000)
  expect(again.service.revoked).toEqual([refreshToken])
  expect(again.app.state.current.pendingSignOuts).toEqual([])
  expect([...again.store.files.keys()].filter((name) => name.endsWith('/grant'))).toEqual([])
})

test('signs nothing in after a cancel', async () => {
  const { app, commands, clock, service } = memoryApp()
  await app.start()
  await commands['sign-in.start']({ permissions: [] })
  await settle()
  await commands['sign-in.cancel']({})
  service.decision = 'approved'
  await clock.advance(700_000)
  expect(app.state.current).toMatchObject({ signIn: { kind: 'idle' }, organisations: [] })
  expect(service.polls).toEqual([])
})

test('cancels the first attempt at a second click on "Sign in"', async () => {
  const { app, commands, clock, service } = memoryApp()
  await app.start()
  await commands['sign-in.start']({ permissions: [] })
  await clock.advance(3000)
  await commands['sign-in.start']({ permissions: [] })
  await clock.advance(5999)
  expect(service.polls).toEqual([])
  await clock.advance(1)
  expect(service.polls).toEqual([9000])
  expect(clock.waiting).toBe(1)
})

test('registers again silently when the server has forgotten the client', async () => {
  const { app, commands, service } = memoryApp()
  await app.start()
  await commands['sign-in.start']({ permissions: [] })
  await settle()
  await commands['sign-in.cancel']({})
  service.clientIds = []
  await commands['sign-in.start']({ permissions: [] })
  await settle()
  expect(app.state.current.signIn.kind).toBe('waiting')
  expect(service.clientIds).toHaveLength(1)
})

test('reports a server that forgets the client at once, instead of retrying forever', async () => {
  const { app, commands, service } = memoryApp()
  await app.start()
  service.before = (request) =>
    request.url.endsWith('/device/code') ? jsonReply(401, { error: 'invalid_client' }) : undefined
  await commands['sign-in.start']({ permissions: [] })
  await settle()
  expect(app.state.current.signIn).toMatchObject({ kind: 'ended', failure: { kind: 'unknown-client' } })
  expect(service.http.requests.length).toBeLessThanOrEqual(4)
})

test('neither shows nor sends data of other servers', async () => {
  const first = await signedIn()
  stopPolling(first.app)
  for (const [name, text] of first.store.files) {
    first.store.files.set(name, text.replaceAll('platform.parallel.ai', 'platform.other.example'))
  }
  const again = memoryApp(first)
  const sent = again.service.http.requests.length
  await again.app.start()
  await again.clock.advance(600_000)
  expect(again.app.state.current.organisations).toEqual([])
  expect(again.service.http.requests.length).toBe(sent)
})

test('does not show the balance of another organisation', async () => {
  const made = await signedIn()
  made.service.organisation = { id: 'org_2', name: 'Brightwater Labs' }
  made.service.creditCents = 1
  await made.app.organisations.get('org_1')?.balance.refresh()
  expect(made.app.state.current.organisations[0]).toMatchObject({
    trouble: { failure: { kind: 'server' } },
    balance: { creditCents: 19670 },
  })
})

test('discards a reading that ends after the sign-out', async () => {
  const made = await signedIn()
  let answerNow = (): void => {}
  made.service.before = (request) => {
    if (!request.url.endsWith('/balance')) return undefined
    made.service.before = null
    const answer = made.service.http.answer(request)
    return new Promise((resolve) => {
      answerNow = () => resolve(answer)
    })
  }
  const reading = made.app.organisations.get('org_1')?.balance.refresh()
  await settle()
  await made.commands['organisation.sign-out']({ organisationId: 'org_1', forget: false })
  answerNow()
  await reading
  await settle()
  expect([...made.store.files.values()].join('')).not.toContain('org_1')
})

test('ends an attempt whose client is forgotten meanwhile, and registers again at the next', async () => {
  const { app, commands, clock, service } = memoryApp()
  await app.start()
  await commands['sign-in.start']({ permissions: [] })
  await settle()
  service.before = (request) => {
    service.before = null
    return new URL(request.url).pathname === '/getServiceKeys/token'
      ? {
          ok: true,
          value: {
            status: 401,
            headers: { 'content-type': 'application/json' },
            body: '{"error":"invalid_client"}',
          },
        }
      : undefined
  }
  await clock.advance(6000)
  expect(app.state.current.signIn).toMatchObject({ kind: 'ended', failure: { kind: 'unknown-client' } })
  const before = service.clientIds.length
  await commands['sign-in.start']({ permissions: [] })
  await settle()
  expect(service.clientIds.length).toBe(before + 1)
  expect(app.state.current.signIn.kind).toBe('waiting')
})

test('asks before the code without a keyring, keeps tokens in memory by default, and revokes them at quit', async () => {
  const { app, commands, clock, service, store } = memoryApp({ secrets: new MemorySecrets('weak') })
  await app.start()
  await commands['sign-in.start']({ permissions: [] })
  await settle()
  expect(app.state.current.signIn.kind).toBe('consent')
  expect(service.http.requests).toEqual([])
  await commands['sign-in.keep']({ where: 'memory' })
  await settle()
  service.decision = 'approved'
  await clock.advance(6000)
  expect(app.state.current.organisations[0]?.session).toMatchObject({ kind: 'active', keeping: 'memory' })
  expect([...store.files.keys()].filter((name) => name.endsWith('/grant'))).toEqual([])
  const refreshToken = service.liveRefreshToken
  expect(await app.shutDown()).toEqual([])
  expect(service.revoked).toEqual([refreshToken])
})

test('stores tokens without a keyring if the user agreed, also after a restart', async () => {
  const made = memoryApp({ secrets: new MemorySecrets('weak') })
  await made.app.start()
  await made.commands['sign-in.start']({ permissions: [] })
  await settle()
  await made.commands['sign-in.keep']({ where: 'disk' })
  made.service.decision = 'approved'
  await made.clock.advance(6000)
  expect(await made.app.shutDown()).toEqual([])
  expect(made.service.revoked).toEqual([])
  stopPolling(made.app)

  const again = memoryApp(made)
  await again.app.start()
  expect(again.app.state.current.organisations[0]?.session).toMatchObject({ keeping: 'plain' })

  // A keyring has come: from now on it is encrypted for real.
  stopPolling(again.app)
  made.secrets.strength = 'strong'
  const third = memoryApp(made)
  await third.app.start()
  expect(third.app.state.current.organisations[0]?.session).toMatchObject({ keeping: 'encrypted' })
  expect([...third.store.files.values()].join('')).not.toContain('weak:')
})

test('keeps the sign-in unchanged while the keyring is locked', async () => {
  const first = await signedIn()
  await first.clock.advance(5_000)
  stopPolling(first.app)
  const onDisk = new Map(first.store.files)
  first.secrets.locked = true
  const locked = memoryApp(first)
  await locked.app.start()
  expect(locked.app.state.current.organisations).toMatchObject([
    { name: 'Halden Research', session: { kind: 'unreadable' }, balance: { spendableCents: 18420 } },
  ])
  await locked.commands['app.relaunch']({})
  expect(locked.desktop.relaunched).toBe(true)
  expect(new Map(locked.store.files)).toEqual(onDisk)

  first.secrets.locked = false
  const open = memoryApp(first)
  await open.app.start()
  expect(open.app.state.current.organisations[0]?.session.kind).toBe('active')
})

test('keeps an undecryptable sign-in that is replaced, and revokes it once it can be decrypted', async () => {
  const first = await signedIn()
  const old = first.service.liveRefreshToken
  stopPolling(first.app)
  first.secrets.locked = true
  const locked = await signedIn(first)
  expect(locked.app.state.current.organisations).toMatchObject([{ session: { kind: 'active' } }])
  expect(locked.service.revoked).toEqual([])
  await locked.app.shutDown()
  first.secrets.locked = false
  const open = memoryApp(first)
  await open.app.start()
  await open.clock.advance(1)
  expect(open.app.state.current.organisations).toMatchObject([{ session: { kind: 'active' }, trouble: null }])
  expect(open.service.revoked).toEqual([old])
})

test('fails a sign-in on a full disk, and revokes the approval', async () => {
  const { app, commands, clock, service, store } = memoryApp()
  await app.start()
  await commands['sign-in.start']({ permissions: [] })
  await settle()
  store.broken = failure('storage', 'ENOSPC')
  service.decision = 'approved'
  await clock.advance(6000)
  expect(app.state.current).toMatchObject({
    signIn: { kind: 'ended', failure: { kind: 'storage' } },
    organisations: [],
  })
  await settle()
  expect(service.liveRefreshToken).toBeNull()
})

test('uses the new grant after another sign-in, and revokes the old one', async () => {
  const made = await signedIn()
  const old = made.service.liveRefreshToken
  await made.commands['sign-in.start']({ permissions: ['manage'] })
  await made.clock.advance(6000)
  await settle()
  expect(made.app.state.current.organisations).toHaveLength(1)
  expect(made.service.revoked).toEqual([old])
  expect(made.service.liveRefreshToken).not.toBe(old)
  expect(made.app.state.current.organisations[0]).toMatchObject({
    trouble: null,
    session: { kind: 'active' },
  })
  expect(made.store.files.size).toBeGreaterThan(0)
  await made.app.shutDown()
  const again = memoryApp(made)
  await again.app.start()
  await settle()
  expect(again.service.revoked).toEqual([old])
})

test('adds another organisation', async () => {
  const made = await signedIn()
  made.service.organisation = { id: 'org_2', name: 'Brightwater Labs' }
  await made.commands['sign-in.start']({ permissions: [] })
  await made.clock.advance(6000)
  expect(made.app.state.current.organisations.map(({ name }) => name)).toEqual([
    'Halden Research',
    'Brightwater Labs',
  ])
  expect(made.app.state.current.view.organisationId).toBe('org_2')
  await made.commands['organisation.show']({ organisationId: 'org_1' })
  expect(made.app.state.current.view.organisationId).toBe('org_1')
})

test('opens an address on another domain only after the user has confirmed it', async () => {
  const { app, commands, desktop, service } = memoryApp()
  await app.start()
  service.before = (request) => {
    if (!request.url.endsWith('/device/code')) return undefined
    return {
      ok: true,
      value: {
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          device_code: 'd',
          user_code: 'BCDF-GHJK',
          verification_uri: 'https://login.example/device',
        }),
      },
    }
  }
  await commands['sign-in.start']({ permissions: [] })
  await settle()
  expect(app.state.current.signIn).toMatchObject({ kind: 'waiting', foreignHost: 'login.example' })
  expect(await commands['sign-in.open-browser']({ allowForeignHost: false })).toMatchObject({ ok: false })
  expect(desktop.opened).toEqual([])
  await commands['sign-in.open-browser']({ allowForeignHost: true })
  expect(desktop.opened).toEqual(['https://login.example/device'])
  expect(app.state.current.signIn).toMatchObject({ browserOpened: true })
})

test('refuses commands at the wrong time', async () => {
  const { app, commands, desktop } = memoryApp()
  expect(await commands['sign-in.start']({ permissions: [] })).toMatchObject({ failure: { kind: 'busy' } })
  await app.start()
  for (const result of [
    commands['sign-in.copy-code']({}),
    commands['sign-in.keep']({ where: 'disk' }),
    commands['organisation.refresh']({ organisationId: 'org_9' }),
    commands['organisation.sign-out']({ organisationId: 'org_9', forget: false }),
  ])
    expect(await result).toMatchObject({ ok: false })
  expect(desktop.copied).toBe('')
})

test('shows both organisations when "Sign in again" was approved for another one, and says so', async () => {
  const made = await signedIn()
  made.service.endGrant()
  await made.clock.advance(700_000)
  expect(made.app.state.current.organisations[0]?.session.kind).toBe('sign-in-again')
  made.service.organisation = { id: 'org_2', name: 'Brightwater Labs' }
  await made.commands['sign-in.start']({ permissions: ['see'], again: 'org_1' })
  await made.clock.advance(6000)
  expect(made.app.state.current.organisations).toMatchObject([
    { name: 'Halden Research', session: { kind: 'sign-in-again' } },
    { name: 'Brightwater Labs', arrived: { insteadOf: 'Halden Research' } },
  ])
})

test('offers only memory on a system without encryption', async () => {
  const secrets = new MemorySecrets()
  secrets.probe = () => Promise.resolve(failed(failure('keyring', 'no encryption available')))
  const { app, commands } = memoryApp({ secrets })
  await app.start()
  await commands['sign-in.start']({ permissions: [] })
  await settle()
  expect(app.state.current.signIn).toEqual({ kind: 'consent', canPersist: false })
  expect(await commands['sign-in.keep']({ where: 'disk' })).toMatchObject({ failure: { kind: 'keyring' } })
  expect(await commands['sign-in.keep']({ where: 'memory' })).toMatchObject({ ok: true })
})

test('respects Retry-After for balances, refreshes and revocations', async () => {
  const made = await signedIn()
  const counts = { balance: 0, refresh: 0, revoke: 0 }
  made.service.before = (request) => {
    const which = request.url.endsWith('/balance')
      ? 'balance'
      : request.url.endsWith('/revoke')
        ? 'revoke'
        : 'refresh'
    counts[which] += 1
    return jsonReply(503, {}, { 'retry-after': '1800' })
  }
  await made.app.organisations.get('org_1')?.balance.refresh()
  await made.clock.advance(1_700_000)
  expect(counts).toMatchObject({ balance: 1, refresh: 0 })
  await made.clock.advance(200_000)
  expect(counts.refresh).toBe(1)
  await made.app.organisations.get('org_1')?.balance.refresh()
  expect(counts.refresh).toBe(1)
  await made.commands['organisation.sign-out']({ organisationId: 'org_1', forget: false })
  await made.clock.advance(1_700_000)
  expect(counts.revoke).toBe(1)
})

test('removes secrets that the server quotes from messages and the log', async () => {
  const made = await signedIn()
  const session = made.app.organisations.get('org_1')?.session
  const token = made.service.liveRefreshToken ?? 'none'
  made.service.before = ({ body, headers }) =>
    jsonReply(400, { error: 'odd', error_description: `${body ?? ''} and ${headers.authorization ?? ''}` })
  await session?.refresh()
  await made.app.organisations.get('org_1')?.balance.refresh()
  const said = JSON.stringify(made.app.state.current) + made.log.lines.join()
  expect(said).toContain('[removed]')
  expect(said).not.toContain(token)
  expect(said).not.toContain(session?.record.grant?.accessToken)
})

test('reports a failing disk once, and continues', async () => {
  const made = memoryApp()
  made.store.broken = failure('storage', 'EROFS')
  await made.app.start()
  await made.commands['sign-in.start']({ permissions: [] })
  await settle()
  expect(made.app.state.current.signIn.kind).toBe('waiting')
  expect(made.app.state.current.notices).toMatchObject([{ kind: 'storage' }])
})

test('writes failed documents once the disk works again, and shows a notice until then', async () => {
  const made = await signedIn()
  const write = made.store.write.bind(made.store)
  made.store.write = (name, document) =>
    name === 'settings' ? failed(failure('storage', 'ENOSPC')) : write(name, document)
  await made.commands['settings.change']({ change: { closeToTray: false } })
  await made.app.organisations.get('org_1')?.balance.refresh()
  await settle()
  expect(made.app.state.current.notices).toMatchObject([{ kind: 'storage' }])
  made.store.write = write
  made.service.creditCents += 1
  await made.app.organisations.get('org_1')?.balance.refresh()
  await made.clock.advance(5_000)
  expect(made.app.state.current.notices).toEqual([])
  expect(made.store.files.get('settings')).toContain('"closeToTray":false')
})

test.each([
  ['the app ends: tried once more', () => Promise.resolve(), true],
  ['everything was removed: left alone', ({ commands }: App) => commands['app.reset']({}), false],
])('what the disk refused, and %s', async (_, happens, isKept) => {
  const made = await signedIn()
  made.store.broken = failure('storage', 'ENOSPC')
  await made.commands['settings.change']({ change: { closeToTray: false } })
  await happens(made.app)
  made.store.broken = null
  await made.app.shutDown()
  expect(made.store.files.get('settings')?.includes('"closeToTray":false') ?? false).toBe(isKept)
})

test('copies a document of a newer version aside once before replacing it', async () => {
  const made = await signedIn()
  await made.app.shutDown()
  const readings = [...made.store.files.keys()].find((name) => name.endsWith('/readings')) ?? ''
  made.store.files.set(readings, JSON.stringify({ version: 7, readings: 'other' }))
  const again = memoryApp(made)
  expect(made.store.aside).toEqual([])
  await again.app.start()
  await again.clock.advance(700_000)
  expect(made.store.aside).toEqual([`${readings}.newer`])
})

test('reports a clipboard that rejects the text', async () => {
  const { app, commands, desktop } = memoryApp()
  await app.start()
  await commands['sign-in.start']({ permissions: [] })
  await settle()
  expect(await commands['sign-in.copy-code']({})).toMatchObject({ ok: true })
  expect(desktop.copied).toBe('BCDF-GHJK')
  desktop.hasClipboard = false
  expect(await commands['sign-in.copy-link']({})).toMatchObject({ failure: { kind: 'clipboard' } })
})
