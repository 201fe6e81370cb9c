import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CONTROL_OPERATIONS } from './control.ts'
import { type Platform, remoteControl, startPlatform } from './platform.ts'
import { createClient, send } from './test-client.ts'

let platform: Platform
let client: ReturnType<typeof createClient>
beforeEach(async () => {
  platform = await startPlatform()
  client = createClient(platform)
})
afterEach(() => platform.close())

describe('inspection', () => {
  test('logs the requests of both servers with headers, bodies and status, without page and control', async () => {
    const { accessToken } = await client.signIn()
    await client.balance(accessToken)
    await send(`${platform.platformUrl}/getServiceKeys/device`)
    await remoteControl(platform.controlUrl).stats()
    const seen = platform.control.requests()
    expect(seen.map((one) => [one.server, one.method, one.path, one.status])).toEqual([
      ['platform', 'POST', '/getServiceKeys/register', 200],
      ['platform', 'POST', '/getServiceKeys/device/code', 200],
      ['platform', 'POST', '/getServiceKeys/token', 200],
      ['api', 'GET', '/account/service/v1/balance', 200],
    ])
    expect(seen[1]?.body).toContain('scope=')
    expect(seen[3]?.headers.authorization).toBe(`Bearer ${accessToken}`)
    platform.control.clearRequests()
    expect(platform.control.requests()).toEqual([])
  })

  test('lists every issued secret', async () => {
    const one = await client.signIn()
    const next = (await client.refresh(one.refreshToken)).body
    expect(platform.control.secrets()).toEqual({
      accessTokens: [one.accessToken, next.access_token],
      refreshTokens: [one.refreshToken, next.refresh_token],
      deviceCodes: [one.deviceCode],
      apiKeys: [],
    })
  })

  test('returns a copy of the state', async () => {
    const code = (await client.deviceCode('parallel-cli', 'balance:read')).body
    const before = platform.control.state()
    expect(
      before.organisations.map((one) => [one.name, one.creditBalanceCents, one.pendingDebitCents]),
    ).toEqual([
      ['Halden Research', 19_670, 1250],
      ['Brightwater Labs', 860, 225],
      ['Kestrel & Finch GmbH', 0, 0],
      ['Tomás Okafor', 4200, 0],
    ])
    expect(before.deviceAuthorizations).toMatchObject([
      { userCode: code.user_code, status: 'pending', expired: false, scope: ['balance:read'] },
    ])
    before.organisations.length = 0
    expect(platform.control.state().organisations).toHaveLength(4)
    platform.control.advanceClock(600_000)
    expect(platform.control.state().deviceAuthorizations[0]?.expired).toBe(true)
  })

  test('waitForRequest counts matches and lists the seen requests on timeout', async () => {
    const two = platform.control.waitForRequest({ path: '/register', count: 2 }, 2000)
    await client.register()
    await client.register()
    expect(await two).toHaveLength(2)
    await expect(platform.control.waitForRequest({ path: '/nothing' }, 1)).rejects.toThrow(
      'POST /getServiceKeys/register 200',
    )
  })
})

describe('changes', () => {
  test('approves an existing code once, within the requested scope', async () => {
    const { control } = platform
    const userCode: string = (await client.deviceCode('parallel-cli', 'balance:read apps:read')).body
      .user_code
    expect(() => control.approve({ userCode, scope: 'balance:add' })).toThrow('didn’t ask')
    expect(() => control.approve({ userCode, scope: 'nonsense' })).toThrow('Unknown scope')
    expect(() => control.approve({ userCode, orgId: 'org_none' })).toThrow('org_none')
    expect(() => control.approve({ userCode: 'BBBB-BBBB' })).toThrow('BBBB-BBBB')
    control.approve({ userCode: userCode.toLowerCase().replace('-', ' '), scope: 'balance:read' })
    expect(() => control.deny({ userCode })).toThrow('approved already')
  })

  test('adds and changes organisations, also without a name', async () => {
    const orgId = platform.control.addOrganisation({ name: '<b>\u202eevil', creditBalanceCents: 0.1 })
    const { tokens, accessToken } = await client.signIn({ orgId })
    expect(tokens.org_name).toBe('<b>\u202eevil')
    platform.control.setOrganisation(orgId, { name: null, creditBalanceCents: -12.5 })
    expect((await client.balance(accessToken)).body.credit_balance_cents).toBe(-12.5)
    expect((await client.account('/apps', { bearer: accessToken })).body.apps[0].org_name).toBeNull()
    expect(() => platform.control.setOrganisation('org_none', {})).toThrow('org_none')
    expect(() => platform.control.addOrganisation({ orgId })).toThrow(orgId)
  })

  test('revokeGrant invalidates the refresh token, removeGrant the access tokens too', async () => {
    const one = await client.signIn()
    const grantId = platform.control.state().grants[0]?.grantId ?? ''
    platform.control.revokeGrant(grantId)
    expect((await client.balance(one.accessToken)).status).toBe(200)
    expect((await client.refresh(one.refreshToken)).body.error).toBe('invalid_grant')
    platform.control.removeGrant(grantId)
    expect((await client.balance(one.accessToken)).status).toBe(401)
    expect(() => platform.control.removeGrant(grantId)).toThrow(grantId)
  })
})

