/** Apps and keys over the wire: which requests are sent, how often, and what remains after lost responses. */
import { afterEach, expect, test } from 'vitest'
import type { AppRow, KeyRow } from '../../preload/contract/index.ts'
import type { PlatformOptions } from '../platform/platform.ts'
import { expectInvariants, issuedSecrets } from './wire.ts'
import { restartApp, startSignedInApp, type WireApp } from './wire-app.ts'

let made: WireApp | undefined
afterEach(async () => {
  if (made === undefined) return
  // No test may leave a secret on the disk.
  const disk = [...made.store.files.values()].join('\n')
  const { apiKeys } = made.wire.control.secrets()
  for (const secret of apiKeys) expect(disk).not.toContain(secret)
  expect(issuedSecrets(made.wire).length).toBeGreaterThan(0)
  await expectInvariants(made.wire)
  made = undefined
})

async function signedIn(options: PlatformOptions = {}) {
  made = await startSignedInApp(options)
  const harness = keysHarness(made)
  await harness.apps()
  harness.wire.control.clearRequests()
  return harness
}

/** The actions and contents of the apps and keys screen. */
function keysHarness(app: WireApp) {
  const { wire, commands } = app
  const organisationId = app.organisation?.id ?? ''
  const did = async (started: unknown) => {
    const answer = await started
    await wire.quiet()
    return answer
  }
  const harness = {
    app,
    wire,
    commands,
    organisationId,
    did,
    get keys() {
      return app.organisation?.keys
    },
    get secret() {
      return app.app.state.current.secret
    },
    get toasts() {
      return app.app.state.current.toasts.map(({ content: says }) => says)
    },
    async apps(): Promise<readonly AppRow[]> {
      await commands['keys.read']({ organisationId })
      await wire.quiet()
      const read = await commands['keys.read']({ organisationId })
      return read.ok ? read.value.apps : []
    },
    async appByName(name: string): Promise<AppRow> {
      const found = (await harness.apps()).find((one) => one.name === name)
      if (found === undefined) throw new Error(`no app ${name}`)
      return found
    },
    async rows(): Promise<readonly KeyRow[]> {
      return (await harness.apps()).flatMap((one) => one.keys)
    },
    async createApp(name: string): Promise<AppRow> {
      await did(commands['apps.create']({ organisationId, name }))
      return harness.appByName(name)
    },
    async createKey(appId: string, name: string): Promise<KeyRow | undefined> {
      await did(commands['keys.create']({ organisationId, appId, name }))
      return (await harness.rows()).find((row) => row.name === name)
    },
    /** Copies and dismisses the secret. */
    async copyAndDismiss(): Promise<void> {
      await commands['secret.copy']({})
      await commands['secret.done']({})
    },
    posts: () =>
      wire.control.requests().filter(({ method, path }) => method === 'POST' && path.includes('/apps')),
    deletes: () => wire.control.requests().filter(({ method }) => method === 'DELETE'),
    /** The apps on the server. */
    onServer: () =>
      wire.control.state().organisations.find((one) => one.orgId === organisationId)?.apps ?? [],
  }
  return harness
}

const keysPath = '/keys'
const lost = [
  { kind: 'drop-after' },
  { kind: 'cut-off' },
  { kind: 'not-json' },
  { kind: 'empty-body' },
] as const

