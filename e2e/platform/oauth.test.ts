import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Platform, type PlatformOptions, startPlatform } from './platform.ts'
import { createClient, send } from './test-client.ts'

let platform: Platform
let client: ReturnType<typeof createClient>

async function start(options?: PlatformOptions): Promise<void> {
  await platform?.close()
  platform = await startPlatform(options)
  client = createClient(platform)
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

  test('reports a forgotten client in the words that the vendor’s client checks for', async () => {
    const clientId = (await client.register()).body.client_id
    platform.control.forgetClients()
    const answer = await client.deviceCode(clientId)
    expect(answer.status).toBe(401)
    expect(answer.text).toContain('"error":"invalid_client"')
    expect(answer.text).toContain('Unknown client_id')
  })

  test('returns the configured interval and lifetime', async () => {
    await start({ intervalSeconds: 1, deviceCodeLifetimeMs: 90_000 })
    expect((await client.deviceCode('parallel-cli')).body).toMatchObject({ interval: 1, expires_in: 90 })
  })
})

describe('polling', () => {
  const ask = async () => (await client.deviceCode('parallel-cli')).body
  const poll = (code: string) => client.poll('parallel-cli', code)

  test('answers pending, then tokens, then refuses the used code', async () => {
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

  test('answers slow_down to an early poll, counts it and adds five seconds permanently', async () => {
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

  test('answers slow_down to an early poll even when approved', async () => {
    const code = await ask()
    await poll(code.device_code)
    platform.control.approve({ userCode: code.user_code })
    expect((await poll(code.device_code)).body.error).toBe('slow_down')
    platform.control.advanceClock(10_000)
    expect((await poll(code.device_code)).status).toBe(200)
  })

  test('allows an immediate first poll and counts it separately', async () => {
    await poll((await ask()).device_code)
    expect(platform.control.stats()).toMatchObject({ immediateFirstPolls: 1, earlyPolls: 0 })
  })

  test('does not answer slow_down after the clock was set back', async () => {
    const code = await ask()
    await poll(code.device_code)
    platform.control.advanceClock(-60_000)
    expect((await poll(code.device_code)).body.error).toBe('authorization_pending')
  })

  test('reports denied and expired codes', async () => {
    const denied = await ask()
    platform.control.deny({ userCode: denied.user_code })
    expect((await poll(denied.device_code)).body.error).toBe('access_denied')
    const expired = await ask()
    platform.control.approve({ userCode: expired.user_code })
    platform.control.advanceClock(600_000)
    expect((await poll(expired.device_code)).body.error).toBe('expired_token')
  })

  test('binds a code to its client', async () => {
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
  test('works without a client id, as the vendor documents', async () => {
    const { refreshToken } = await client.signIn()
    expect((await client.refresh(refreshToken)).status).toBe(200)
  })

  test('revokes the grant and its access tokens when a token is reused', async () => {
    const { clientId, refreshToken } = await client.signIn()
    const next = (await client.refresh(refreshToken, clientId)).body
    expect((await client.refresh(refreshToken, clientId)).body.error).toBe('invalid_grant')
    expect((await client.refresh(next.refresh_token, clientId)).body.error).toBe('invalid_grant')
    expect((await client.balance(next.access_token)).status).toBe(401)
    expect(platform.control.stats().reusedRefreshTokens).toBe(1)
    expect(platform.control.state().grants[0]?.revoked).toBe('refresh token reused')
  })

  test('returns the same pair within the grace period and revokes the grant after it', async () => {
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

  test('the grace period covers only the latest rotation', async () => {
    await start({ rotationGraceMs: 10_000 })
    const { clientId, refreshToken } = await client.signIn()
    const next = (await client.refresh(refreshToken, clientId)).body.refresh_token
    await client.refresh(next, clientId)
    expect((await client.refresh(refreshToken, clientId)).body.error).toBe('invalid_grant')
  })

  test('refuses another client’s token without revoking it', async () => {
    const { clientId, refreshToken } = await client.signIn()
    const other = (await client.register()).body.client_id
    expect((await client.refresh(refreshToken, other)).body.error).toBe('invalid_grant')
    expect((await client.refresh(refreshToken, clientId)).status).toBe(200)
  })

  test('answers 401 to a forgotten client id, and works without one', async () => {
    const { clientId, refreshToken } = await client.signIn()
    platform.control.forgetClients()
    const answer = await client.refresh(refreshToken, clientId)
    expect([answer.status, answer.body.error]).toEqual([401, 'invalid_client'])
    expect((await client.refresh(refreshToken)).status).toBe(200)
  })

  test('fails once the refresh token or the authorization has expired', async () => {
    await start({ refreshTokenLifetimeMs: 60_000, authorizationLifetimeMs: 100_000 })
    const { clientId, refreshToken } = await client.signIn()
    platform.control.advanceClock(50_000)
    const next = (await client.refresh(refreshToken, clientId)).body
    // Never longer than the authorization's remaining time.
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

  test('returns a null organisation name', async () => {
    const { refreshToken } = await client.signIn()
    platform.control.setOrganisation('org_halden', { name: null })
    expect((await client.refresh(refreshToken)).body.org_name).toBeNull()
  })
})

describe('revoke', () => {
  test('requires the vendor’s parameter, not RFC 7009’s', async () => {
    expect((await client.oauth('token/revoke', { token: 'x' })).body.error).toBe('invalid_request')
  })

  test('answers 200 to an unknown token', async () => {
    expect((await client.revoke('unknown')).status).toBe(200)
  })

  test('counts a stale token and leaves the grant alive', async () => {
    const { refreshToken } = await client.signIn()
    const next = (await client.refresh(refreshToken)).body.refresh_token
    expect((await client.revoke(refreshToken)).status).toBe(200)
    expect(platform.control.stats()).toMatchObject({ revocations: 0, ineffectiveRevocations: 1 })
    expect((await client.refresh(next)).status).toBe(200)
  })
})
