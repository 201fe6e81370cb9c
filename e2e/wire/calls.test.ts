/** Each of the twelve calls as it goes when all is well, and what of it reached the service. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ALL_SCOPES } from '../platform/scopes.ts'
import { calls, type Ready, ready, valueIn } from './calls.ts'
import { expectLawful, startWire, type Wire } from './wire.ts'

let wire: Wire
let client: Ready
beforeEach(async () => {
  wire = await startWire()
  client = await ready(wire)
})
afterEach(() => expectLawful(wire))

async function made(name: string): Promise<unknown> {
  const call = calls.find((one) => one.name === name)
  if (call === undefined) throw new Error(`no call ${name}`)
  return valueIn(await call.make(wire, client, new AbortController().signal))
}

test('there are twelve', () => {
  expect(new Set(calls.map(({ name }) => name)).size).toBe(12)
})

test('register: a client id, and nothing empty about the machine is sent', async () => {
  expect(await made('register')).toMatch(/^client_/)
  const sent = JSON.parse(wire.sent.at(-1)?.body ?? '{}')
  expect(sent.client_name).toBe('Parallel Tray')
  expect(sent.platform).toEqual({
    machine: 'x86_64',
    os_name: 'posix',
    release: '6.1',
    system: 'Linux',
    version: '#1',
  })
})

test('device code: lifetimes in milliseconds and the address on the platform itself', async () => {
  expect(await made('device code')).toMatchObject({
    deviceCode: expect.stringMatching(/^device_/),
    userCode: expect.stringMatching(/^[A-Z]{4}-[A-Z]{4}$/),
    address: {
      uri: `${wire.endpoints.platformUrl}/getServiceKeys/device`,
      complete: expect.stringContaining('?user_code='),
      foreignHost: null,
    },
    lifetimeMs: 600_000,
    intervalMs: 5000,
  })
})

const tokens = {
  accessToken: expect.stringMatching(/^access_/),
  refreshToken: expect.stringMatching(/^refresh_/),
  accessLifetimeMs: 600_000,
  refreshLifetimeMs: 7 * 86_400_000,
  authorizationLifetimeMs: expect.any(Number),
  organisationId: 'org_halden',
  organisationName: 'Halden Research',
  scope: ALL_SCOPES,
}

test('poll: the tokens of an approved code', async () => {
  expect(await made('poll')).toEqual(tokens)
})

test('refresh: a new pair with all three clocks', async () => {
  expect(await made('refresh')).toEqual(tokens)
  expect(wire.control.stats().refreshes).toBe(1)
})

test('revoke: the grant has ended, and once more is fine as well', async () => {
  expect([await made('revoke'), await made('revoke')]).toEqual([null, null])
  expect(wire.control.state().grants[0]?.revoked).toBe('revoked by the client')
  expect(wire.requests('/token/revoke')[0]?.body).toBe(`refresh_token=${client.tokens.refreshToken}`)
})

test('balance: credit and what is held', async () => {
  const reading = { organisationId: 'org_halden', creditCents: 19_670, heldCents: 1250, invoiced: false }
  expect(await made('balance')).toEqual(reading)
})

test('add balance: charged once for one key, with the new balance', async () => {
  expect(await made('add balance')).toMatchObject({ creditCents: 22_170 })
  expect(await made('add balance')).toMatchObject({ creditCents: 22_170 })
  expect(wire.control.state().charges).toHaveLength(1)
})

test('apps: all of the organisation', async () => {
  const apps = await made('apps')
  const monitor = { appId: 'app_halden_monitor', appName: 'web-monitor', organisationId: 'org_halden' }
  expect(apps).toContainEqual(monitor)
  expect(apps).toHaveLength(wire.control.state().organisations[0]?.apps.length ?? 0)
})

const appIds = (): string[] => wire.control.state().organisations[0]?.apps.map(({ appId }) => appId) ?? []
const keyIds = (): string[] =>
  wire.control.state().organisations[0]?.apps.flatMap(({ keys }) => keys.map((one) => one.apiKeyId)) ?? []

test('create app: its id', async () => {
  const appId = await made('create app')
  expect(appIds()).toContain(appId)
})

test('delete app: gone, and gone already is fine', async () => {
  expect([await made('delete app'), await made('delete app')]).toEqual([null, null])
  expect(appIds()).not.toContain('app_halden_enrich')
})

test('create key: the secret, this once', async () => {
  const key = await made('create key')
  expect(key).toMatchObject({
    apiKeyId: expect.any(String),
    apiKeyName: 'laptop',
    appId: 'app_halden_monitor',
    appName: 'web-monitor',
    createdByUserEmail: 'demo@example.com',
    displayValue: expect.any(String),
    rawApiKey: wire.control.secrets().apiKeys.at(-1),
  })
  const { createdAt } = key as { createdAt: number }
  expect(Math.abs(createdAt - wire.control.state().now)).toBeLessThan(5000)
})

test('delete key: gone, and gone already is fine', async () => {
  expect([await made('delete key'), await made('delete key')]).toEqual([null, null])
  expect(keyIds()).not.toContain('key_halden_monitor_1')
})

test('a bearer goes to the account API only, and to nobody in an address', async () => {
  for (const { make } of calls) valueIn(await make(wire, client, new AbortController().signal))
  for (const { server, headers, path } of wire.control.requests()) {
    expect(headers.authorization !== undefined).toBe(server === 'api')
    expect(headers.accept).toBe('application/json')
    expect(path).not.toMatch(/access_|refresh_|device_[\w-]{20}/)
  }
})