test('creates, copies, dismisses, rotates and deletes a key, and deletes its app', async () => {
  const harness = await signedIn()
  const { commands, organisationId, wire } = harness
  const app = await harness.createApp('web monitor')
  expect(harness.toasts).toEqual([{ kind: 'app-created', name: 'web monitor' }])

  const key = await harness.createKey(app.appId, 'ci')
  expect(key).toMatchObject({
    name: 'ci',
    status: { kind: 'alive' },
    createdBy: expect.stringContaining('@'),
  })
  const [value = ''] = wire.control.secrets().apiKeys.slice(-1)
  expect(harness.secret).toMatchObject({ appName: 'web monitor', keyName: 'ci', copiedAt: null })
  expect(harness.secret?.masked).toBe(`••••••••${value.slice(-4)}`)
  expect(await commands['secret.reveal']({})).toEqual({ ok: true, value })
  expect(await commands['secret.done']({})).toMatchObject({ ok: false, failure: { kind: 'invalid' } })
  expect(await commands['secret.copy']({})).toEqual({ ok: true, value: null })
  expect(harness.app.secretClipboard.text).toBe(value)
  expect(await commands['secret.done']({})).toEqual({ ok: true, value: null })
  expect(harness.secret).toBeNull()

  await harness.did(commands['keys.rotate']({ organisationId, keyId: key?.keyId ?? '' }))
  const [old, fresh] = await harness.rows()
  expect(old).toMatchObject({ keyId: key?.keyId, status: { kind: 'replaced', by: fresh?.keyId } })
  expect(fresh).toMatchObject({ name: 'ci', status: { kind: 'alive' } })
  expect(harness.keys?.keys).toBe(2)
  await harness.copyAndDismiss()

  await harness.did(commands['keys.delete']({ organisationId, keyId: key?.keyId ?? '' }))
  expect(harness.toasts.at(-1)).toEqual({ kind: 'key-rotated', name: 'ci' })
  expect(await harness.rows()).toMatchObject([{ keyId: fresh?.keyId }])
  await harness.did(commands['apps.delete']({ organisationId, appId: app.appId }))
  expect(harness.toasts.at(-1)).toEqual({ kind: 'app-deleted', name: 'web monitor' })
  expect(await harness.rows()).toEqual([])
  expect(harness.keys).toMatchObject({ keys: 0, operation: null, failed: null })
  expect(harness.posts()).toHaveLength(3)
  expect(harness.deletes()).toHaveLength(2)
})

test.each(lost)(
  'sends one request for a key whose response is lost (%j), and shows an unknown row without a secret',
  async (fault) => {
    const harness = await signedIn()
    const app = await harness.createApp('web')
    harness.wire.fault({ ...fault, match: { method: 'POST', path: keysPath } })
    const row = await harness.createKey(app.appId, 'ci')
    expect(row).toMatchObject({ name: 'ci', masked: null, status: { kind: 'unknown' } })
    expect(harness.secret).toBeNull()
    expect(harness.keys).toMatchObject({
      keys: 0,
      operation: null,
      failed: { operation: { kind: 'new-key', name: 'ci' } },
    })
    expect(harness.toasts.at(-1)).toMatchObject({ kind: 'failed', operation: 'new-key', name: 'ci' })
    expect(harness.posts()).toHaveLength(2)
    expect(harness.onServer().find(({ appId }) => appId === app.appId)?.keys).toHaveLength(1)

    // The row survives a restart until the user removes it.
    const again = keysHarness(await restartApp(harness.app))
    made = again.app
    expect(await again.rows()).toMatchObject([{ status: { kind: 'unknown' } }])
    const keyId = row?.keyId ?? ''
    expect(
      await again.commands['keys.forget']({ organisationId: harness.organisationId, keyId }),
    ).toMatchObject({
      ok: true,
    })
    expect(await again.rows()).toEqual([])
    expect(again.toasts.at(-1)).toMatchObject({ kind: 'key-forgotten', keyId, name: 'ci' })
    expect(
      await again.commands['keys.restore']({ organisationId: harness.organisationId, keyId }),
    ).toMatchObject({ ok: true })
    expect(await again.rows()).toMatchObject([{ keyId, status: { kind: 'unknown' } }])
  },
)

test('leaves an unknown row after a crash during a creation', async () => {
  const harness = await signedIn()
  const app = await harness.createApp('web')
  const hold = harness.wire.fault({ kind: 'hold', match: { method: 'POST', path: keysPath } })
  await harness.commands['keys.create']({
    organisationId: harness.organisationId,
    appId: app.appId,
    name: 'ci',
  })
  await harness.wire.quiet()
  expect(harness.keys?.operation).toEqual({ kind: 'new-key', appId: app.appId, name: 'ci' })
  // The row is not shown during the creation, but it is already on the disk.
  expect(await harness.rows()).toEqual([])
  const disk = [...harness.app.store.files].find(([name]) => name.endsWith('/ledger'))?.[1] ?? ''
  expect(JSON.parse(disk)).toMatchObject({ rows: [{ name: 'ci', status: { kind: 'unknown' } }] })
  await harness.wire.release(hold)
})

