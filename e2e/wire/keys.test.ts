/** Apps and keys over the wire: what was asked, how often, and what is left after answers that never came. */
import { afterEach, expect, test } from 'vitest'
import type { AppRow, KeyRow } from '../../preload/contract/index.ts'
import type { PlatformOptions } from '../platform/platform.ts'
import { expectLawful, secretsOf } from './wire.ts'
import { restarted, signedInApp, type WireApp } from './wire-app.ts'

let made: WireApp | undefined
afterEach(async () => {
  if (made === undefined) return
  // No secret on the disk either, whatever the test did.
  const disk = [...made.store.files.values()].join('\n')
  const { apiKeys } = made.wire.control.secrets()
  for (const secret of apiKeys) expect(disk).not.toContain(secret)
  expect(secretsOf(made.wire).length).toBeGreaterThan(0)
  await expectLawful(made.wire)
  made = undefined
})

async function signedIn(options: PlatformOptions = {}) {
  made = await signedInApp(options)
  const its = handle(made)
  await its.apps()
  its.wire.control.clearRequests()
  return its
}

/** The screen of apps and keys, with what it shows. */
function handle(app: WireApp) {
  const { wire, commands } = app
  const organisationId = app.organisation?.id ?? ''
  const did = async (started: unknown) => {
    const answer = await started
    await wire.quiet()
    return answer
  }
  const its = {
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
    async app0(name: string): Promise<AppRow> {
      const found = (await its.apps()).find((one) => one.name === name)
      if (found === undefined) throw new Error(`no app ${name}`)
      return found
    },
    async rows(): Promise<readonly KeyRow[]> {
      return (await its.apps()).flatMap((one) => one.keys)
    },
    async createApp(name: string): Promise<AppRow> {
      await did(commands['apps.create']({ organisationId, name }))
      return its.app0(name)
    },
    async createKey(appId: string, name: string): Promise<KeyRow | undefined> {
      await did(commands['keys.create']({ organisationId, appId, name }))
      return (await its.rows()).find((row) => row.name === name)
    },
    /** Puts the secret away as a user does. */
    async putAway(): Promise<void> {
      await commands['secret.copy']({})
      await commands['secret.done']({})
    },
    posts: () =>
      wire.control.requests().filter(({ method, path }) => method === 'POST' && path.includes('/apps')),
    deletes: () => wire.control.requests().filter(({ method }) => method === 'DELETE'),
    /** Names of the apps that the server has. */
    onServer: () =>
      wire.control.state().organisations.find((one) => one.orgId === organisationId)?.apps ?? [],
  }
  return its
}

const keysPath = '/keys'
const lost = [
  { kind: 'drop-after' },
  { kind: 'cut-off' },
  { kind: 'not-json' },
  { kind: 'empty-body' },
] as const

