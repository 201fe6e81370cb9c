import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Platform, type PlatformOptions, startPlatform } from './platform.ts'
import { clientOf, send } from './test-client.ts'

let platform: Platform
let client: ReturnType<typeof clientOf>

async function start(options?: PlatformOptions): Promise<void> {
  await platform?.close()
  platform = await startPlatform(options)
  client = clientOf(platform)
}
beforeEach(() => start())
afterEach(() => platform.close())

const url = (path: string): string => `${platform.platformUrl}/getServiceKeys/${path}`

describe('register', () => {
  test('gives each installation its own client id', async () => {
    const [one, other] = [await client.register(), await client.register()]
    expect(one.status).toBe(200)
    expect(one.body.client_id).not.toBe(other.body.client_id)
  })

  test.each([
    ['not JSON', { body: 'nonsense', headers: { 'content-type': 'application/json' } }, 400],
    ['a form', { form: { client_name: 'x' } }, 415],
    ['no name', { json: { platform: {} } }, 400],
    ['an empty name', { json: { client_name: ' ', platform: {} } }, 400],
    ['no platform', { json: { client_name: 'x' } }, 400],
    ['an empty platform field', { json: { client_name: 'x', platform: { machine: '' } } }, 400],
    ['an unknown platform field', { json: { client_name: 'x', platform: { user: 'me' } } }, 400],
  ])('refuses %s', async (_, sending, status) => {
    const answer = await send(url('register'), sending)
    expect(answer.status).toBe(status)
    expect(answer.body).toMatchObject({ error: expect.any(String), error_description: expect.any(String) })
  })
})

describe('device/code', () => {
  test.each([
    ['no client id', { form: { scope: 'balance:read' } }, 400, 'invalid_request'],
    ['an unknown client', { form: { client_id: 'nobody', scope: 'balance:read' } }, 401, 'invalid_client'],
    ['no scope', { form: { client_id: 'parallel-cli' } }, 400, 'invalid_scope'],
    [
      'an unknown scope',
      { form: { client_id: 'parallel-cli', scope: 'balance:read x' } },
      400,
      'invalid_scope',
    ],
    ['JSON', { json: { client_id: 'parallel-cli', scope: 'balance:read' } }, 400, 'invalid_request'],
    [
      'a parameter twice',
      {
        body: 'client_id=parallel-cli&client_id=parallel-cli&scope=balance:read',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      },
      400,
      'invalid_request',
    ],
  ])('refuses %s', async (_, sending, status, error) => {
    const answer = await send(url('device/code'), sending)
    expect([answer.status, answer.body.error]).toEqual([status, error])
  })

  test('refuses GET', async () => {
    expect((await send(url('device/code'))).status).toBe(405)
  })

  test('names a forgotten client in the words that the vendor’s client looks for', async () => {
    const clientId = (await client.register()).body.client_id
    platform.control.forgetClients()
    const answer = await client.deviceCode(clientId)
    expect(answer.status).toBe(401)
    expect(answer.text).toContain('"error":"invalid_client"')
    expect(answer.text).toContain('Unknown client_id')
  })

  test('tells the interval and the lifetime it was started with', async () => {
    await start({ intervalSeconds: 1, deviceCodeLifetimeMs: 90_000 })
    expect((await client.deviceCode('parallel-cli')).body).toMatchObject({ interval: 1, expires_in: 90 })
  })
})