test.each([403, 404, 422, 429])('leaves nothing behind after a refusal (%i)', async (status) => {
  const harness = await signedIn()
  const app = await harness.createApp('web')
  harness.wire.fault({
    kind: 'status',
    status,
    body: { detail: 'no' },
    match: { method: 'POST', path: keysPath },
  })
  expect(await harness.createKey(app.appId, 'ci')).toBeUndefined()
  expect(harness.keys?.failed?.failure.message).toBe('no')
  expect(harness.posts()).toHaveLength(2)
})

test('leaves nothing behind when offline before sending', async () => {
  const harness = await signedIn()
  const app = await harness.createApp('web')
  harness.wire.fault({ kind: 'drop', match: { path: '/token' } })
  await harness.wire.clock.advance(20 * 60_000)
  const posts = harness.posts().length
  await harness.createKey(app.appId, 'ci')
  expect(harness.keys?.failed?.failure.kind).toBe('offline')
  expect(await harness.rows()).toEqual([])
  expect(harness.posts()).toHaveLength(posts)
})

test('repeats a creation only after a 401', async () => {
  const harness = await signedIn()
  const app = await harness.createApp('web')
  const match = { method: 'POST', path: keysPath }
  harness.wire.fault({ kind: 'status', status: 401, body: { detail: 'Unauthorized' }, match, times: 1 })
  const row = await harness.createKey(app.appId, 'ci')
  expect(row?.status.kind).toBe('alive')
  expect(harness.posts().map(({ status }) => status)).toEqual([200, 401, 200])
})

test('keeps the row and reports a response without the secret', async () => {
  const harness = await signedIn()
  const app = await harness.createApp('web')
  harness.wire.fault({
    kind: 'replace-reply',
    json: { raw_api_key: null },
    match: { method: 'POST', path: keysPath },
  })
  const row = await harness.createKey(app.appId, 'ci')
  expect(row?.status.kind).toBe('alive')
  expect(harness.secret).toBeNull()
  expect(harness.keys?.failed?.failure).toMatchObject({ kind: 'server', retryable: false })
  // Another key can be created again.
  harness.wire.control.clearFaults()
  await harness.createKey(app.appId, 'second')
  expect(harness.secret).toMatchObject({ keyName: 'second' })
})

test('stores no secret when the server masks nothing', async () => {
  const harness = await signedIn()
  const app = await harness.createApp('web')
  const json = { raw_api_key: 'px_planted_secret_value', display_value: 'px_planted_secret_value' }
  harness.wire.fault({ kind: 'replace-reply', json, match: { method: 'POST', path: keysPath } })
  const row = await harness.createKey(app.appId, 'ci')
  expect(row?.masked).toBeNull()
  expect([...harness.app.store.files.values()].join()).not.toContain('planted')
  expect(harness.wire.output.join()).not.toContain('planted')
})

test.each(lost)('finds an app whose response is lost (%j) without a second request', async (fault) => {
  const harness = await signedIn()
  harness.wire.fault({ ...fault, match: { method: 'POST', path: '=/account/service/v1/apps' } })
  await harness.createApp('web')
  expect(harness.posts()).toHaveLength(1)
  expect(harness.toasts).toEqual([{ kind: 'app-created', name: 'web' }])
})

test('does not mistake an existing app for one that was never created', async () => {
  const harness = await signedIn()
  await harness.createApp('web')
  harness.wire.fault({ kind: 'drop', match: { method: 'POST', path: '=/account/service/v1/apps' } })
  await harness.createApp('web')
  expect(harness.posts()).toHaveLength(2)
  expect(harness.keys?.failed).toMatchObject({
    operation: { kind: 'new-app', name: 'web' },
    failure: { kind: 'offline' },
  })
  expect((await harness.apps()).filter(({ name }) => name === 'web')).toHaveLength(1)
})