test('the whole life of a key: made, copied, put away, rotated, deleted; and of its app', async () => {
  const its = await signedIn()
  const { commands, organisationId, wire } = its
  const app = await its.createApp('web monitor')
  expect(its.toasts).toEqual([{ kind: 'app-created', name: 'web monitor' }])

  const key = await its.createKey(app.appId, 'ci')
  expect(key).toMatchObject({
    name: 'ci',
    standing: { kind: 'alive' },
    createdBy: expect.stringContaining('@'),
  })
  const [value = ''] = wire.control.secrets().apiKeys.slice(-1)
  expect(its.secret).toMatchObject({ appName: 'web monitor', keyName: 'ci', copiedAt: null })
  expect(its.secret?.masked).toBe(`••••••••${value.slice(-4)}`)
  expect(await commands['secret.reveal']({})).toEqual({ ok: true, value })
  expect(await commands['secret.done']({})).toMatchObject({ ok: false, failure: { kind: 'invalid' } })
  expect(await commands['secret.copy']({})).toEqual({ ok: true, value: null })
  expect(its.app.secretClipboard.text).toBe(value)
  expect(await commands['secret.done']({})).toEqual({ ok: true, value: null })
  expect(its.secret).toBeNull()

  await its.did(commands['keys.rotate']({ organisationId, keyId: key?.keyId ?? '' }))
  const [old, fresh] = await its.rows()
  expect(old).toMatchObject({ keyId: key?.keyId, standing: { kind: 'replaced', by: fresh?.keyId } })
  expect(fresh).toMatchObject({ name: 'ci', standing: { kind: 'alive' } })
  expect(its.keys?.keys).toBe(2)
  await its.putAway()

  await its.did(commands['keys.delete']({ organisationId, keyId: key?.keyId ?? '' }))
  expect(its.toasts.at(-1)).toEqual({ kind: 'key-rotated', name: 'ci' })
  expect(await its.rows()).toMatchObject([{ keyId: fresh?.keyId }])
  await its.did(commands['apps.delete']({ organisationId, appId: app.appId }))
  expect(its.toasts.at(-1)).toEqual({ kind: 'app-deleted', name: 'web monitor' })
  expect(await its.rows()).toEqual([])
  expect(its.keys).toMatchObject({ keys: 0, operation: null, failed: null })
  expect(its.posts()).toHaveLength(3)
  expect(its.deletes()).toHaveLength(2)
})

test.each(lost)('a key whose answer is lost (%j): asked once, an unknown row, no secret', async (fault) => {
  const its = await signedIn()
  const app = await its.createApp('web')
  its.wire.fault({ ...fault, match: { method: 'POST', path: keysPath } })
  const row = await its.createKey(app.appId, 'ci')
  expect(row).toMatchObject({ name: 'ci', masked: null, standing: { kind: 'unknown' } })
  expect(its.secret).toBeNull()
  expect(its.keys).toMatchObject({
    keys: 0,
    operation: null,
    failed: { operation: { kind: 'new-key', name: 'ci' } },
  })
  expect(its.toasts.at(-1)).toMatchObject({ kind: 'failed', operation: 'new-key', name: 'ci' })
  expect(its.posts()).toHaveLength(2)
  expect(its.onServer().find(({ appId }) => appId === app.appId)?.keys).toHaveLength(1)

  // It survives a restart, and goes when the user has looked.
  const again = handle(await restarted(its.app))
  made = again.app
  expect(await again.rows()).toMatchObject([{ standing: { kind: 'unknown' } }])
  const keyId = row?.keyId ?? ''
  expect(await again.commands['keys.forget']({ organisationId: its.organisationId, keyId })).toMatchObject({
    ok: true,
  })
  expect(await again.rows()).toEqual([])
})

test('a crash while a key is being made leaves an unknown row', async () => {
  const its = await signedIn()
  const app = await its.createApp('web')
  const hold = its.wire.fault({ kind: 'hold', match: { method: 'POST', path: keysPath } })
  await its.commands['keys.create']({ organisationId: its.organisationId, appId: app.appId, name: 'ci' })
  await its.wire.quiet()
  expect(its.keys?.operation).toEqual({ kind: 'new-key', appId: app.appId, name: 'ci' })
  // While it is being made nothing is said of it yet, but the disk knows.
  expect(await its.rows()).toEqual([])
  const disk = [...its.app.store.files].find(([name]) => name.endsWith('/ledger'))?.[1] ?? ''
  expect(JSON.parse(disk)).toMatchObject({ rows: [{ name: 'ci', standing: { kind: 'unknown' } }] })
  await its.wire.release(hold)
})

test.each([403, 404, 422, 429])('a clear no (%i) leaves nothing behind', async (status) => {
  const its = await signedIn()
  const app = await its.createApp('web')
  its.wire.fault({
    kind: 'status',
    status,
    body: { detail: 'no' },
    match: { method: 'POST', path: keysPath },
  })
  expect(await its.createKey(app.appId, 'ci')).toBeUndefined()
  expect(its.keys?.failed?.failure.message).toBe('no')
  expect(its.posts()).toHaveLength(2)
})