describe('polling', () => {
  const ask = async () => (await client.deviceCode('parallel-cli')).body
  const poll = (code: string) => client.poll('parallel-cli', code)

  test('answers pending, then tokens, then the code is used up', async () => {
    const code = await ask()
    expect((await poll(code.device_code)).body.error).toBe('authorization_pending')
    platform.control.approve({ userCode: code.user_code })
    platform.control.advanceClock(5000)
    const tokens = await poll(code.device_code)
    expect(tokens.status).toBe(200)
    expect(tokens.headers['cache-control']).toBe('no-store')
    expect(tokens.headers.pragma).toBe('no-cache')
    platform.control.advanceClock(5000)
    expect((await poll(code.device_code)).body.error).toBe('invalid_grant')
  })

  test('before the interval answers slow_down, counts it, and expects five seconds more for good', async () => {
    const code = await ask()
    await poll(code.device_code)
    expect((await poll(code.device_code)).body.error).toBe('slow_down')
    expect(platform.control.stats().earlyPolls).toBe(1)
    platform.control.advanceClock(9000)
    expect((await poll(code.device_code)).body.error).toBe('slow_down')
    platform.control.advanceClock(14_990)
    expect((await poll(code.device_code)).body.error).toBe('authorization_pending')
    platform.control.advanceClock(14_000)
    expect((await poll(code.device_code)).body.error).toBe('slow_down')
    expect(platform.control.stats().earlyPolls).toBe(3)
  })

  test('slow_down comes before approval: too fast a poll gets no tokens', async () => {
    const code = await ask()
    await poll(code.device_code)
    platform.control.approve({ userCode: code.user_code })
    expect((await poll(code.device_code)).body.error).toBe('slow_down')
    platform.control.advanceClock(10_000)
    expect((await poll(code.device_code)).status).toBe(200)
  })

  test('a first poll at once is allowed, but counted by itself', async () => {
    await poll((await ask()).device_code)
    expect(platform.control.stats()).toMatchObject({ hastyFirstPolls: 1, earlyPolls: 0 })
  })

  test('a clock set back is not the client’s fault', async () => {
    const code = await ask()
    await poll(code.device_code)
    platform.control.advanceClock(-60_000)
    expect((await poll(code.device_code)).body.error).toBe('authorization_pending')
  })

  test('denied and expired', async () => {
    const denied = await ask()
    platform.control.deny({ userCode: denied.user_code })
    expect((await poll(denied.device_code)).body.error).toBe('access_denied')
    const expired = await ask()
    platform.control.approve({ userCode: expired.user_code })
    platform.control.advanceClock(600_000)
    expect((await poll(expired.device_code)).body.error).toBe('expired_token')
  })

  test('a code belongs to its client', async () => {
    const code = await ask()
    platform.control.approve({ userCode: code.user_code })
    const other = (await client.register()).body.client_id
    expect((await client.poll(other, code.device_code)).body.error).toBe('invalid_grant')
    expect((await poll(code.device_code)).status).toBe(200)
  })

  test.each([
    [
      { grant_type: 'urn:ietf:params:oauth:grant-type:device_code', client_id: 'parallel-cli' },
      400,
      'invalid_request',
    ],
    [
      { grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code: 'x' },
      400,
      'invalid_request',
    ],
    [
      { grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code: 'x', client_id: 'nobody' },
      401,
      'invalid_client',
    ],
    [
      {
        grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
        device_code: 'x',
        client_id: 'parallel-cli',
      },
      400,
      'invalid_grant',
    ],
    [{ grant_type: 'password' }, 400, 'unsupported_grant_type'],
    [{ client_id: 'parallel-cli' }, 400, 'invalid_request'],
    [{ grant_type: 'refresh_token' }, 400, 'invalid_request'],
    [{ grant_type: 'refresh_token', refresh_token: 'x' }, 400, 'invalid_grant'],
  ])('refuses %j', async (form, status, error) => {
    const answer = await client.oauth('token', form as Record<string, string>)
    expect([answer.status, answer.body.error]).toEqual([status, error])
  })
})

