import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Platform, startPlatform } from './platform.ts'
import { createClient, send } from './test-client.ts'

let platform: Platform
let client: ReturnType<typeof createClient>
beforeEach(async () => {
  platform = await startPlatform()
  client = createClient(platform)
})
afterEach(() => platform.close())

const signIn = async (orgId = 'org_halden', scope?: string): Promise<string> =>
  (await client.signIn({ orgId, ...(scope === undefined ? {} : { scope }) })).accessToken

describe('authentication and roles', () => {
  test('refuses a missing, an unknown and an expired token', async () => {
    const none = await client.account('/balance', {})
    expect([none.status, none.headers['www-authenticate']]).toEqual([401, 'Bearer'])
    const unknown = await client.balance('access_unknown')
    expect([unknown.status, unknown.headers['www-authenticate']]).toEqual([
      401,
      'Bearer error="invalid_token"',
    ])
    expect(unknown.body.error.ref_id).toMatch(/^ref_/)
    const basic = await client.account('/balance', { headers: { authorization: 'Basic eDp5' } })
    expect(basic.status).toBe(401)
    const bearer = await signIn()
    platform.control.advanceClock(599_000)
    expect((await client.balance(bearer)).status).toBe(200)
    platform.control.advanceClock(1001)
    expect((await client.balance(bearer)).status).toBe(401)
  })

  test.each([
    ['balance:read', 'GET', '/balance'],
    ['balance:add', 'POST', '/balance/add'],
    ['apps:read', 'GET', '/apps'],
    ['apps:create', 'POST', '/apps'],
    ['apps:delete', 'DELETE', '/apps/app_halden_enrich'],
    ['keys:create', 'POST', '/apps/app_halden_enrich/keys'],
    ['keys:delete', 'DELETE', '/apps/app_halden_enrich/keys/key_halden_enrich_1'],
  ])('only who has the scope %s: %s %s', async (scope, method, path) => {
    const body =
      method === 'POST'
        ? { json: { amount_cents: 1, idempotency_key: '12345678', app_name: 'a', api_key_name: 'k' } }
        : {}
    const all = (await import('./scopes.ts')).ALL_SCOPES.filter((one) => one !== scope).join(' ')
    const without = await client.account(path, { method, bearer: await signIn('org_halden', all), ...body })
    expect([without.status, without.headers['www-authenticate']]).toEqual([
      403,
      `Bearer error="insufficient_scope", scope="${scope}"`,
    ])
    const only = await client.account(path, { method, bearer: await signIn('org_halden', scope), ...body })
    expect(only.status).toBe(200)
  })

  test('lets a viewer only read and a member delete only what they created', async () => {
    const bearer = await signIn()
    const keys = '/apps/app_halden_monitor/keys'
    platform.control.setOrganisation('org_halden', { role: 'viewer' })
    expect((await client.account('/apps', { bearer })).status).toBe(200)
    expect((await client.account('/apps', { bearer, json: { app_name: 'x' } })).status).toBe(403)
    platform.control.setOrganisation('org_halden', { role: 'member' })
    expect((await client.account(`${keys}/key_halden_monitor_1`, { method: 'DELETE', bearer })).status).toBe(
      403,
    )
    expect((await client.account('/apps/app_halden_monitor', { method: 'DELETE', bearer })).status).toBe(403)
    expect((await client.account(`${keys}/key_halden_monitor_2`, { method: 'DELETE', bearer })).status).toBe(
      200,
    )
    platform.control.setOrganisation('org_halden', { role: 'admin' })
    expect((await client.account(`${keys}/key_halden_monitor_1`, { method: 'DELETE', bearer })).status).toBe(
      200,
    )
  })

  test('refuses unknown paths and methods', async () => {
    const bearer = await signIn()
    expect((await client.account('/usage', { bearer })).status).toBe(404)
    expect((await send(`${platform.serviceApiUrl}/service/v2/balance`, { bearer })).status).toBe(404)
    const wrong = await client.account('/balance', { method: 'PUT', bearer })
    expect([wrong.status, wrong.headers.allow]).toEqual([405, 'GET'])
  })
})