test('offline before anything was sent leaves nothing behind', async () => {
  const its = await signedIn()
  const app = await its.createApp('web')
  its.wire.fault({ kind: 'drop', match: { path: '/token' } })
  await its.wire.clock.advance(20 * 60_000)
  const posts = its.posts().length
  await its.createKey(app.appId, 'ci')
  expect(its.keys?.failed?.failure.kind).toBe('offline')
  expect(await its.rows()).toEqual([])
  expect(its.posts()).toHaveLength(posts)
})

test('a 401 is the one thing after which a creation is asked for again', async () => {
  const its = await signedIn()
  const app = await its.createApp('web')
  const match = { method: 'POST', path: keysPath }
  its.wire.fault({ kind: 'status', status: 401, body: { detail: 'Unauthorized' }, match, times: 1 })
  const row = await its.createKey(app.appId, 'ci')
  expect(row?.standing.kind).toBe('alive')
  expect(its.posts().map(({ status }) => status)).toEqual([200, 401, 200])
})

test('an answer without the secret: the row is there, and it is said', async () => {
  const its = await signedIn()
  const app = await its.createApp('web')
  its.wire.fault({
    kind: 'replace-reply',
    json: { raw_api_key: null },
    match: { method: 'POST', path: keysPath },
  })
  const row = await its.createKey(app.appId, 'ci')
  expect(row?.standing.kind).toBe('alive')
  expect(its.secret).toBeNull()
  expect(its.keys?.failed?.failure).toMatchObject({ kind: 'server', retryable: false })
  // The place is free again.
  its.wire.control.clearFaults()
  await its.createKey(app.appId, 'second')
  expect(its.secret).toMatchObject({ keyName: 'second' })
})

test('a server that masks nothing brings no secret onto the disk', async () => {
  const its = await signedIn()
  const app = await its.createApp('web')
  const json = { raw_api_key: 'px_planted_secret_value', display_value: 'px_planted_secret_value' }
  its.wire.fault({ kind: 'replace-reply', json, match: { method: 'POST', path: keysPath } })
  const row = await its.createKey(app.appId, 'ci')
  expect(row?.masked).toBeNull()
  expect([...its.app.store.files.values()].join()).not.toContain('planted')
  expect(its.wire.said.join()).not.toContain('planted')
})

test.each(lost)('an app whose answer is lost (%j) is looked for: asked once, and there', async (fault) => {
  const its = await signedIn()
  its.wire.fault({ ...fault, match: { method: 'POST', path: '=/account/service/v1/apps' } })
  await its.createApp('web')
  expect(its.posts()).toHaveLength(1)
  expect(its.toasts).toEqual([{ kind: 'app-created', name: 'web' }])
})

test('an app that was never made isn’t taken for one of the same name', async () => {
  const its = await signedIn()
  await its.createApp('web')
  its.wire.fault({ kind: 'drop', match: { method: 'POST', path: '=/account/service/v1/apps' } })
  await its.createApp('web')
  expect(its.posts()).toHaveLength(2)
  expect(its.keys?.failed).toMatchObject({
    operation: { kind: 'new-app', name: 'web' },
    failure: { kind: 'offline' },
  })
  expect((await its.apps()).filter(({ name }) => name === 'web')).toHaveLength(1)
})

test('what is gone already is deleted: 404 for a key and for an app', async () => {
  const its = await signedIn()
  const { commands, organisationId } = its
  const app = await its.createApp('web')
  const key = await its.createKey(app.appId, 'ci')
  await its.putAway()
  its.wire.fault({ kind: 'status', status: 404, body: { detail: 'gone' }, match: { method: 'DELETE' } })
  await its.did(commands['keys.delete']({ organisationId, keyId: key?.keyId ?? '' }))
  expect(its.toasts.at(-1)).toEqual({ kind: 'key-deleted', name: 'ci' })
  await its.did(commands['apps.delete']({ organisationId, appId: app.appId }))
  expect(its.toasts.at(-1)).toEqual({ kind: 'app-deleted', name: 'web' })
})