test('treats a 404 as deleted, for keys and apps', async () => {
  const harness = await signedIn()
  const { commands, organisationId } = harness
  const app = await harness.createApp('web')
  const key = await harness.createKey(app.appId, 'ci')
  await harness.copyAndDismiss()
  harness.wire.fault({ kind: 'status', status: 404, body: { detail: 'gone' }, match: { method: 'DELETE' } })
  await harness.did(commands['keys.delete']({ organisationId, keyId: key?.keyId ?? '' }))
  expect(harness.toasts.at(-1)).toEqual({ kind: 'key-deleted', name: 'ci' })
  await harness.did(commands['apps.delete']({ organisationId, appId: app.appId }))
  expect(harness.toasts.at(-1)).toEqual({ kind: 'app-deleted', name: 'web' })
})

test('keeps the row of a forbidden deletion and reports it in the open dialog instead of a toast', async () => {
  const harness = await signedIn()
  const { commands, organisationId } = harness
  const app = await harness.createApp('web')
  const key = await harness.createKey(app.appId, 'ci')
  await harness.copyAndDismiss()
  const keyId = key?.keyId ?? ''
  harness.wire.control.setOrganisation(organisationId, { role: 'viewer' })
  await commands['dialog.open']({ dialog: { kind: 'delete-key', organisationId, keyId } })
  const toasts = harness.toasts.length
  await harness.did(commands['keys.delete']({ organisationId, keyId }))
  expect(harness.keys?.failed).toMatchObject({
    operation: { kind: 'delete-key', keyId },
    failure: { kind: 'forbidden' },
  })
  expect(harness.toasts).toHaveLength(toasts)
  await commands['keys.dismiss-failure']({ organisationId })
  expect(harness.keys?.failed).toBeNull()
  expect(await harness.rows()).toMatchObject([{ status: { kind: 'alive' } }])

  harness.wire.control.setOrganisation(organisationId, { role: 'admin' })
  await harness.did(commands['keys.delete']({ organisationId, keyId }))
  expect(harness.app.app.state.current.view.dialog).toBeNull()
})

test('sends nothing without the permission', async () => {
  const harness = await signedIn()
  const app = await harness.createApp('web')
  await harness.app.signOut()
  await harness.app.start([])
  await harness.app.approve()
  harness.wire.control.clearRequests()
  const { commands, organisationId } = harness
  const appId = app.appId
  await harness.apps()
  for (const answer of [
    await commands['apps.create']({ organisationId, name: 'x' }),
    await commands['apps.delete']({ organisationId, appId }),
    await commands['keys.create']({ organisationId, appId, name: 'x' }),
  ])
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'forbidden' } })
  expect([...harness.posts(), ...harness.deletes()]).toEqual([])
})

test('allows one change and one secret at a time', async () => {
  const harness = await signedIn()
  const { commands, organisationId } = harness
  const app = await harness.createApp('web')
  const hold = harness.wire.fault({ kind: 'hold', match: { method: 'POST', path: keysPath }, times: 1 })
  await commands['keys.create']({ organisationId, appId: app.appId, name: 'one' })
  await harness.wire.quiet()
  const busy = { ok: false, failure: { kind: 'busy' } }
  expect(await commands['keys.create']({ organisationId, appId: app.appId, name: 'two' })).toMatchObject(busy)
  expect(await commands['apps.create']({ organisationId, name: 'other' })).toMatchObject(busy)
  await harness.wire.release(hold)
  expect(harness.secret?.keyName).toBe('one')
  expect(await commands['keys.create']({ organisationId, appId: app.appId, name: 'two' })).toMatchObject(busy)
  await harness.copyAndDismiss()
  await harness.createKey(app.appId, 'two')
  expect(harness.secret?.keyName).toBe('two')
  expect(harness.posts()).toHaveLength(3)
})

test('keeps the old key beside an unknown row when the response to a rotation is lost', async () => {
  const harness = await signedIn()
  const { commands, organisationId } = harness
  const app = await harness.createApp('web')
  const key = await harness.createKey(app.appId, 'ci')
  await harness.copyAndDismiss()
  harness.wire.fault({ kind: 'drop-after', match: { method: 'POST', path: keysPath } })
  await harness.did(commands['keys.rotate']({ organisationId, keyId: key?.keyId ?? '' }))
  expect(await harness.rows()).toMatchObject([
    { name: 'ci', status: { kind: 'unknown' } },
    { keyId: key?.keyId, status: { kind: 'alive' } },
  ])
})

