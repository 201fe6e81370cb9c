/** Leaving, with the app whole and the service in memory. */
import { expect, test } from 'vitest'
import { failed } from '../../preload/contract/index.ts'
import { failure } from '../parallel/failures.ts'
import { memoryApp, signedIn } from '../testing/memory-app.ts'
import { jsonReply, MemorySecrets, type MemoryStore } from '../testing/memory-ports.ts'
import { MemoryService } from '../testing/memory-service.ts'
import { settle, VirtualClock } from '../testing/virtual-clock.ts'

const offline = () => failed(failure('offline', 'no network'))

const everything =
  'keys:read keys:create keys:delete apps:read apps:create apps:delete balance:read balance:add'

async function twoOrganisations(scope?: string) {
  const clock = new VirtualClock()
  const service = new MemoryService(clock)
  if (scope !== undefined) service.scope = scope
  const made = await signedIn({ clock, service })
  const first = made.service.liveRefreshToken ?? ''
  made.service.organisation = { id: 'org_2', name: 'Brightwater Labs' }
  await made.commands['sign-in.start']({ permissions: [] })
  await made.clock.advance(6000)
  return {
    ...made,
    tokens: [first, made.service.liveRefreshToken ?? ''],
  }
}

const filesOf = (store: MemoryStore, document: string) =>
  [...store.files.keys()].filter((name) => name.endsWith(`/${document}`))
const grants = (store: MemoryStore) => filesOf(store, 'grant')
const foldersOf = (store: MemoryStore) => [
  ...new Set(store.list('organisations').map((name) => name.split('/')[1])),
]

/** Requests to this path are never answered. */
const hangs =
  (path: string): MemoryService['before'] =>
  ({ url }) =>
    url.endsWith(path) ? new Promise(() => {}) : undefined

/** One app, and a key for each request. */
const keysOf =
  (service: MemoryService): MemoryService['before'] =>
  ({ method, url }) => {
    if (!url.includes('/apps')) return undefined
    const app = { app_id: 'app_1', app_name: 'a', org_id: service.organisation.id, org_name: null }
    if (method === 'GET') return jsonReply(200, { apps: [{ ...app, org_id: 'org_1' }] })
    const key = { api_key_id: 'key_1', api_key_name: 'k', created_by_user_id: 'u', created_at: 1768478400 }
    const secret = {
      created_by_user_email: 'a@example.com',
      display_value: 'pk…7',
      raw_api_key: 'sk_live_0123456789',
    }
    return jsonReply(200, { ...app, ...key, ...secret })
  }

test.each([true, false])('sign-out, forget: %s', async (forget) => {
  const made = await twoOrganisations()
  const organisationId = 'org_1'
  await made.commands['limits.change']({ organisationId, change: { spendableBelowCents: 1 } })
  await made.commands['organisation.sign-out']({ organisationId, forget })
  expect(filesOf(made.store, 'limits')).toHaveLength(forget ? 0 : 1)
  expect(foldersOf(made.store)).toHaveLength(forget ? 1 : 2)
  expect(made.app.state.current.organisations).toMatchObject([{ id: 'org_2' }])
})

test('signs out everywhere and revokes all grants, with one toast, and shows the welcome', async () => {
  const made = await twoOrganisations()
  await made.commands['dialog.open']({ dialog: { kind: 'sign-out-everywhere' } })
  expect(await made.commands['sign-out.everywhere']({ forget: true })).toMatchObject({ ok: true })
  await settle()
  expect([...made.service.revoked].sort()).toEqual([...made.tokens].sort())
  expect(foldersOf(made.store)).toEqual([])
  expect(made.app.state.current).toMatchObject({
    organisations: [],
    view: { screen: 'sign-in', organisationId: null, dialog: null },
    toasts: [{ content: { kind: 'signed-out', organisations: 2 } }],
  })
})

