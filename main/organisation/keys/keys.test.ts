/** Apps and keys before a scripted server, with a real ledger and a real holder of the secret. */
import { describe, expect, test } from 'vitest'
import { type Failure, failed, type KeysSummary, ok, type Result } from '../../../preload/contract/index.ts'
import { dayMs } from '../../calendar.ts'
import type { AccountApi, App } from '../../parallel/account-api.ts'
import { failure } from '../../parallel/failures.ts'
import { memoryFolder } from '../../testing/memory-folder.ts'
import { MemoryEnvFiles, MemorySecretClipboard, MemoryStore } from '../../testing/memory-ports.ts'
import { settle, VirtualClock } from '../../testing/virtual-clock.ts'
import type { Session } from '../session/session.ts'
import { type ChangeOutcome, Keys } from './keys.ts'
import { Ledger } from './ledger.ts'
import { SecretHolder } from './pending-secret.ts'

const offline = failure('offline', 'no network')
const notSent = failure('offline', 'no network', { notSent: true })
const forbidden = failure('forbidden', '403')
const web: App = { appId: 'app_1', appName: 'web', organisationId: 'org_1' }
const manage = [
  ...['balance:read', 'apps:read', 'keys:read', 'apps:create', 'apps:delete', 'keys:create', 'keys:delete'],
]

function account() {
  const clock = new VirtualClock()
  const world = {
    apps: [web] as readonly App[],
    /** Set: the answer to every change. */
    refusal: null as Failure | null,
    /** The server carries out what it answers with a refusal. */
    isDoneAnyway: false,
    secret: 'px_secret_value' as string | null,
    /** Held back until the test lets it go. */
    hold: null as Promise<void> | null,
    isSignedIn: true,
    scope: manage as readonly string[],
    rotateAfterDays: null as number | null,
    requests: [] as string[],
    reports: [] as KeysSummary[],
    ended: [] as { kind: string; outcome: ChangeOutcome }[],
    made: 0,
  }
  const change = async <T>(name: string, apply: () => T): Promise<Result<T>> => {
    world.requests.push(name)
    await world.hold
    const value = world.refusal === null || world.isDoneAnyway ? apply() : undefined
    return world.refusal === null ? ok(value as T) : failed(world.refusal)
  }
  const api = {
    apps: async () => {
      world.requests.push('apps')
      return ok(world.apps)
    },
    createApp: (_token: string, appName: string) =>
      change(`create ${appName}`, () => {
        world.apps = [...world.apps, { appId: 'app_2', appName, organisationId: 'org_1' }]
        return 'app_2'
      }),
    deleteApp: (_token: string, appId: string) =>
      change(`delete ${appId}`, () => {
        world.apps = world.apps.filter((one) => one.appId !== appId)
        return null
      }),
    createKey: (_token: string, appId: string, apiKeyName: string) =>
      change(`create ${appId} ${apiKeyName}`, () => {
        world.made += 1
        return {
          apiKeyId: `key_${world.made}`,
          apiKeyName,
          appId,
          appName: 'web',
          createdByUserEmail: null,
          displayValue: 'px…alue',
          rawApiKey: world.secret,
          createdAt: null,
        }
      }),
    deleteKey: (_token: string, appId: string, apiKeyId: string) =>
      change(`delete ${appId} ${apiKeyId}`, () => null),
  } as unknown as AccountApi
  const session = {
    id: 'org_1',
    get isSignedIn() {
      return world.isSignedIn
    },
    get scope() {
      return world.scope
    },
    record: { organisation: { id: 'org_1', name: 'Halden Research' } },
    call: (ask: (token: string, signal: AbortSignal) => unknown) =>
      ask('token', new AbortController().signal),
  } as unknown as Session
  const secret = new SecretHolder({
    clock,
    clipboard: new MemorySecretClipboard(),
    envFiles: new MemoryEnvFiles(),
    report: () => {},
  })
  const store = new MemoryStore()
  const ledger = new Ledger(memoryFolder({ store }))
  const keys = new Keys({
    api,
    clock,
    ledger,
    secret,
    session,
    rotateAfterDays: () => world.rotateAfterDays,
    report: ({ keys: summary }) => world.reports.push(summary),
    onEnded: ({ kind }, outcome) => world.ended.push({ kind, outcome }),
  })
  /** The keys that are shown, in the app's first app. */
  const shown = () => keys.read().apps.flatMap((app) => app.keys)
  const listed = async () => {
    keys.refresh()
    await settle()
    world.requests.length = 0
  }
  /** Creates a key and puts its secret away. @returns the local id of its row */
  const withKey = async (name = 'ci'): Promise<string> => {
    await listed()
    expect(keys.createKey('app_1', name)).toEqual(ok(null))
    await keys.settle()
    const keyId = secret.key?.keyId ?? ''
    await secret.copy()
    secret.done()
    world.requests.length = 0
    world.ended.length = 0
    return keyId
  }
  const outcome = () => world.ended.at(-1)?.outcome
  return { keys, clock, world, secret, ledger, store, shown, listed, withKey, outcome }
}