test('keeps a half-done rotation over a restart, and restores the old key when the new one is discarded', async () => {
  const harness = await signedIn()
  const { organisationId } = harness
  const app = await harness.createApp('web')
  const key = await harness.createKey(app.appId, 'ci')
  await harness.copyAndDismiss()
  const keyId = key?.keyId ?? ''
  await harness.did(harness.commands['keys.rotate']({ organisationId, keyId }))
  expect(await harness.rows()).toMatchObject([
    { keyId, status: { kind: 'replaced' } },
    { status: { kind: 'alive' } },
  ])
  await harness.did(harness.commands['secret.discard']({}))
  expect(harness.secret).toBeNull()
  expect(await harness.rows()).toMatchObject([{ keyId, status: { kind: 'alive' } }])
  expect(harness.onServer().find(({ appId }) => appId === app.appId)?.keys).toHaveLength(1)

  await harness.did(harness.commands['keys.rotate']({ organisationId, keyId }))
  const again = keysHarness(await restartApp(harness.app))
  made = again.app
  expect((await again.rows())[0]).toMatchObject({ keyId, status: { kind: 'replaced' } })
})

test('keeps the secret when discarding fails', async () => {
  const harness = await signedIn()
  const app = await harness.createApp('web')
  await harness.createKey(app.appId, 'ci')
  harness.wire.fault({ kind: 'html', match: { method: 'DELETE' } })
  await harness.did(harness.commands['secret.discard']({}))
  expect(harness.secret?.keyName).toBe('ci')
  expect(harness.toasts.at(-1)).toMatchObject({ kind: 'failed', operation: 'delete-key' })
})

test('marks the keys of an app deleted elsewhere as deleted, lets them be forgotten, and restores them with the app', async () => {
  const harness = await signedIn()
  const { commands, organisationId } = harness
  const app = await harness.createApp('web')
  const key = await harness.createKey(app.appId, 'ci')
  await harness.copyAndDismiss()
  const before = harness.onServer()
  harness.wire.control.setOrganisation(organisationId, {
    apps: before.filter(({ appId }) => appId !== app.appId),
  })
  await harness.did(commands['keys.refresh']({ organisationId }))
  expect(await harness.appByName('web')).toMatchObject({
    listed: false,
    keys: [{ status: { kind: 'deleted-elsewhere' } }],
  })
  expect(harness.keys?.keys).toBe(0)
  harness.wire.control.setOrganisation(organisationId, { apps: before })
  await harness.did(commands['keys.refresh']({ organisationId }))
  expect(await harness.appByName('web')).toMatchObject({
    listed: true,
    keys: [{ status: { kind: 'alive' } }],
  })
  const forgotten = await commands['keys.forget']({ organisationId, keyId: key?.keyId ?? '' })
  expect(forgotten).toMatchObject({ ok: false, failure: { kind: 'invalid' } })
})

test('lists apps when they are shown, and again after five minutes', async () => {
  const harness = await signedIn()
  const lists = () => harness.wire.control.requests().filter(({ path }) => path.endsWith('/apps'))
  await harness.apps()
  expect(lists()).toHaveLength(0)
  await harness.wire.clock.advance(6 * 60_000)
  expect(lists()).toHaveLength(0)
  await harness.apps()
  expect(lists()).toHaveLength(1)
})

test('shows the key and its secret and reports that the ledger could not be written', async () => {
  const harness = await signedIn()
  const app = await harness.createApp('web')
  harness.app.store.broken = { kind: 'storage', message: 'ENOSPC', retryable: true }
  const row = await harness.createKey(app.appId, 'ci')
  expect(row?.status.kind).toBe('alive')
  expect(harness.secret?.keyName).toBe('ci')
  expect(harness.app.app.state.current.notices).toMatchObject([{ kind: 'storage' }])
})

test('copies the ID of a key', async () => {
  const harness = await signedIn()
  const app = await harness.createApp('web')
  const key = await harness.createKey(app.appId, 'ci')
  const { organisationId } = harness
  await harness.commands['keys.copy-id']({ organisationId, keyId: key?.keyId ?? '' })
  const [onServer] = harness.onServer().find(({ appId }) => appId === app.appId)?.keys ?? []
  expect(harness.app.desktop.copied).toBe(onServer?.apiKeyId)
})