describe('balance', () => {
  test('may be fractional and below the pending amount', async () => {
    const bearer = await signIn()
    platform.control.setOrganisation('org_halden', { creditBalanceCents: 12.345, pendingDebitCents: 99.5 })
    expect((await client.balance(bearer)).body).toMatchObject({
      credit_balance_cents: 12.345,
      pending_debit_balance_cents: 99.5,
    })
  })

  test('is zero for an organisation that pays by invoice, and cannot be topped up', async () => {
    platform.control.setOrganisation('org_kestrel', { creditBalanceCents: 77 })
    const bearer = await signIn('org_kestrel')
    expect((await client.balance(bearer)).body).toMatchObject({
      credit_balance_cents: 0,
      pending_debit_balance_cents: 0,
      will_invoice: true,
    })
    const refused = await client.addBalance(bearer, 100, 'invoice-key')
    expect([refused.status, typeof refused.body.detail]).toEqual([422, 'string'])
  })
})

describe('adding balance', () => {
  test('charges a key once and replays its response for 24 hours', async () => {
    const first = await client.signIn()
    const answer = await client.addBalance(first.accessToken, 2500, 'one-intent')
    expect(answer.body.credit_balance_cents).toBe(22_170)
    await client.addBalance(first.accessToken, 100, 'another-intent')
    expect((await client.addBalance(first.accessToken, 2500, 'one-intent')).body.credit_balance_cents).toBe(
      22_170,
    )
    expect((await client.balance(first.accessToken)).body.credit_balance_cents).toBe(22_270)
    expect(platform.control.state().charges).toHaveLength(2)
    expect(platform.control.stats().replayedCharges).toBe(1)
    platform.control.advanceClock(24 * 3_600_000)
    const later = (await client.refresh(first.refreshToken)).body.access_token
    expect((await client.addBalance(later, 2500, 'one-intent')).body.credit_balance_cents).toBe(24_770)
  })

  test('refuses a reused key with another amount; keys are scoped to an organisation', async () => {
    const bearer = await signIn()
    await client.addBalance(bearer, 2500, 'one-intent')
    const other = await client.addBalance(bearer, 2600, 'one-intent')
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_mismatch'])
    expect((await client.addBalance(await signIn('org_okafor'), 2600, 'one-intent')).status).toBe(200)
  })

  test('answers 409 to a key that is still in flight', async () => {
    const bearer = await signIn()
    const hold = platform.control.fault({ kind: 'hold', match: { path: '/balance/add' }, times: 1 })
    const first = client.addBalance(bearer, 100, 'slow-intent')
    await platform.control.waitForRequest({ path: '/balance/add' })
    expect((await client.addBalance(bearer, 100, 'slow-intent')).status).toBe(409)
    expect((await client.addBalance(bearer, 100, 'quick-intent')).status).toBe(200)
    platform.control.release(hold)
    expect((await first).status).toBe(200)
    expect((await client.addBalance(bearer, 100, 'slow-intent')).status).toBe(200)
    expect(platform.control.state().charges).toHaveLength(2)
  })

  test('answers 402 to a declined card, adds nothing and replays the response', async () => {
    const bearer = await signIn()
    platform.control.setOrganisation('org_halden', { cardDeclines: true })
    expect((await client.addBalance(bearer, 100, 'declined-1')).status).toBe(402)
    platform.control.setOrganisation('org_halden', { cardDeclines: false })
    expect((await client.addBalance(bearer, 100, 'declined-1')).status).toBe(402)
    expect((await client.addBalance(bearer, 100, 'declined-2')).body.credit_balance_cents).toBe(19_770)
  })

  test.each([
    [0, 'long-enough', 'amount_cents', 'greater_than'],
    [-5, 'long-enough', 'amount_cents', 'greater_than'],
    [10_001, 'long-enough', 'amount_cents', 'less_than_equal'],
    [1.5, 'long-enough', 'amount_cents', 'int_type'],
    ['100', 'long-enough', 'amount_cents', 'int_type'],
    [true, 'long-enough', 'amount_cents', 'int_type'],
    [undefined, 'long-enough', 'amount_cents', 'missing'],
    [1, '1234567', 'idempotency_key', 'string_too_short'],
    [1, 'x'.repeat(129), 'idempotency_key', 'string_too_long'],
    [1, 12_345_678, 'idempotency_key', 'string_type'],
    [1, undefined, 'idempotency_key', 'missing'],
  ])('amount %j with key %j: 422 about %s, %s', async (amount, key, field, type) => {
    const answer = await client.addBalance(await signIn(), amount, key)
    expect(answer.status).toBe(422)
    expect(answer.body.detail).toEqual([{ loc: ['body', field], msg: expect.any(String), type }])
  })

  test('accepts the smallest and the largest amount', async () => {
    const bearer = await signIn()
    expect((await client.addBalance(bearer, 1, '12345678')).status).toBe(200)
    expect((await client.addBalance(bearer, 10_000, 'x'.repeat(128))).status).toBe(200)
  })

  test('requires a JSON object', async () => {
    const bearer = await signIn()
    expect((await client.account('/balance/add', { bearer, form: { amount_cents: '1' } })).status).toBe(415)
    const headers = { 'content-type': 'application/json' }
    const broken = await client.account('/balance/add', { bearer, headers, body: '{' })
    expect([broken.status, broken.body.detail[0].type]).toEqual([422, 'json_invalid'])
    expect((await client.account('/balance/add', { bearer, headers, body: '[]' })).status).toBe(422)
  })
})