test('a role that may not: the row stays, and an open dialog says it instead of a toast', async () => {
  const its = await signedIn()
  const { commands, organisationId } = its
  const app = await its.createApp('web')
  const key = await its.createKey(app.appId, 'ci')
  await its.putAway()
  const keyId = key?.keyId ?? ''
  its.wire.control.setOrganisation(organisationId, { role: 'viewer' })
  await commands['dialog.open']({ dialog: { kind: 'delete-key', organisationId, keyId } })
  const toasts = its.toasts.length
  await its.did(commands['keys.delete']({ organisationId, keyId }))
  expect(its.keys?.failed).toMatchObject({
    operation: { kind: 'delete-key', keyId },
    failure: { kind: 'forbidden' },
  })
  expect(its.toasts).toHaveLength(toasts)
  await commands['keys.dismiss-failure']({ organisationId })
  expect(its.keys?.failed).toBeNull()
  expect(await its.rows()).toMatchObject([{ standing: { kind: 'alive' } }])

  its.wire.control.setOrganisation(organisationId, { role: 'admin' })
  await its.did(commands['keys.delete']({ organisationId, keyId }))
  expect(its.app.app.state.current.view.dialog).toBeNull()
})

test('without the permission nothing is asked', async () => {
  const its = await signedIn()
  const app = await its.createApp('web')
  await its.app.signOut()
  await its.app.start([])
  await its.app.approve()
  its.wire.control.clearRequests()
  const { commands, organisationId } = its
  const appId = app.appId
  await its.apps()
  for (const answer of [
    await commands['apps.create']({ organisationId, name: 'x' }),
    await commands['apps.delete']({ organisationId, appId }),
    await commands['keys.create']({ organisationId, appId, name: 'x' }),
  ])
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'forbidden' } })
  expect([...its.posts(), ...its.deletes()]).toEqual([])
})

test('one change at a time, and one secret at a time', async () => {
  const its = await signedIn()
  const { commands, organisationId } = its
  const app = await its.createApp('web')
  const hold = its.wire.fault({ kind: 'hold', match: { method: 'POST', path: keysPath }, times: 1 })
  await commands['keys.create']({ organisationId, appId: app.appId, name: 'one' })
  await its.wire.quiet()
  const busy = { ok: false, failure: { kind: 'busy' } }
  expect(await commands['keys.create']({ organisationId, appId: app.appId, name: 'two' })).toMatchObject(busy)
  expect(await commands['apps.create']({ organisationId, name: 'other' })).toMatchObject(busy)
  await its.wire.release(hold)
  expect(its.secret?.keyName).toBe('one')
  expect(await commands['keys.create']({ organisationId, appId: app.appId, name: 'two' })).toMatchObject(busy)
  await its.putAway()
  await its.createKey(app.appId, 'two')
  expect(its.secret?.keyName).toBe('two')
  expect(its.posts()).toHaveLength(3)
})

test('a rotation whose answer is lost: the old key stays alive beside an unknown row', async () => {
  const its = await signedIn()
  const { commands, organisationId } = its
  const app = await its.createApp('web')
  const key = await its.createKey(app.appId, 'ci')
  await its.putAway()
  its.wire.fault({ kind: 'drop-after', match: { method: 'POST', path: keysPath } })
  await its.did(commands['keys.rotate']({ organisationId, keyId: key?.keyId ?? '' }))
  expect(await its.rows()).toMatchObject([
    { name: 'ci', standing: { kind: 'unknown' } },
    { keyId: key?.keyId, standing: { kind: 'alive' } },
  ])
})

