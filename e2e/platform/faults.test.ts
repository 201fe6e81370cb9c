import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Fault, type Platform, startPlatform } from './platform.ts'
import { createClient } from './test-client.ts'

let platform: Platform
let client: ReturnType<typeof createClient>
let bearer: string
beforeEach(async () => {
  platform = await startPlatform()
  client = createClient(platform)
  bearer = (await client.signIn()).accessToken
  platform.control.clearRequests()
})
afterEach(() => platform.close())

const charges = () => platform.control.state().charges.length
const add = (key = 'a-charge-key') => client.addBalance(bearer, 100, key)
const fault = (given: Fault) => platform.control.fault(given)

describe('matching', () => {
  test('matches path, method and body, a given number of times', async () => {
    fault({ kind: 'status', status: 500, match: { path: '/balance', method: 'get' }, times: 2 })
    expect((await add()).status).toBe(200)
    expect((await client.account('/apps', { bearer })).status).toBe(200)
    expect([(await client.balance(bearer)).status, (await client.balance(bearer)).status]).toEqual([500, 500])
    expect((await client.balance(bearer)).status).toBe(200)
    fault({ kind: 'status', status: 500, match: { body: 'grant_type=refresh_token' } })
    expect((await client.refresh('x')).status).toBe(500)
    expect((await client.poll('parallel-cli', 'x')).status).toBe(400)
    fault({ kind: 'status', status: 503, match: { path: '=/getServiceKeys/token' } })
    expect((await client.poll('parallel-cli', 'x')).status).toBe(503)
    expect((await client.revoke('x')).status).toBe(200)
  })

  test('applies until cleared, one by one or all at once', async () => {
    const one = fault({ kind: 'status', status: 500, match: { path: '/balance' } })
    fault({ kind: 'status', status: 501, match: { path: '/apps' } })
    platform.control.clearFaults(one)
    expect((await client.balance(bearer)).status).toBe(200)
    expect((await client.account('/apps', { bearer })).status).toBe(501)
    platform.control.clearFaults()
    expect((await client.account('/apps', { bearer })).status).toBe(200)
  })

  test('never applies to the approval page or the control endpoint; the log names the fault', async () => {
    fault({ kind: 'drop' })
    await expect(client.balance(bearer)).rejects.toThrow()
    expect((await fetch(`${platform.platformUrl}/getServiceKeys/device`)).status).toBe(200)
    const [entry] = await platform.control.waitForRequest({ path: '/balance', done: true })
    expect(entry).toMatchObject({ status: null, note: 'drop' })
  })
})