describe('over HTTP', () => {
  test('offers every operation with the same effect', async () => {
    const remote = remoteControl(platform.controlUrl)
    expect(Object.keys(platform.control).sort()).toEqual([...CONTROL_OPERATIONS].sort())
    const userCode = (await client.deviceCode('parallel-cli')).body.user_code
    await remote.approve({ userCode, orgId: 'org_okafor' })
    expect((await remote.state()).deviceAuthorizations[0]).toMatchObject({
      status: 'approved',
      orgId: 'org_okafor',
    })
    await remote.setOrganisation('org_okafor', { creditBalanceCents: 7 })
    expect(platform.control.state().organisations[3]?.creditBalanceCents).toBe(7)
    const id = await remote.fault({ kind: 'hold', match: { path: '/register' } })
    const answer = client.register()
    expect(await remote.waitForRequest({ path: '/register' }, 2000)).toHaveLength(1)
    await remote.release(id)
    expect((await answer).status).toBe(200)
    await expect(remote.approve({ userCode: 'nope' })).rejects.toThrow('There is no code')
  })

  const controlPath = () => `${platform.controlUrl}/stats`
  test('requires the random path, POST, JSON and an array', async () => {
    const json: unknown[] = []
    expect((await send(controlPath(), { json })).status).toBe(200)
    expect((await send(`${platform.platformUrl}/control/stats`, { json })).status).toBe(404)
    expect((await send(`${platform.platformUrl}/control/guess/stats`, { json })).status).toBe(404)
    const guess = platform.controlUrl.replace(/[^/]+$/, (secret) => 'x'.repeat(secret.length))
    expect((await send(`${guess}/stats`, { json })).status).toBe(404)
    expect((await send(`${platform.controlUrl}/constructor`, { json })).status).toBe(404)
    expect((await send(controlPath())).status).toBe(405)
    expect((await send(controlPath(), { form: { a: 'b' } })).status).toBe(415)
    expect((await send(controlPath(), { json: {} })).status).toBe(400)
  })

  test.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['a sandboxed page', { origin: 'null' }],
    ['another port', { origin: 'http://127.0.0.1:1' }],
    ['a cross-site request', { 'sec-fetch-site': 'cross-site' }],
    ['a page on another port', { 'sec-fetch-site': 'same-site' }],
  ])('not from %s: neither control nor the service, and no CORS headers', async (_, headers) => {
    for (const url of [
      controlPath(),
      `${platform.platformUrl}/getServiceKeys/register`,
      `${platform.serviceApiUrl}/service/v1/balance/add`,
    ]) {
      const answer = await send(url, { json: [], headers: headers as Record<string, string> })
      expect(answer.status).toBe(403)
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    }
    expect(platform.control.stats().foreignRequests).toBe(3)
  })

  test.each(['evil.example', 'evil.example:80', '127.0.0.1', '127.0.0.1:1', '127.0.0.1.evil.example'])(
    'not under the name %s, as with DNS rebinding',
    async (host) => {
      for (const base of [platform.platformUrl, platform.serviceApiUrl, platform.controlUrl])
        expect((await send(`${base}/stats`, { headers: { host } })).status).toBe(421)
      const samePort = `evil.example:${new URL(platform.platformUrl).port}`
      expect((await send(controlPath(), { json: [], headers: { host: samePort } })).status).toBe(421)
      const page = await send(`${platform.platformUrl}/getServiceKeys/device`, { headers: { host } })
      expect(page.status).toBe(421)
    },
  )

  test('accepts localhost and its own origin', async () => {
    const { port } = new URL(platform.platformUrl)
    const host = `localhost:${port}`
    const headers = { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' }
    expect((await send(controlPath(), { json: [], headers })).status).toBe(200)
  })

  test('refuses an oversized body', async () => {
    const status = await new Promise<number | undefined>((resolve) => {
      const sending = request(
        `${platform.platformUrl}/getServiceKeys/register`,
        { method: 'POST' },
        (response) => resolve(response.statusCode),
      )
      sending.on('error', () => resolve(undefined))
      sending.end('x'.repeat(1024 * 1024 + 1))
    })
    expect([413, undefined]).toContain(status)
  })
})