function gate() {
  let open = (): void => {}
  const closed = new Promise<void>((resolve) => {
    open = resolve
  })
  return { closed, open }
}

describe('a new key', () => {
  test('is on the disk before it is requested, and shown once it exists', async () => {
    const { keys, world, ledger, shown, listed, secret, outcome } = account()
    await listed()
    const { closed, open } = gate()
    world.hold = closed
    keys.createKey('app_1', 'ci')
    await settle()
    expect(ledger.rows).toMatchObject([
      { name: 'ci', appName: 'web', status: { kind: 'unknown' }, apiKeyId: null },
    ])
    expect(shown()).toEqual([])
    expect(keys.exportRows()).toEqual([])
    expect(keys.isCreatingKey).toBe(true)
    const [{ keyId } = { keyId: '' }] = ledger.rows
    expect(keys.forgetKey(keyId)).toMatchObject({ failure: { kind: 'busy' } })
    open()
    await keys.settle()
    expect(shown()).toMatchObject([{ name: 'ci', masked: 'px…alue', status: { kind: 'alive' } }])
    expect(keys.apiKeyId(keyId)).toEqual(ok('key_1'))
    expect(keys.summary).toMatchObject({ keys: 1, operation: null, failed: null })
    expect(keys.isCreatingKey).toBe(false)
    expect(secret.reveal()).toEqual(ok('px_secret_value'))
    expect(secret.key).toEqual({
      organisationId: 'org_1',
      organisationName: 'Halden Research',
      appName: 'web',
      keyName: 'ci',
      keyId,
    })
    expect(outcome()).toEqual(ok(null))
  })

  test.each([
    ['refused', forbidden],
    ['never sent', notSent],
  ])('that was %s leaves nothing behind, and releases the reserved secret', async (_name, why) => {
    const { keys, world, ledger, listed, secret, outcome } = account()
    await listed()
    world.refusal = why
    keys.createKey('app_1', 'ci')
    await keys.settle()
    expect(ledger.rows).toEqual([])
    expect(outcome()).toEqual(failed(why))
    expect(keys.summary.failed).toEqual({
      operation: { kind: 'new-key', appId: 'app_1', name: 'ci' },
      failure: why,
    })
    expect(secret.reserve()).toBe(true)
    keys.dismissFailure()
    expect(world.reports.at(-1)?.failed).toBeNull()
  })

  test('whose response is lost stays as a row that may exist, and can be forgotten', async () => {
    const { keys, world, listed, shown } = account()
    await listed()
    world.refusal = offline
    keys.createKey('app_1', 'ci')
    await keys.settle()
    const [row] = shown()
    expect(row).toMatchObject({ name: 'ci', status: { kind: 'unknown' } })
    expect(keys.summary.keys).toBe(0)
    expect(keys.apiKeyId(row?.keyId ?? '')).toMatchObject({ failure: { kind: 'not-found' } })
    expect(keys.rotate(row?.keyId ?? '')).toMatchObject({ failure: { kind: 'invalid' } })
    expect(keys.deleteKey(row?.keyId ?? '')).toMatchObject({ failure: { kind: 'invalid' } })
    expect(keys.forgetKey(row?.keyId ?? '')).toEqual(ok({ name: 'ci' }))
    expect(shown()).toEqual([])
    // The user may take that back, once.
    expect(keys.restoreKey(row?.keyId ?? '')).toEqual(ok(null))
    expect(shown()).toEqual([row])
    expect(keys.restoreKey(row?.keyId ?? '')).toMatchObject({ failure: { kind: 'not-found' } })
  })

  test('whose secret is missing is kept, and isn’t retryable', async () => {
    const { keys, world, listed, shown, secret, outcome } = account()
    await listed()
    world.secret = null
    keys.createKey('app_1', 'ci')
    await keys.settle()
    expect(shown()).toMatchObject([{ status: { kind: 'alive' } }])
    expect(outcome()).toMatchObject({ failure: { kind: 'server', retryable: false } })
    expect(secret.key).toBeNull()
    expect(secret.reserve()).toBe(true)
  })

  test('in an app that is gone lists the apps again; any other refusal doesn’t', async () => {
    const { keys, world, listed } = account()
    await listed()
    for (const [refusal, requests] of [
      [forbidden, ['create app_1 ci']],
      [failure('not-found', '404'), ['create app_1 ci', 'apps']],
    ] as const) {
      world.refusal = refusal
      world.requests.length = 0
      keys.createKey('app_1', 'ci')
      await keys.settle()
      expect(world.requests).toEqual(requests)
    }
  })

  test('needs a known app, the permission, a sign-in, and no other change or secret', async () => {
    const { keys, world, listed, secret } = account()
    await listed()
    const kindOf = (result: Result<null>) => (result.ok ? 'ok' : result.failure.kind)
    expect(kindOf(keys.createKey('app_9', 'ci'))).toBe('not-found')
    world.scope = manage.filter((scope) => scope !== 'keys:create')
    expect(kindOf(keys.createKey('app_1', 'ci'))).toBe('forbidden')
    world.scope = manage
    world.isSignedIn = false
    expect(kindOf(keys.createKey('app_1', 'ci'))).toBe('signed-out')
    world.isSignedIn = true
    secret.reserve()
    expect(kindOf(keys.createKey('app_1', 'ci'))).toBe('busy')
    secret.release()
    expect(kindOf(keys.createApp('docs'))).toBe('ok')
    expect(kindOf(keys.createKey('app_1', 'ci'))).toBe('busy')
    await keys.settle()
    expect(world.made).toBe(0)
    expect(secret.reserve()).toBe(true)
  })
})

