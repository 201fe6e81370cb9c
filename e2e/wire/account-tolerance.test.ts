/** Replies about apps and keys with missing members or text that must be cleaned. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type SignedInClient, signInClient, unwrap } from './calls.ts'
import { expectInvariants, startWire, type Wire } from './wire.ts'

let wire: Wire
let client: SignedInClient
beforeEach(async () => {
  wire = await startWire()
  client = await signInClient(wire)
})
afterEach(() => expectInvariants(wire))

const never = new AbortController().signal
const list = { path: '=/account/service/v1/apps', method: 'GET' }
const keys = { path: '/keys', method: 'POST' }

test.each([{ remove: ['apps'] }, { json: { apps: null } }, { json: { apps: [] } }])(
  'accepts a reply without apps: %j',
  async (change) => {
    wire.fault({ kind: 'replace-reply', match: list, ...change })
    expect(unwrap(await wire.api.apps(client.tokens.accessToken, never))).toEqual([])
  },
)

test('accepts any app name and removes invisible characters', async () => {
  const name = ' \u202eweb\u0000monitor\u2066 🧪 & <b> '
  const created = unwrap(await wire.api.createApp(client.tokens.accessToken, name, never))
  const apps = unwrap(await wire.api.apps(client.tokens.accessToken, never))
  expect(apps.find(({ appId }) => appId === created)?.appName).toBe('web monitor 🧪 & <b>')
})

test.each([
  ['an id that would leave its place in a path', { app_id: '..', app_name: 'a', org_id: 'o' }],
  ['an empty id', { app_id: '', app_name: 'a', org_id: 'o' }],
])('reports %s as a server failure', async (_, app) => {
  wire.fault({ kind: 'replace-reply', match: list, json: { apps: [app] } })
  const result = await wire.api.apps(client.tokens.accessToken, never)
  expect(result).toMatchObject({ ok: false, failure: { kind: 'server' } })
})

test('encodes ids as one path segment', async () => {
  await wire.api.deleteKey(client.tokens.accessToken, 'a/b?c#d', '../e', never)
  expect(wire.control.requests().at(-1)?.path).toBe('/account/service/v1/apps/a%2Fb%3Fc%23d/keys/..%2Fe')
})

test('accepts a key with only the required members', async () => {
  const remove = ['app_name', 'created_by_user_id', 'created_by_user_email', 'display_value', 'created_at']
  wire.fault({ kind: 'replace-reply', match: keys, remove, json: { raw_api_key: null } })
  const { accessToken } = client.tokens
  expect(unwrap(await wire.api.createKey(accessToken, 'app_halden_monitor', 'laptop', never))).toEqual({
    apiKeyId: expect.any(String),
    apiKeyName: 'laptop',
    appId: 'app_halden_monitor',
    appName: null,
    createdByUserEmail: null,
    displayValue: null,
    rawApiKey: null,
    createdAt: null,
  })
})

test('reports another user’s key as forbidden for a member', async () => {
  wire.control.setOrganisation('org_halden', { role: 'member' })
  const { accessToken } = client.tokens
  const result = await wire.api.deleteKey(accessToken, 'app_halden_monitor', 'key_halden_monitor_1', never)
  expect(result).toMatchObject({ failure: { kind: 'forbidden', retryable: false } })
})

test('reports a declined card, again for the same key', async () => {
  wire.control.setOrganisation('org_halden', { cardDeclines: true })
  for (const _ of [1, 2]) {
    const result = await wire.api.addBalance(client.tokens.accessToken, 100, 'one-intent', never)
    expect(result).toMatchObject({ failure: { kind: 'declined', reference: expect.stringMatching(/^ref_/) } })
  }
  expect(wire.control.state().charges).toHaveLength(1)
})

test('learns the outcome of a lost response with the same key and charges once', async () => {
  wire.fault({ kind: 'drop-after', match: { path: '/balance/add' }, times: 1 })
  const add = () => wire.api.addBalance(client.tokens.accessToken, 100, 'one-intent', never)
  expect(await add()).toMatchObject({ failure: { kind: 'offline' } })
  expect(await add()).toMatchObject({ value: { creditCents: 19_770 } })
  expect(wire.control.state().charges).toHaveLength(1)
})

test('reports a charge in flight as a conflict', async () => {
  const held = wire.fault({ kind: 'hold', match: { path: '/balance/add' }, times: 1 })
  const add = () => wire.api.addBalance(client.tokens.accessToken, 100, 'one-intent', never)
  const first = add()
  await wire.quiet()
  expect(await add()).toMatchObject({ failure: { kind: 'conflict', retryable: false } })
  await wire.release(held)
  expect(await first).toMatchObject({ ok: true })
})

test.each([
  ['less than a cent', 0, 'one-intent'],
  ['more than $100', 10_001, 'one-intent'],
  ['half a cent', 100.5, 'one-intent'],
  ['too short a key', 100, 'seven77'],
])('refuses %s without sending', async (_, cents, key) => {
  wire.platform.control.clearRequests()
  const result = await wire.api.addBalance(client.tokens.accessToken, cents, key, never)
  expect(result).toMatchObject({ failure: { kind: 'invalid', notSent: true } })
  expect(wire.platform.control.requests()).toEqual([])
})