test('a rotation without a secret replaces no key', async () => {
  const harness = await signedIn()
  const app = await harness.createApp('web')
  const key = await harness.createKey(app.appId, 'ci')
  await harness.copyAndDismiss()
  harness.wire.fault({
    kind: 'replace-reply',
    json: { raw_api_key: null },
    match: { method: 'POST', path: keysPath },
  })
  const { organisationId } = harness
  await harness.did(harness.commands['keys.rotate']({ organisationId, keyId: key?.keyId ?? '' }))
  expect((await harness.rows()).map(({ status }) => status.kind)).toEqual(['alive', 'alive'])
})

test('does not look for an app that was refused', async () => {
  const harness = await signedIn()
  const match = { method: 'POST', path: '=/account/service/v1/apps' }
  harness.wire.fault({ kind: 'status', status: 403, body: { detail: 'no' }, match })
  await harness.did(harness.commands['apps.create']({ organisationId: harness.organisationId, name: 'web' }))
  expect(harness.wire.control.requests().map(({ method, status }) => `${method} ${status}`)).toEqual([
    'GET 200',
    'POST 403',
  ])
  expect(harness.keys?.failed?.failure.kind).toBe('forbidden')
})

test('merges an imported ledger by the server’s ids, without any secret', async () => {
  const harness = await signedIn()
  const app = await harness.createApp('web')
  const key = await harness.createKey(app.appId, 'ci')
  await harness.copyAndDismiss()
  const { organisationId } = harness
  const keys = () => harness.app.app.organisations.obtain(organisationId).keys
  const rows = keys().exportRows()
  expect(rows).toHaveLength(1)
  expect(keys().importRows(rows)).toBe(0)
  await harness.commands['organisation.sign-out']({ organisationId, forget: true })
  expect([...harness.app.store.files.keys()].some((name) => name.endsWith('/ledger'))).toBe(false)
  expect(keys().exportRows()).toEqual([])
  expect(keys().importRows(rows)).toBe(1)
  await harness.app.start(['manage'])
  await harness.app.approve()
  expect(await harness.rows()).toMatchObject([{ keyId: key?.keyId, status: { kind: 'alive' } }])
  expect(harness.keys?.keys).toBe(1)
  const [secret = ''] = harness.wire.control.secrets().apiKeys
  expect(JSON.stringify(rows)).not.toContain(secret)
})

test('keeps the ledger over a sign-out and sign-in', async () => {
  const harness = await signedIn()
  const app = await harness.createApp('web')
  await harness.createKey(app.appId, 'ci')
  await harness.app.signOut()
  // The secret is still there to be copied.
  expect(harness.secret?.keyName).toBe('ci')
  await harness.copyAndDismiss()
  await harness.app.start(['manage'])
  await harness.app.approve()
  expect(harness.keys).toMatchObject({ keys: 1, listedAt: null })
  expect(await harness.rows()).toMatchObject([{ name: 'ci', status: { kind: 'alive' } }])
})

test('counts keys due for rotation when the limit changes and as days pass', async () => {
  const harness = await signedIn()
  const { app } = harness.app
  const made = await harness.createApp('web')
  await harness.createKey(made.appId, 'ci')
  await harness.copyAndDismiss()
  const rotateAfter = (rotateAfterDays: number) =>
    harness.commands['limits.change']({ organisationId: harness.organisationId, change: { rotateAfterDays } })
  await rotateAfter(1)
  await harness.wire.quiet()
  expect(harness.keys?.rotateDue).toBe(0)
  await harness.wire.clock.advance(25 * 3600_000)
  app.setWindowVisible(true)
  await harness.wire.quiet()
  expect(harness.keys?.rotateDue).toBe(1)
  await rotateAfter(30)
  await harness.wire.quiet()
  expect(harness.keys?.rotateDue).toBe(0)
})

test('clears the secret from the clipboard on quit', async () => {
  const harness = await signedIn()
  const app = await harness.createApp('web')
  await harness.createKey(app.appId, 'ci')
  await harness.commands['secret.copy']({})
  await harness.app.quit()
  expect(harness.app.secretClipboard.text).toBe('')
  expect(harness.secret).toBeNull()
})