describe('a rotation', () => {
  test('creates a key of the same name in the same app; the old one is replaced, and still works', async () => {
    const made = account()
    const old = await made.withKey()
    expect(made.keys.rotate(old)).toEqual(ok(null))
    expect(made.keys.summary.operation).toEqual({ kind: 'rotate-key', keyId: old, name: 'ci' })
    expect(made.keys.isCreatingKey).toBe(true)
    await made.keys.settle()
    const fresh = made.secret.key?.keyId
    expect(made.world.requests).toEqual(['create app_1 ci'])
    expect(made.shown().find(({ keyId }) => keyId === old)?.status).toEqual({ kind: 'replaced', by: fresh })
    expect(made.keys.rotate(old)).toMatchObject({ failure: { kind: 'invalid' } })
    await made.secret.copy()
    made.secret.done()
    made.keys.deleteKey(old)
    await made.keys.settle()
    expect(made.world.ended.at(-1)).toEqual({
      kind: 'delete-key',
      outcome: ok({ kind: 'key-rotated', name: 'ci' }),
    })
    expect(made.shown()).toMatchObject([{ keyId: fresh, status: { kind: 'alive' } }])
  })

  test('whose new key has no secret replaces nothing', async () => {
    const made = account()
    const old = await made.withKey()
    made.world.secret = ''
    made.keys.rotate(old)
    await made.keys.settle()
    expect(made.shown().find(({ keyId }) => keyId === old)?.status).toEqual({ kind: 'alive' })
  })

  test('is due once a key is older than the limit', async () => {
    const made = account()
    await made.withKey()
    made.world.rotateAfterDays = 30
    await made.clock.advance(30 * dayMs)
    made.keys.recount()
    expect(made.world.reports.at(-1)?.rotateDue).toBe(0)
    const { revision } = made.keys.summary
    await made.clock.advance(1)
    made.keys.recount()
    expect(made.world.reports.at(-1)).toMatchObject({ rotateDue: 1, revision: revision + 1 })
  })
})

