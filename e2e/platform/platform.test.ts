import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { type Platform, type PlatformOptions, startPlatform } from './platform.ts'
import { createClient, send } from './test-client.ts'

const open: Platform[] = []
async function start(options?: PlatformOptions): Promise<Platform> {
  const platform = await startPlatform(options)
  open.push(platform)
  return platform
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})

describe('starting and stopping', () => {
  test('starts in less than 50 ms', async () => {
    await (await startPlatform()).close()
    // The best of three runs, so that the load of the machine doesn't count.
    const tries: number[] = []
    for (let i = 0; i < 3; i++) {
      const before = performance.now()
      await start()
      tries.push(performance.now() - before)
    }
    expect(Math.min(...tries)).toBeLessThan(50)
  })

  test('listens on two ports of the loopback interface', async () => {
    const platform = await start()
    expect(platform.platformUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(platform.serviceApiUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/account$/)
    expect(new URL(platform.platformUrl).port).not.toBe(new URL(platform.serviceApiUrl).port)
    expect(platform.controlUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/control\/[\w-]{20,}$/)
  })

  test('rejects on a taken port and leaves nothing listening', async () => {
    const platform = await start()
    const taken = Number(new URL(platform.platformUrl).port)
    await expect(startPlatform({ apiPort: taken })).rejects.toMatchObject({ code: 'EADDRINUSE', port: taken })
  })

  test('close ends open requests', async () => {
    const platform = await startPlatform()
    platform.control.fault({ kind: 'hold' })
    const pending = send(`${platform.serviceApiUrl}/service/v1/balance`).catch((error: Error) => error)
    await platform.control.waitForRequest({ path: '/balance' })
    await platform.close()
    expect(await pending).toSatisfy(
      (value) => value instanceof Error || (value as { status: number }).status === 401,
    )
  })

  test('refuses an interval that is not a whole number of seconds', async () => {
    await expect(startPlatform({ intervalSeconds: 0 })).rejects.toThrow('intervalSeconds')
    await expect(startPlatform({ intervalSeconds: 1.5 })).rejects.toThrow('intervalSeconds')
  })
})

describe('an independent client', () => {
  test('signs in, lists apps, creates a key, reads and adds balance, refreshes, signs out', async () => {
    const platform = await start()
    const client = createClient(platform)
    const clientId = (await client.register('parallel-cli')).body.client_id
    const code = (await client.deviceCode(clientId)).body
    expect(code.user_code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/)
    expect(code).toMatchObject({
      verification_uri: `${platform.platformUrl}/getServiceKeys/device`,
      verification_uri_complete: `${platform.platformUrl}/getServiceKeys/device?user_code=${code.user_code}`,
      expires_in: 600,
      interval: 5,
    })
    expect((await client.poll(clientId, code.device_code)).body.error).toBe('authorization_pending')
    platform.control.approve({ userCode: code.user_code, orgId: 'org_halden' })
    platform.control.advanceClock(5000)
    const tokens = (await client.poll(clientId, code.device_code)).body
    expect(tokens).toMatchObject({
      token_type: 'Bearer',
      expires_in: 600,
      refresh_token_expires_in: 604_800,
      authorization_expires_in: 7_776_000,
      org_id: 'org_halden',
      org_name: 'Halden Research',
      scope: code.scope ?? expect.stringContaining('balance:add'),
    })
    const bearer: string = tokens.access_token
    const { apps } = (await client.account('/apps', { bearer })).body
    const app = apps.find((one: { app_name: string }) => one.app_name === 'parallel-cli Users')
    expect(app).toMatchObject({ org_id: 'org_halden', org_name: 'Halden Research' })
    const key = (await client.account(`/apps/${app.app_id}/keys`, { bearer, json: { api_key_name: 'mine' } }))
      .body
    expect(key).toMatchObject({ api_key_name: 'mine', app_id: app.app_id, app_name: 'parallel-cli Users' })
    expect(key.raw_api_key).toMatch(/^px_/)
    expect((await client.balance(bearer)).body).toMatchObject({
      org_id: 'org_halden',
      credit_balance_cents: 19_670,
      pending_debit_balance_cents: 1250,
      will_invoice: false,
    })
    expect((await client.addBalance(bearer, 5000, 'a-fresh-key')).body.credit_balance_cents).toBe(24_670)
    const next = (await client.refresh(tokens.refresh_token, clientId)).body
    expect(next.refresh_token).not.toBe(tokens.refresh_token)
    expect(next.access_token).not.toBe(tokens.access_token)
    expect((await client.revoke(next.refresh_token)).status).toBe(200)
    expect((await client.refresh(next.refresh_token, clientId)).body.error).toBe('invalid_grant')
    // The vendor documents that issued access tokens stay valid until they expire.
    expect((await client.balance(next.access_token)).status).toBe(200)
    platform.control.advanceClock(600_000)
    expect((await client.balance(next.access_token)).status).toBe(401)
  })
})

describe('saved state', () => {
  test('restores clients, grants, codes, balances and keys after a restart', async () => {
    const stateFile = join(mkdtempSync(join(tmpdir(), 'platform-')), 'deep', 'state.json')
    const first = await startPlatform({ stateFile })
    const before = await createClient(first).signIn({ orgId: 'org_okafor' })
    await createClient(first).addBalance(before.accessToken, 100, 'saved-key')
    const waiting = (await createClient(first).deviceCode(before.clientId)).body
    if (process.platform !== 'win32') expect(statSync(stateFile).mode & 0o777).toBe(0o600)
    const firstControl = first.controlUrl
    await first.close()

    const second = await start({ stateFile })
    const client = createClient(second)
    expect(new URL(second.controlUrl).pathname).not.toBe(new URL(firstControl).pathname)
    expect((await client.balance(before.accessToken)).body.credit_balance_cents).toBe(4300)
    expect((await client.addBalance(before.accessToken, 100, 'saved-key')).body.credit_balance_cents).toBe(
      4300,
    )
    expect((await client.refresh(before.refreshToken, before.clientId)).status).toBe(200)
    expect(second.control.secrets().refreshTokens).toContain(before.refreshToken)
    second.control.approve({ userCode: waiting.user_code })
    expect((await client.poll(before.clientId, waiting.device_code)).status).toBe(200)
  })

  test('is on disk before the response is sent', async () => {
    const stateFile = join(mkdtempSync(join(tmpdir(), 'platform-')), 'state.json')
    const platform = await start({ stateFile })
    const { refreshToken, clientId } = await createClient(platform).signIn()
    const next = (await createClient(platform).refresh(refreshToken, clientId)).body.refresh_token
    expect(readFileSync(stateFile, 'utf8')).toContain(next)
  })

  test('stops the start and names the file when it cannot be read', async () => {
    const stateFile = join(mkdtempSync(join(tmpdir(), 'platform-')), 'state.json')
    writeFileSync(stateFile, '{"version": 1, "org')
    await expect(startPlatform({ stateFile })).rejects.toThrow(stateFile)
    writeFileSync(stateFile, '{"version": 99}')
    await expect(startPlatform({ stateFile })).rejects.toThrow('another version')
  })
})

describe('spending', () => {
  test('is off by default', async () => {
    const platform = await start()
    const { accessToken } = await createClient(platform).signIn()
    platform.control.advanceClock(500_000)
    expect((await createClient(platform).balance(accessToken)).body.credit_balance_cents).toBe(19_670)
  })

  test('reduces the balance over time, in fractions of a cent, and never below the pending amount', async () => {
    const platform = await start({ spend: true })
    const { accessToken } = await createClient(platform).signIn()
    platform.control.advanceClock(100_000)
    const left: number = (await createClient(platform).balance(accessToken)).body.credit_balance_cents
    expect(left).toBeLessThan(19_670 - 2)
    expect(left).toBeGreaterThan(19_670 - 3)
    platform.control.advanceClock(1000 * 86_400_000)
    const halden = platform.control.state().organisations.find((one) => one.orgId === 'org_halden')
    expect(halden?.creditBalanceCents).toBe(1250)
  })
})