test('reports an organisation whose sign-out can’t be stored, and keeps it', async () => {
  const first = await twoOrganisations()
  await first.app.shutDown()
  first.secrets.locked = true
  const made = memoryApp(first)
  await made.app.start()
  made.store.broken = failure('storage', 'ENOSPC')
  expect(await made.commands['sign-out.everywhere']({ forget: true })).toMatchObject({ ok: false })
  expect(foldersOf(made.store)).toHaveLength(2)
  expect(made.app.state.current.organisations).toHaveLength(2)
  expect(made.app.state.current.toasts).toMatchObject([
    { content: { kind: 'failed', operation: 'sign-out', failure: { kind: 'storage' } } },
    { content: { kind: 'failed', operation: 'sign-out', failure: { kind: 'storage' } } },
  ])
})

test('shows the next attempt of pending sign-outs, and retries at once on request', async () => {
  const made = await signedIn()
  const token = made.service.liveRefreshToken
  made.service.before = offline
  await made.commands['organisation.sign-out']({ organisationId: 'org_1', forget: false })
  await settle()
  expect(made.app.state.current.pendingSignOuts).toMatchObject([{ nextTryAt: made.clock.now() + 30_000 }])
  await made.clock.advance(30_000)
  expect(made.app.state.current.pendingSignOuts).toMatchObject([{ nextTryAt: made.clock.now() + 60_000 }])
  made.service.before = null
  await made.commands['sign-out.try-now']({})
  await settle()
  expect(made.service.revoked).toEqual([token])
  expect(made.app.state.current.pendingSignOuts).toEqual([])
})

test('reset: revokes, removes every file, and relaunches', async () => {
  const made = await twoOrganisations()
  expect(await made.commands['app.reset']({})).toEqual({ ok: true, value: [] })
  expect([...made.service.revoked].sort()).toEqual([...made.tokens].sort())
  expect([...made.store.files.keys()]).toEqual([])
  expect(made.desktop.relaunched).toBe(true)
})

test('reset without network: keeps only the pending sign-outs after eight seconds', async () => {
  const made = await twoOrganisations()
  made.service.before = offline
  const reset = made.commands['app.reset']({})
  await made.clock.advance(7999)
  expect(made.desktop.relaunched).toBe(false)
  await made.clock.advance(1)
  expect(await reset).toMatchObject({
    ok: true,
    value: [{ organisationName: 'Halden Research', until: expect.any(Number) }, { organisationId: 'org_2' }],
  })
  expect([...made.store.files.keys()]).toEqual(grants(made.store))
  await made.app.shutDown()
  const again = memoryApp(made)
  again.service.before = null
  await again.app.start()
  await again.clock.advance(1)
  expect([...again.service.revoked].sort()).toEqual([...made.tokens].sort())
  expect(again.app.state.current).toMatchObject({ organisations: [], pendingSignOuts: [] })
  expect(grants(again.store)).toEqual([])
})

test('refuses a reset while a card is being charged', async () => {
  const made = await twoOrganisations(everything)
  made.service.before = hangs('/balance/add')
  await made.commands['top-up.start']({ organisationId: 'org_1', amountCents: 100 })
  await settle()
  expect(await made.commands['app.reset']({})).toMatchObject({ failure: { kind: 'busy' } })
  expect(made.app.state.current.organisations).toHaveLength(2)
})

test('refuses a reset while a sign-in is being stored, since its tokens would stay valid', async () => {
  const made = memoryApp()
  await made.app.start()
  await made.commands['sign-in.start']({ permissions: [] })
  made.service.decision = 'approved'
  const encrypt = made.secrets.encrypt.bind(made.secrets)
  let goOn = (): void => {}
  made.secrets.encrypt = async (text) => {
    await new Promise<void>((resolve) => {
      goOn = resolve
    })
    return encrypt(text)
  }
  await made.clock.advance(7000)
  expect(made.app.state.current.signIn.kind).toBe('storing')
  expect(await made.commands['app.reset']({})).toMatchObject({ failure: { kind: 'busy' } })
  goOn()
  await settle()
  expect(made.desktop.relaunched).toBe(false)
  expect(made.app.state.current.organisations).toHaveLength(1)
})