describe('a deleted key', () => {
  test('is removed with its secret, and its row stays hidden so that no import restores it', async () => {
    const made = account()
    await made.listed()
    made.keys.createKey('app_1', 'ci')
    await made.keys.settle()
    const keyId = made.secret.key?.keyId ?? ''
    const rows = made.keys.exportRows()
    made.keys.deleteKey(keyId)
    await made.keys.settle()
    expect(made.world.requests.at(-1)).toBe('delete app_1 key_1')
    expect(made.outcome()).toEqual(ok({ kind: 'key-deleted', name: 'ci' }))
    expect(made.secret.key).toBeNull()
    expect(made.shown()).toEqual([])
    expect(made.ledger.rows).toMatchObject([{ status: { kind: 'deleted', at: made.clock.now() } }])
    expect(made.keys.importRows(rows)).toBe(0)
    expect(made.shown()).toEqual([])
    for (const again of [made.keys.deleteKey(keyId), made.keys.rotate(keyId), made.keys.forgetKey(keyId)])
      expect(again).toMatchObject({ failure: { kind: 'not-found' } })
  })

  test('stays when the server refuses', async () => {
    const made = account()
    const keyId = await made.withKey()
    made.world.refusal = forbidden
    made.keys.deleteKey(keyId)
    await made.keys.settle()
    expect(made.outcome()).toEqual(failed(forbidden))
    expect(made.shown()).toMatchObject([{ status: { kind: 'alive' } }])
    expect(made.keys.forgetKey(keyId)).toMatchObject({ failure: { kind: 'invalid' } })
  })

  test('of an app that was deleted elsewhere can be forgotten, but not rotated', async () => {
    const made = account()
    const keyId = await made.withKey()
    made.world.apps = []
    await made.listed()
    expect(made.shown()).toMatchObject([{ status: { kind: 'deleted-elsewhere' } }])
    expect(made.keys.rotate(keyId)).toMatchObject({ failure: { kind: 'invalid' } })
    expect(made.keys.forgetKey(keyId)).toEqual(ok({ name: 'ci' }))
    expect(made.ledger.rows).toEqual([])
    // By the last list of the apps, which has the app again.
    made.world.apps = [web]
    await made.listed()
    made.keys.restoreKey(keyId)
    expect(made.shown()).toMatchObject([{ keyId, status: { kind: 'alive' } }])
  })
})

describe('a new app', () => {
  test('is in the list at once', async () => {
    const { keys, world, outcome } = account()
    keys.createApp('docs')
    expect(keys.summary.operation).toEqual({ kind: 'new-app', name: 'docs' })
    await keys.settle()
    expect(world.requests).toEqual(['apps', 'create docs'])
    expect(keys.read().apps.map(({ name }) => name)).toEqual(['web', 'docs'])
    expect(outcome()).toEqual(ok({ kind: 'app-created', name: 'docs' }))
  })

  test('whose response is lost is found in the list, and not confused with one of the same name', async () => {
    const { keys, world, outcome } = account()
    world.refusal = offline
    keys.createApp('web')
    await keys.settle()
    expect(outcome()).toEqual(failed(offline))
    world.isDoneAnyway = true
    keys.createApp('docs')
    await keys.settle()
    expect(outcome()).toEqual(ok({ kind: 'app-created', name: 'docs' }))
  })

  test('whose response is lost isn’t confused with another one created meanwhile', async () => {
    const { keys, world, outcome } = account()
    const { closed, open } = gate()
    world.hold = closed
    world.refusal = offline
    keys.createApp('docs')
    await settle()
    world.apps = [...world.apps, { ...web, appId: 'app_3', appName: 'of somebody else' }]
    open()
    await keys.settle()
    expect(outcome()).toEqual(failed(offline))
  })

  test('that was refused isn’t searched for', async () => {
    const { keys, world, outcome } = account()
    world.refusal = forbidden
    keys.createApp('docs')
    await keys.settle()
    expect(world.requests).toEqual(['apps', 'create docs'])
    expect(outcome()).toEqual(failed(forbidden))
  })

  test('isn’t requested while the apps can’t be listed', async () => {
    const { keys, world, outcome } = account()
    world.apps = [{ ...web, organisationId: 'org_2' }]
    keys.createApp('docs')
    await keys.settle()
    expect(world.requests).toEqual(['apps'])
    expect(outcome()).toMatchObject({ failure: { kind: 'server' } })
  })
})

test('deletes an app’s keys and their secret with it, and no others', async () => {
  const made = account()
  made.world.apps = [web, { ...web, appId: 'app_2', appName: 'docs' }]
  const kept = await made.withKey('kept')
  made.keys.createKey('app_2', 'gone')
  await made.keys.settle()
  expect(made.keys.deleteApp('app_9')).toMatchObject({ failure: { kind: 'not-found' } })
  made.world.refusal = forbidden
  made.keys.deleteApp('app_2')
  await made.keys.settle()
  expect(made.secret.key?.keyName).toBe('gone')
  made.world.refusal = null
  made.keys.deleteApp('app_2')
  expect(made.keys.summary.operation).toEqual({ kind: 'delete-app', appId: 'app_2', name: 'docs' })
  await made.keys.settle()
  expect(made.secret.key).toBeNull()
  expect(made.keys.read().apps).toMatchObject([{ appId: 'app_1', keys: [{ keyId: kept }] }])
  expect(made.outcome()).toEqual(ok({ kind: 'app-deleted', name: 'docs' }))
})