describe('apps and keys', () => {
  test('are created, listed and deleted; a second deletion answers 404', async () => {
    const bearer = await signIn()
    const appId = (await client.account('/apps', { bearer, json: { app_name: '=1+1 «né» \u202e' } })).body
      .app_id
    const listed = (await client.account('/apps', { bearer })).body.apps
    expect(listed.at(-1)).toEqual({
      app_id: appId,
      app_name: '=1+1 «né» \u202e',
      org_id: 'org_halden',
      org_name: 'Halden Research',
    })
    const key = (await client.account(`/apps/${appId}/keys`, { bearer, json: { api_key_name: 'k' } })).body
    expect(key).toMatchObject({
      app_id: appId,
      created_by_user_id: 'user_demo',
      created_by_user_email: expect.stringContaining('@'),
      display_value: `px_…${key.raw_api_key.slice(-4)}`,
      created_at: expect.any(Number),
    })
    expect(key.created_at).toBeLessThan(1e11)
    expect(platform.control.secrets().apiKeys).toEqual([key.raw_api_key])
    expect(JSON.stringify(platform.control.state())).not.toContain(key.raw_api_key)
    const gone = await client.account(`/apps/${appId}/keys/${key.api_key_id}`, { method: 'DELETE', bearer })
    expect([gone.status, gone.text]).toEqual([200, ''])
    const again = await client.account(`/apps/${appId}/keys/${key.api_key_id}`, { method: 'DELETE', bearer })
    expect(again.status).toBe(404)
    expect((await client.account(`/apps/${appId}`, { method: 'DELETE', bearer })).body).toMatchObject({})
    expect((await client.account(`/apps/${appId}`, { method: 'DELETE', bearer })).status).toBe(404)
    expect(
      (await client.account(`/apps/${appId}/keys`, { bearer, json: { api_key_name: 'k' } })).status,
    ).toBe(404)
  })

  test('are not idempotent: two calls create two', async () => {
    const bearer = await signIn()
    const [one, two] = [
      await client.account('/apps', { bearer, json: { app_name: 'same' } }),
      await client.account('/apps', { bearer, json: { app_name: 'same' } }),
    ]
    expect(one.body.app_id).not.toBe(two.body.app_id)
  })

  test.each([{}, { app_name: '' }, { app_name: 5 }, { app_name: 'x'.repeat(256) }])(
    'refuse %j',
    async (json) => {
      const answer = await client.account('/apps', { bearer: await signIn(), json })
      expect([answer.status, answer.body.detail[0].loc]).toEqual([422, ['body', 'app_name']])
    },
  )

  test('belong to one organisation', async () => {
    const bearer = await signIn('org_okafor')
    expect((await client.account('/apps/app_halden_enrich', { method: 'DELETE', bearer })).status).toBe(404)
  })

  test('an approval creates “parallel-cli Users” exactly once', async () => {
    await signIn()
    const bearer = await signIn()
    const { apps } = (await client.account('/apps', { bearer })).body
    expect(apps.filter((one: { app_name: string }) => one.app_name === 'parallel-cli Users')).toHaveLength(1)
  })

  test('some successful responses carry unknown members', async () => {
    const bearer = await signIn()
    const answers = [await client.balance(bearer), await client.balance(bearer)]
    expect(answers.filter((one) => 'not_in_the_reference' in one.body)).toHaveLength(1)
  })
})