describe('no response', () => {
  test('drop: the request is not handled', async () => {
    fault({ kind: 'drop', times: 1 })
    await expect(add()).rejects.toThrow()
    expect(charges()).toBe(0)
  })

  test('drop-after: the charge is made, and a retry with the same key learns it', async () => {
    fault({ kind: 'drop-after', times: 1 })
    await expect(add()).rejects.toThrow()
    expect(charges()).toBe(1)
    expect((await add()).body.credit_balance_cents).toBe(19_770)
    expect(charges()).toBe(1)
  })

  test('drop-after: a refresh loses the new pair', async () => {
    const { refreshToken, clientId } = await client.signIn()
    fault({ kind: 'drop-after', match: { body: 'grant_type=refresh_token' }, times: 1 })
    await expect(client.refresh(refreshToken, clientId)).rejects.toThrow()
    expect((await client.refresh(refreshToken, clientId)).body.error).toBe('invalid_grant')
  })

  test('cut-off: the body is shorter than announced', async () => {
    fault({ kind: 'cut-off', times: 1 })
    await expect(client.balance(bearer)).rejects.toThrow()
  })

  test('hold: the request stays open until released and is then handled', async () => {
    const id = fault({ kind: 'hold', match: { path: '/balance/add' } })
    const answer = add()
    const [entry] = await platform.control.waitForRequest({ path: '/balance/add' })
    expect(entry).toMatchObject({ status: null, done: false, note: 'hold' })
    expect(charges()).toBe(0)
    platform.control.release(id)
    expect((await answer).status).toBe(200)
    expect(charges()).toBe(1)
  })

  test('hold: clearing resumes the request; one whose client disconnected is not handled', async () => {
    fault({ kind: 'hold' })
    const answer = client.balance(bearer)
    await platform.control.waitForRequest({ path: '/balance' })
    platform.control.clearFaults()
    expect((await answer).status).toBe(200)
    fault({ kind: 'hold' })
    platform.control.clearRequests()
    const { port, pathname } = new URL(platform.serviceApiUrl)
    const socket = connect(Number(port), '127.0.0.1')
    const body = '{"amount_cents":100,"idempotency_key":"hung-up-key"}'
    socket.write(
      `POST ${pathname}/service/v1/balance/add HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${bearer}\r\n` +
        `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    )
    await platform.control.waitForRequest({ path: '/balance/add' })
    socket.destroy()
    await platform.control.waitForRequest({ path: '/balance/add', done: true })
    platform.control.clearFaults()
    await client.balance(bearer)
    expect(charges()).toBe(0)
  })

  test('delay: the response comes later', async () => {
    fault({ kind: 'delay', ms: 30, times: 1 })
    const before = performance.now()
    expect((await client.balance(bearer)).status).toBe(200)
    expect(performance.now() - before).toBeGreaterThanOrEqual(29)
  })
})

describe('another response', () => {
  test('html: an error page of a CDN', async () => {
    fault({ kind: 'html', times: 1 })
    const answer = await client.balance(bearer)
    expect([answer.status, answer.headers['content-type']]).toEqual([502, 'text/html; charset=UTF-8'])
    fault({ kind: 'html', status: 200, times: 1 })
    expect((await add()).text).toContain('<!DOCTYPE html>')
    expect(charges()).toBe(0)
  })

  test('status: any shape of error, with headers', async () => {
    fault({
      kind: 'status',
      status: 500,
      body: { detail: 'text' },
      headers: { 'x-request-id': 'r1' },
      times: 1,
    })
    const answer = await client.balance(bearer)
    expect([answer.status, answer.body, answer.headers['x-request-id']]).toEqual([
      500,
      { detail: 'text' },
      'r1',
    ])
    fault({ kind: 'status', status: 418, body: 'plain', times: 1 })
    expect((await client.balance(bearer)).text).toBe('plain')
  })

  test('rate-limit: Retry-After in seconds or as a date, 429 or 503', async () => {
    fault({ kind: 'rate-limit', retryAfterSeconds: 7, times: 1 })
    let answer = await client.balance(bearer)
    expect([answer.status, answer.headers['retry-after']]).toEqual([429, '7'])
    fault({ kind: 'rate-limit', retryAfterDate: '2030-01-02T03:04:05Z', status: 503, times: 1 })
    answer = await client.balance(bearer)
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, 'Wed, 02 Jan 2030 03:04:05 GMT'])
  })

  test('oauth-error', async () => {
    fault({ kind: 'oauth-error', error: 'server_error', description: 'later', times: 1 })
    const answer = await client.refresh('x')
    expect([answer.status, answer.body]).toEqual([400, { error: 'server_error', error_description: 'later' }])
    fault({ kind: 'oauth-error', error: 'invalid_client', times: 1 })
    expect((await client.refresh('x')).status).toBe(401)
  })

  test('slow-down: applies only to polls, and the code’s interval grows', async () => {
    const code = (await client.deviceCode('parallel-cli')).body
    fault({ kind: 'slow-down', interval: 30, times: 1 })
    expect((await client.refresh('x')).body.error).toBe('invalid_grant')
    expect((await client.poll('parallel-cli', code.device_code)).body).toMatchObject({
      error: 'slow_down',
      interval: 30,
    })
    expect(platform.control.stats().earlyPolls).toBe(0)
    platform.control.advanceClock(29_000)
    expect((await client.poll('parallel-cli', code.device_code)).body.error).toBe('slow_down')
    platform.control.advanceClock(35_000)
    expect((await client.poll('parallel-cli', code.device_code)).body.error).toBe('authorization_pending')
  })

  test('redirect: to another origin by default', async () => {
    fault({ kind: 'redirect', times: 1 })
    const answer = await client.balance(bearer)
    expect([answer.status, answer.headers.location]).toEqual([307, 'https://elsewhere.invalid/'])
    fault({ kind: 'redirect', location: 'http://127.0.0.1:9/', status: 302, times: 1 })
    const other = await client.balance(bearer)
    expect([other.status, other.headers.location]).toEqual([302, 'http://127.0.0.1:9/'])
  })
})

describe('an altered response', () => {
  test('huge-body: valid JSON of at least the given size', async () => {
    fault({ kind: 'huge-body', times: 1 })
    const answer = await client.balance(bearer)
    expect(answer.text.length).toBeGreaterThan(2 * 1024 * 1024)
    expect(answer.body.org_id).toBe('org_halden')
  })

  test('empty-body and not-json', async () => {
    fault({ kind: 'empty-body', times: 1 })
    const empty = await client.balance(bearer)
    expect([empty.status, empty.text]).toEqual([200, ''])
    fault({ kind: 'not-json', times: 1 })
    const broken = await add()
    expect([broken.status, broken.body, broken.headers['content-type']]).toEqual([
      200,
      undefined,
      'application/json; charset=utf-8',
    ])
    expect(charges()).toBe(1)
  })

  test('set-cookie and cacheable', async () => {
    fault({ kind: 'set-cookie', times: 1 })
    fault({ kind: 'cacheable', times: 1 })
    const answer = await client.balance(bearer)
    expect(answer.headers['set-cookie']).toEqual([expect.stringContaining('Max-Age')])
    expect(answer.headers['cache-control']).toBe('public, max-age=3600')
    expect(answer.body.credit_balance_cents).toBe(19_670)
  })

  test('replace-reply: members replaced, added and removed', async () => {
    fault({
      kind: 'replace-reply',
      json: { credit_balance_cents: 1e308, pending_debit_balance_cents: 'lots', more: null },
      remove: ['org_id'],
      times: 1,
    })
    const { body } = await client.balance(bearer)
    expect(body).toMatchObject({
      credit_balance_cents: 1e308,
      pending_debit_balance_cents: 'lots',
      more: null,
    })
    expect(body).not.toHaveProperty('org_id')
    fault({
      kind: 'replace-reply',
      match: { path: 'device/code' },
      json: { verification_uri: 'javascript:alert(1)' },
    })
    expect((await client.deviceCode('parallel-cli')).body.verification_uri).toBe('javascript:alert(1)')
  })
})