test('refuses a sign-in during a reset, since it would be deleted without revocation', async () => {
  const made = await twoOrganisations()
  made.service.before = ({ url }) => (url.includes('revoke') ? offline() : undefined)
  const reset = made.commands['app.reset']({})
  await settle()
  expect(await made.commands['sign-in.start']({ permissions: [] })).toMatchObject({
    failure: { kind: 'busy' },
  })
  await made.clock.advance(8000)
  await reset
  expect(made.app.state.current.organisations).toEqual([])
  expect(made.desktop.relaunched).toBe(true)
})

test('refuses a relaunch and a reset until the secret is dismissed', async () => {
  const made = await twoOrganisations(everything)
  made.service.before = keysOf(made.service)
  await made.commands['keys.refresh']({ organisationId: 'org_1' })
  await settle()
  await made.commands['keys.create']({ organisationId: 'org_1', appId: 'app_1', name: 'k' })
  await settle()
  expect(await made.commands['app.relaunch']({})).toMatchObject({ failure: { kind: 'busy' } })
  expect(await made.commands['app.reset']({})).toMatchObject({ failure: { kind: 'busy' } })
  expect(made.desktop.relaunched).toBe(false)
  await made.commands['secret.copy']({})
  await made.commands['secret.done']({})
  expect(await made.commands['app.relaunch']({})).toMatchObject({ ok: true })
  expect(made.desktop.relaunched).toBe(true)
})

test('loses no secret while a key is being created', async () => {
  const made = await twoOrganisations(everything)
  made.service.before = keysOf(made.service)
  await made.commands['keys.refresh']({ organisationId: 'org_1' })
  await settle()
  made.service.before = hangs('/keys')
  await made.commands['keys.create']({ organisationId: 'org_1', appId: 'app_1', name: 'k' })
  await settle()
  const leave = { organisationId: 'org_1', forget: true }
  expect(await made.commands['organisation.sign-out'](leave)).toMatchObject({ failure: { kind: 'busy' } })
  expect(await made.commands['app.reset']({})).toMatchObject({ failure: { kind: 'busy' } })
  expect(await made.commands['app.relaunch']({})).toMatchObject({ failure: { kind: 'busy' } })
  expect([foldersOf(made.store).length, made.desktop.relaunched]).toEqual([2, false])
  await made.commands['sign-out.everywhere']({ forget: true })
  expect(made.app.state.current.organisations.map(({ id }) => id)).toEqual(['org_1'])
})

test('relaunches after the keyring is unlocked once the window is hidden, and not in a loop', async () => {
  const first = await signedIn()
  await first.app.shutDown()
  first.secrets.locked = true
  const made = memoryApp(first)
  await made.app.start()
  made.app.setWindowVisible(true)
  made.app.keyringUnlocked()
  expect(made.desktop.relaunched).toBe(false)
  made.app.setWindowVisible(false)
  expect(made.desktop.relaunched).toBe(true)

  const again = memoryApp(made)
  await again.app.start()
  again.app.keyringUnlocked()
  expect(again.desktop.relaunched).toBe(false)
})

test('does not relaunch while another sign-in is only in memory', async () => {
  const first = await signedIn()
  await first.app.shutDown()
  const made = memoryApp({ ...first, secrets: new MemorySecrets('weak') })
  await made.app.start()
  made.service.organisation = { id: 'org_2', name: 'Brightwater Labs' }
  await made.commands['sign-in.start']({ permissions: [] })
  await settle()
  await made.commands['sign-in.keep']({ where: 'memory' })
  await made.clock.advance(6000)
  expect(made.app.state.current.organisations.map(({ session }) => session.kind)).toEqual([
    'unreadable',
    'active',
  ])
  made.app.keyringUnlocked()
  expect(made.desktop.relaunched).toBe(false)
})