test('keeps the secret of a new key while another app is deleted', async () => {
  const made = account()
  made.world.apps = [web, { ...web, appId: 'app_2', appName: 'docs' }]
  await made.listed()
  made.keys.createKey('app_1', 'ci')
  await made.keys.settle()
  made.keys.deleteApp('app_2')
  await made.keys.settle()
  expect(made.secret.key?.keyName).toBe('ci')
})

test('identifies one of several keys by its id', async () => {
  const made = account()
  await made.withKey('first')
  const second = await made.withKey('second')
  expect(made.keys.apiKeyId(second)).toEqual(ok('key_2'))
  expect(made.keys.apiKeyId('unheard-of')).toMatchObject({ failure: { kind: 'not-found' } })
  made.keys.deleteKey(second)
  await made.keys.settle()
  expect(made.world.requests.at(-1)).toBe('delete app_1 key_2')
  expect(made.shown()).toMatchObject([{ name: 'first', status: { kind: 'alive' } }])
})

test('completes a deletion whose row was forgotten meanwhile', async () => {
  const made = account()
  const keyId = await made.withKey()
  const { closed, open } = gate()
  made.world.hold = closed
  made.keys.deleteKey(keyId)
  made.world.apps = []
  made.keys.refresh()
  await settle()
  expect(made.keys.forgetKey(keyId)).toEqual(ok({ name: 'ci' }))
  open()
  await made.keys.settle()
  expect(made.outcome()).toEqual(ok({ kind: 'key-deleted', name: 'ci' }))
})

test('restores a forgotten row also before the apps are listed', async () => {
  const from = account()
  await from.withKey()
  const made = account()
  const rows = from.keys.exportRows().map((row) => ({ ...row, status: { kind: 'unknown' as const } }))
  made.keys.importRows(rows)
  const keyId = rows[0]?.keyId ?? ''
  made.keys.forgetKey(keyId)
  expect(made.keys.restoreKey(keyId)).toEqual(ok(null))
  expect(made.ledger.rows).toMatchObject([{ keyId }])
})

test('refuses to rotate an imported key without a server id', async () => {
  const from = account()
  await from.withKey()
  const made = account()
  await made.listed()
  const rows = from.keys.exportRows().map((row) => ({ ...row, apiKeyId: null }))
  made.keys.importRows(rows)
  expect(made.keys.rotate(rows[0]?.keyId ?? '')).toMatchObject({ failure: { kind: 'invalid' } })
})

test('adds unknown rows of an import, checked against the list of apps', async () => {
  const from = account()
  await from.withKey()
  const to = account()
  to.world.apps = []
  await to.listed()
  expect(to.keys.importRows(from.keys.exportRows())).toBe(1)
  expect(to.shown()).toMatchObject([{ name: 'ci', status: { kind: 'deleted-elsewhere' } }])
  expect(to.world.reports.at(-1)?.keys).toBe(0)
  const unlisted = account()
  unlisted.keys.importRows(from.keys.exportRows())
  expect(unlisted.keys.summary.keys).toBe(1)
})

test('clears the list of apps and keeps the ledger after a sign-out', async () => {
  const made = account()
  await made.withKey()
  made.keys.signedOut()
  expect(made.keys.summary.listedAt).toBeNull()
  expect(made.ledger.rows).toHaveLength(1)
})

test('stores and reports nothing of a change that ends after the organisation was forgotten', async () => {
  const made = account()
  await made.listed()
  const { closed, open } = gate()
  made.world.hold = closed
  made.keys.createKey('app_1', 'ci')
  await settle()
  made.keys.forget()
  const reports = made.world.reports.length
  open()
  await made.keys.settle()
  expect(made.store.files.size).toBe(0)
  expect(made.world.reports).toHaveLength(reports)
})

test('reports an exception as a bug, and allows the next change', async () => {
  const made = account()
  await made.listed()
  made.world.hold = Promise.reject(new Error('broken'))
  made.keys.deleteApp('app_1')
  await made.keys.settle()
  expect(made.outcome()).toMatchObject({ failure: { kind: 'bug' } })
  expect(made.keys.summary.operation).toBeNull()
})