describe('refresh', () => {
  test('without a client id works, as the vendor’s page has it', async () => {
    const { refreshToken } = await client.signIn()
    expect((await client.refresh(refreshToken)).status).toBe(200)
  })

  test('a token used twice ends the whole grant, access tokens included', async () => {
    const { clientId, refreshToken } = await client.signIn()
    const next = (await client.refresh(refreshToken, clientId)).body
    expect((await client.refresh(refreshToken, clientId)).body.error).toBe('invalid_grant')
    expect((await client.refresh(next.refresh_token, clientId)).body.error).toBe('invalid_grant')
    expect((await client.balance(next.access_token)).status).toBe(401)
    expect(platform.control.stats().reusedRefreshTokens).toBe(1)
    expect(platform.control.state().grants[0]?.revoked).toBe('refresh token reused')
  })

  test('within the grace the same token gets the same pair, once it is over the grant ends', async () => {
    await start({ rotationGraceMs: 10_000 })
    const { clientId, refreshToken } = await client.signIn()
    const next = (await client.refresh(refreshToken, clientId)).body
    platform.control.advanceClock(9000)
    const again = (await client.refresh(refreshToken, clientId)).body
    expect(again).toMatchObject({ access_token: next.access_token, refresh_token: next.refresh_token })
    platform.control.advanceClock(1001)
    expect((await client.refresh(refreshToken, clientId)).body.error).toBe('invalid_grant')
    expect((await client.refresh(next.refresh_token, clientId)).body.error).toBe('invalid_grant')
  })

  test('the grace covers only the newest rotation', async () => {
    await start({ rotationGraceMs: 10_000 })
    const { clientId, refreshToken } = await client.signIn()
    const next = (await client.refresh(refreshToken, clientId)).body.refresh_token
    await client.refresh(next, clientId)
    expect((await client.refresh(refreshToken, clientId)).body.error).toBe('invalid_grant')
  })

  test('of another client is refused and ends nothing', async () => {
    const { clientId, refreshToken } = await client.signIn()
    const other = (await client.register()).body.client_id
    expect((await client.refresh(refreshToken, other)).body.error).toBe('invalid_grant')
    expect((await client.refresh(refreshToken, clientId)).status).toBe(200)
  })

  test('of a forgotten client: 401 with the client id, fine without', async () => {
    const { clientId, refreshToken } = await client.signIn()
    platform.control.forgetClients()
    const answer = await client.refresh(refreshToken, clientId)
    expect([answer.status, answer.body.error]).toEqual([401, 'invalid_client'])
    expect((await client.refresh(refreshToken)).status).toBe(200)
  })

  test('ends with the refresh token’s own clock and with the authorization’s', async () => {
    await start({ refreshTokenLifetimeMs: 60_000, authorizationLifetimeMs: 100_000 })
    const { clientId, refreshToken } = await client.signIn()
    platform.control.advanceClock(50_000)
    const next = (await client.refresh(refreshToken, clientId)).body
    // Never longer than what is left of the authorization.
    expect(next.refresh_token_expires_in).toBeLessThanOrEqual(50)
    expect(next.authorization_expires_in).toBeLessThanOrEqual(50)
    platform.control.advanceClock(50_001)
    expect((await client.refresh(next.refresh_token, clientId)).body.error_description).toContain(
      'authorization',
    )
    const second = await client.signIn()
    platform.control.advanceClock(60_001)
    expect((await client.refresh(second.refreshToken)).body.error_description).toContain(
      'refresh token has expired',
    )
  })

  test('keeps the organisation and the narrower scope', async () => {
    const { tokens, refreshToken } = await client.signIn({
      orgId: 'org_okafor',
      scope: 'balance:read apps:read',
    })
    expect(tokens).toMatchObject({ org_id: 'org_okafor', scope: 'apps:read balance:read' })
    expect((await client.refresh(refreshToken)).body).toMatchObject({
      org_id: 'org_okafor',
      scope: 'apps:read balance:read',
    })
  })

  test('tells a name that is null', async () => {
    const { refreshToken } = await client.signIn()
    platform.control.setOrganisation('org_halden', { name: null })
    expect((await client.refresh(refreshToken)).body.org_name).toBeNull()
  })
})

describe('revoke', () => {
  test('needs the vendor’s parameter, not RFC 7009’s', async () => {
    expect((await client.oauth('token/revoke', { token: 'x' })).body.error).toBe('invalid_request')
  })

  test('answers 200 for a token it never saw', async () => {
    expect((await client.revoke('unknown')).status).toBe(200)
  })

  test('with a stale token leaves the grant alive, and counts it', async () => {
    const { refreshToken } = await client.signIn()
    const next = (await client.refresh(refreshToken)).body.refresh_token
    expect((await client.revoke(refreshToken)).status).toBe(200)
    expect(platform.control.stats()).toMatchObject({ revocations: 0, ineffectiveRevocations: 1 })
    expect((await client.refresh(next)).status).toBe(200)
  })
})