test('a rotation half done survives a restart; a discarded new key gives the old one its place back', async () => {
  const its = await signedIn()
  const { organisationId } = its
  const app = await its.createApp('web')
  const key = await its.createKey(app.appId, 'ci')
  await its.putAway()
  const keyId = key?.keyId ?? ''
  await its.did(its.commands['keys.rotate']({ organisationId, keyId }))
  expect(await its.rows()).toMatchObject([
    { keyId, standing: { kind: 'replaced' } },
    { standing: { kind: 'alive' } },
  ])
  await its.did(its.commands['secret.discard']({}))
  expect(its.secret).toBeNull()
  expect(await its.rows()).toMatchObject([{ keyId, standing: { kind: 'alive' } }])
  expect(its.onServer().find(({ appId }) => appId === app.appId)?.keys).toHaveLength(1)

  await its.did(its.commands['keys.rotate']({ organisationId, keyId }))
  const again = handle(await restarted(its.app))
  made = again.app
  expect((await again.rows())[0]).toMatchObject({ keyId, standing: { kind: 'replaced' } })
})

test('discarding that fails keeps the secret', async () => {
  const its = await signedIn()
  const app = await its.createApp('web')
  await its.createKey(app.appId, 'ci')
  its.wire.fault({ kind: 'html', match: { method: 'DELETE' } })
  await its.did(its.commands['secret.discard']({}))
  expect(its.secret?.keyName).toBe('ci')
  expect(its.toasts.at(-1)).toMatchObject({ kind: 'failed', operation: 'delete-key' })
})

test('an app deleted elsewhere: its keys are said to be gone, can be forgotten, and come back with it', async () => {
  const its = await signedIn()
  const { commands, organisationId } = its
  const app = await its.createApp('web')
  const key = await its.createKey(app.appId, 'ci')
  await its.putAway()
  const before = its.onServer()
  its.wire.control.setOrganisation(organisationId, {
    apps: before.filter(({ appId }) => appId !== app.appId),
  })
  await its.did(commands['keys.refresh']({ organisationId }))
  expect(await its.app0('web')).toMatchObject({
    listed: false,
    keys: [{ standing: { kind: 'deleted-elsewhere' } }],
  })
  expect(its.keys?.keys).toBe(0)
  its.wire.control.setOrganisation(organisationId, { apps: before })
  await its.did(commands['keys.refresh']({ organisationId }))
  expect(await its.app0('web')).toMatchObject({ listed: true, keys: [{ standing: { kind: 'alive' } }] })
  const forgotten = await commands['keys.forget']({ organisationId, keyId: key?.keyId ?? '' })
  expect(forgotten).toMatchObject({ ok: false, failure: { kind: 'invalid' } })
})

test('apps are listed when somebody looks, and again after five minutes', async () => {
  const its = await signedIn()
  const lists = () => its.wire.control.requests().filter(({ path }) => path.endsWith('/apps'))
  await its.apps()
  expect(lists()).toHaveLength(0)
  await its.wire.clock.advance(6 * 60_000)
  expect(lists()).toHaveLength(0)
  await its.apps()
  expect(lists()).toHaveLength(1)
})

test('a ledger that can’t be written: the key is there, its secret is shown, and it is said', async () => {
  const its = await signedIn()
  const app = await its.createApp('web')
  its.app.store.broken = { kind: 'storage', message: 'ENOSPC', retryable: true }
  const row = await its.createKey(app.appId, 'ci')
  expect(row?.standing.kind).toBe('alive')
  expect(its.secret?.keyName).toBe('ci')
  expect(its.app.app.state.current.notices).toMatchObject([{ kind: 'storage' }])
})

test('the ID of a key goes to the clipboard', async () => {
  const its = await signedIn()
  const app = await its.createApp('web')
  const key = await its.createKey(app.appId, 'ci')
  const { organisationId } = its
  await its.commands['keys.copy-id']({ organisationId, keyId: key?.keyId ?? '' })
  const [onServer] = its.onServer().find(({ appId }) => appId === app.appId)?.keys ?? []
  expect(its.app.desktop.copied).toBe(onServer?.apiKeyId)
})

