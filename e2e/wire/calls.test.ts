/** Each of the twelve calls in the successful case, and the request that reached the service. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ALL_SCOPES } from '../platform/scopes.ts'
import { calls, type SignedInClient, signInClient, unwrap } from './calls.ts'
import { expectInvariants, startWire, type Wire } from './wire.ts'

let wire: Wire
let client: SignedInClient
beforeEach(async () => {
  wire = await startWire()
  client = await signInClient(wire)
})
afterEach(() => expectInvariants(wire))

async function run(name: string): Promise<unknown> {
  const call = calls.find((one) => one.name === name)
  if (call === undefined) throw new Error(`no call ${name}`)
  return unwrap(await call.make(wire, client, new AbortController().signal))
}

test('covers twelve calls', () => {
  expect(new Set(calls.map(({ name }) => name)).size).toBe(12)
})

test('register: returns a client id and omits empty platform fields', async () => {
  expect(await run('register')).toMatch(/^client_/)
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

test('device code: returns lifetimes in milliseconds and an address on the platform’s origin', async () => {
  expect(await run('device code')).toMatchObject({
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

test('poll: returns the tokens of an approved code', async () => {
  expect(await run('poll')).toEqual(tokens)
})

test('refresh: returns a new pair with all three expiry times', async () => {
  expect(await run('refresh')).toEqual(tokens)
  expect(wire.control.stats().refreshes).toBe(1)
})

test('revoke: ends the grant, and succeeds again when repeated', async () => {
  expect([await run('revoke'), await run('revoke')]).toEqual([null, null])
  expect(wire.control.state().grants[0]?.revoked).toBe('revoked by the client')
  expect(wire.requests('/token/revoke')[0]?.body).toBe(`refresh_token=${client.tokens.refreshToken}`)
})

test('balance: returns credit and pending amount', async () => {
  const reading = { organisationId: 'org_halden', creditCents: 19_670, heldCents: 1250, invoiced: false }
  expect(await run('balance')).toEqual(reading)
})

test('add balance: charges a key once and returns the new balance', async () => {
  expect(await run('add balance')).toMatchObject({ creditCents: 22_170 })
  expect(await run('add balance')).toMatchObject({ creditCents: 22_170 })
  expect(wire.control.state().charges).toHaveLength(1)
})

test('apps: lists all apps of the organisation', async () => {
  const apps = await run('apps')
  const monitor = { appId: 'app_halden_monitor', appName: 'web-monitor', organisationId: 'org_halden' }
  expect(apps).toContainEqual(monitor)
  expect(apps).toHaveLength(wire.control.state().organisations[0]?.apps.length ?? 0)
})

const appIds = (): string[] => wire.control.state().organisations[0]?.apps.map(({ appId }) => appId) ?? []
const keyIds = (): string[] =>
  wire.control.state().organisations[0]?.apps.flatMap(({ keys }) => keys.map((one) => one.apiKeyId)) ?? []

test('create app: returns its id', async () => {
  const appId = await run('create app')
  expect(appIds()).toContain(appId)
})

test('delete app: deletes it, and succeeds when it is already deleted', async () => {
  expect([await run('delete app'), await run('delete app')]).toEqual([null, null])
  expect(appIds()).not.toContain('app_halden_enrich')
})

test('create key: returns the secret', async () => {
  const key = await run('create key')
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

test('delete key: deletes it, and succeeds when it is already deleted', async () => {
  expect([await run('delete key'), await run('delete key')]).toEqual([null, null])
  expect(keyIds()).not.toContain('key_halden_monitor_1')
})

test('sends the bearer token only to the account API and never in a URL', async () => {
  for (const { make } of calls) unwrap(await make(wire, client, new AbortController().signal))
  for (const { server, headers, path } of wire.control.requests()) {
    expect(headers.authorization !== undefined).toBe(server === 'api')
    expect(headers.accept).toBe('application/json')
    expect(path).not.toMatch(/access_|refresh_|device_[\w-]{20}/)
  }
})