test('a rotation that brought no secret replaces nothing', async () => {
  const its = await signedIn()
  const app = await its.createApp('web')
  const key = await its.createKey(app.appId, 'ci')
  await its.putAway()
  its.wire.fault({
    kind: 'replace-reply',
    json: { raw_api_key: null },
    match: { method: 'POST', path: keysPath },
  })
  const { organisationId } = its
  await its.did(its.commands['keys.rotate']({ organisationId, keyId: key?.keyId ?? '' }))
  expect((await its.rows()).map(({ standing }) => standing.kind)).toEqual(['alive', 'alive'])
})

test('an app that was clearly refused isn’t looked for', async () => {
  const its = await signedIn()
  const match = { method: 'POST', path: '=/account/service/v1/apps' }
  its.wire.fault({ kind: 'status', status: 403, body: { detail: 'no' }, match })
  await its.did(its.commands['apps.create']({ organisationId: its.organisationId, name: 'web' }))
  expect(its.wire.control.requests().map(({ method, status }) => `${method} ${status}`)).toEqual([
    'GET 200',
    'POST 403',
  ])
  expect(its.keys?.failed?.failure.kind).toBe('forbidden')
})

test('a ledger moves to another computer: merged by the server’s ids, and never with a secret', async () => {
  const its = await signedIn()
  const app = await its.createApp('web')
  const key = await its.createKey(app.appId, 'ci')
  await its.putAway()
  const { organisationId } = its
  const keys = () => its.app.app.organisations.obtain(organisationId).keys
  const rows = keys().exportRows()
  expect(rows).toHaveLength(1)
  expect(keys().importRows(rows)).toBe(0)
  await its.commands['organisation.sign-out']({ organisationId, forget: true })
  expect([...its.app.store.files.keys()].some((name) => name.endsWith('/ledger'))).toBe(false)
  expect(keys().exportRows()).toEqual([])
  expect(keys().importRows(rows)).toBe(1)
  await its.app.start(['manage'])
  await its.app.approve()
  expect(await its.rows()).toMatchObject([{ keyId: key?.keyId, standing: { kind: 'alive' } }])
  expect(its.keys?.keys).toBe(1)
  const [secret = ''] = its.wire.control.secrets().apiKeys
  expect(JSON.stringify(rows)).not.toContain(secret)
})

test('signed out and in again, the ledger is as it was', async () => {
  const its = await signedIn()
  const app = await its.createApp('web')
  await its.createKey(app.appId, 'ci')
  await its.app.signOut()
  // What was made is still there to be put away.
  expect(its.secret?.keyName).toBe('ci')
  await its.putAway()
  await its.app.start(['manage'])
  await its.app.approve()
  expect(its.keys).toMatchObject({ keys: 1, listedAt: null })
  expect(await its.rows()).toMatchObject([{ name: 'ci', standing: { kind: 'alive' } }])
})

test('keys that are older than wanted are counted when the limit changes and when days have passed', async () => {
  const its = await signedIn()
  const { app } = its.app
  const made = await its.createApp('web')
  await its.createKey(made.appId, 'ci')
  await its.putAway()
  const rotateAfter = (rotateAfterDays: number) =>
    its.commands['limits.change']({ organisationId: its.organisationId, change: { rotateAfterDays } })
  await rotateAfter(1)
  await its.wire.quiet()
  expect(its.keys?.rotateDue).toBe(0)
  await its.wire.clock.advance(25 * 3600_000)
  app.setWindowVisible(true)
  await its.wire.quiet()
  expect(its.keys?.rotateDue).toBe(1)
  await rotateAfter(30)
  await its.wire.quiet()
  expect(its.keys?.rotateDue).toBe(0)
})

test('quitting takes the secret off the clipboard', async () => {
  const its = await signedIn()
  const app = await its.createApp('web')
  await its.createKey(app.appId, 'ci')
  await its.commands['secret.copy']({})
  await its.app.quit()
  expect(its.app.secretClipboard.text).toBe('')
  expect(its.secret).toBeNull()
})
