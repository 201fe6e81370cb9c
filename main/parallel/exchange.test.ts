import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { ok } from '../../preload/contract/index.ts'
import type { HttpReply } from '../ports.ts'
import { jsonReply, ScriptedHttp } from '../testing/memory-ports.ts'
import { VirtualClock } from '../testing/virtual-clock.ts'
import { Exchange, parseRetryAfter } from './exchange.ts'

const request = { method: 'GET', url: 'https://a.example/', headers: {}, timeoutMs: 1000 } as const

async function answerTo(reply: ReturnType<typeof jsonReply>) {
  const exchange = new Exchange(new ScriptedHttp(() => reply), new VirtualClock())
  return exchange.ask(request, v.object({ n: v.number() }), new AbortController().signal)
}

async function failureFor(reply: ReturnType<typeof jsonReply>) {
  const answer = await answerTo(reply)
  return answer.ok ? undefined : answer.refusal.failure
}

function page(status: number): ReturnType<typeof jsonReply> {
  return ok<HttpReply>({ status, headers: { 'content-type': 'text/html' }, body: '<html>Sorry</html>' })
}

describe('every error shape becomes the one failure', () => {
  test('OAuth', async () => {
    const answer = await answerTo(jsonReply(400, { error: 'invalid_grant', error_description: 'gone' }))
    expect(answer).toMatchObject({ refusal: { oauthError: 'invalid_grant', failure: { kind: 'invalid' } } })
  })
  test.each([200, 403, 409, 429])('OAuth in a %i', async (status) => {
    const body = { error: 'authorization_pending', error_description: 'wait' }
    expect(await answerTo(jsonReply(status, body))).toMatchObject({
      refusal: { oauthError: 'authorization_pending', body },
    })
  })
  test('a temporary OAuth error in a 200 is retryable', async () => {
    const why = await failureFor(jsonReply(200, { error: 'temporarily_unavailable' }))
    expect(why).toMatchObject({ kind: 'server', retryable: true })
  })
  test.each([
    [200, 'Not allowed'],
    [403, 'Forbidden'],
    [429, 'Too Many Requests'],
    [500, 'invalid_grant'],
  ])('an error in a %i that is none of OAuth: %s', async (status, error) => {
    const answer = await answerTo(jsonReply(status, { error }))
    expect(answer).not.toHaveProperty('refusal.oauthError')
  })
  test('validation', async () => {
    const detail = [{ loc: ['body', 'amount_cents'], msg: 'too large', type: 'value_error' }]
    expect(await failureFor(jsonReply(422, { detail }))).toMatchObject({
      kind: 'invalid',
      message: 'amount_cents too large',
    })
  })
  test('detail', async () => {
    expect(await failureFor(jsonReply(403, { detail: 'Not for members' }))).toMatchObject({
      kind: 'forbidden',
      message: 'Not for members',
      retryable: false,
    })
  })
  test('error object with a reference', async () => {
    const body = { type: 'error', error: { ref_id: 'ref-7', message: 'Declined', detail: 'card' } }
    expect(await failureFor(jsonReply(402, body))).toMatchObject({
      kind: 'declined',
      message: 'Declined: card',
      reference: 'ref-7',
    })
  })
  test('code and message', async () => {
    expect(await failureFor(jsonReply(409, { code: 'x', message: 'Running' }))).toMatchObject({
      kind: 'conflict',
      message: 'Running',
    })
  })
  test('an empty body isn’t from the service, except with its challenge', async () => {
    const bare = (headers: Record<string, string>) => failureFor(ok({ status: 401, headers, body: '' }))
    expect(await bare({})).toMatchObject({ kind: 'not-json', retryable: true })
    expect(await bare({ 'www-authenticate': 'Basic realm="x"' })).toMatchObject({ kind: 'not-json' })
    expect(await bare({ 'www-authenticate': 'bearer' })).toMatchObject({ kind: 'unauthorized' })
  })
  test('plain text isn’t from the service, and isn’t quoted', async () => {
    const said = await failureFor(ok({ status: 403, headers: {}, body: 'blocked by policy' }))
    expect(said).toMatchObject({ kind: 'not-json', retryable: true })
    expect(said?.message).not.toContain('blocked')
  })
  test('a web page of a proxy says nothing about the account', async () => {
    expect(await failureFor(page(200))).toMatchObject({ kind: 'not-json', retryable: true })
    expect(await failureFor(page(403))).toMatchObject({ kind: 'not-json', retryable: true })
    expect(await failureFor(page(404))).toMatchObject({ kind: 'not-json' })
    expect(await failureFor(page(502))).toMatchObject({ kind: 'server', retryable: true })
  })
  test('doesn’t follow a redirect', async () => {
    expect(await failureFor(ok({ status: 302, headers: {}, body: '' }))).toMatchObject({ kind: 'redirected' })
  })
  test('fails for a truncated or malformed body', async () => {
    expect(
      await failureFor(ok({ status: 200, headers: { 'content-type': 'application/json' }, body: '{"n":' })),
    ).toMatchObject({ kind: 'server' })
    const broken = await failureFor(jsonReply(200, { n: 'secret-value' }))
    expect(broken).toMatchObject({ kind: 'server', message: expect.stringContaining('n') })
    expect(broken?.message).not.toContain('secret-value')
  })
  test('fails for an empty body or an array instead of an object', async () => {
    const exchange = (body: string) =>
      new Exchange(new ScriptedHttp(() => ok({ status: 200, headers: {}, body })), new VirtualClock()).ask(
        request,
        v.object({ apps: v.optional(v.array(v.string())) }),
        new AbortController().signal,
      )
    for (const body of ['', '[]', 'null', '3']) expect((await exchange(body)).ok).toBe(false)
    expect((await exchange('{}')).ok).toBe(true)
  })
  test('reports 429 with its Retry-After', async () => {
    expect(await failureFor(jsonReply(429, {}, { 'retry-after': '7' }))).toMatchObject({
      kind: 'rate-limited',
      retryAfterMs: 7000,
    })
  })
})

test('unknown members are ignored', async () => {
  expect(await answerTo(jsonReply(200, { n: 1, more: [] }))).toMatchObject({ ok: true, value: { n: 1 } })
})

describe('Retry-After', () => {
  const now = Date.UTC(2026, 0, 15, 12)
  const day = 24 * 3600 * 1000
  test.each([
    ['3', 3000],
    [' 3 ', 3000],
    ['0', 0],
    ['90.5', 91_000],
    ['292.05', 293_000],
    ['.5', 1000],
    ['120, 120', 120_000],
    ['5, 120', 120_000],
    ['Thu, 15 Jan 2026 12:01:30 GMT', 90_000],
    ['Thursday, 15-Jan-26 12:01:30 GMT', 90_000],
    ['Thu Jan 15 12:01:30 2026', 90_000],
    ['Thu, 15 Jan 2026 12:01:30 GMT, 30', 90_000],
    ['Thu, 15 Jan 2026 12:00:10 GMT, Thu, 15 Jan 2026 12:00:20 GMT', 20_000],
    ['Thu, 15 Jan 2026 11:58:30 GMT', 0],
    ['Sunday, 06-Nov-94 08:49:37 GMT', 0],
    ['Sun Nov  6 08:49:37 1994', 0],
    ['soon, 7', 7000],
    ['999999', day],
    ['99999999999999999999999', day],
    ['Thu, 15 Jan 9999 12:01:30 GMT', day],
  ])('%s', (header, ms) => {
    expect(parseRetryAfter(header, now)).toBe(ms)
  })
  test.each([
    undefined,
    '',
    'soon',
    '-5',
    '+5',
    '1e3',
    '0x10',
    '5s',
    '5 seconds',
    '5;q=1',
    '2026-01-15T12:01:30Z',
    '15 Jan 2026',
    'Thu, 15 Jan 2026 12:01:30',
    'Thu, 15 Jan 2026 12:01:30 +0100',
    'Thu, 15 Jan 2026 12:01:30 UTC',
    'thu, 15 jan 2026 12:01:30 gmt',
    'Thu, 31 Feb 2026 12:01:30 GMT',
    'Thu, 15 Jan 2026 24:01:30 GMT',
  ])('ignores %j', (header) => {
    expect(parseRetryAfter(header, now)).toBeUndefined()
  })

  test('property: uses the longest of a list, never a shorter time, at most a day', () => {
    const seconds = fc
      .double({ min: 0, max: 1e6, noNaN: true })
      .map((value) => ({ text: value.toFixed(3), ms: Math.ceil(Number(value.toFixed(3))) * 1000 }))
    const date = fc
      .integer({ min: -1e6, max: 1e6 })
      .map((ahead) => ({ text: new Date(now + ahead * 1000).toUTCString(), ms: Math.max(0, ahead * 1000) }))
    fc.assert(
      fc.property(fc.array(fc.oneof(seconds, date), { minLength: 1, maxLength: 4 }), (members) => {
        const header = members.map(({ text }) => text).join(', ')
        expect(parseRetryAfter(header, now)).toBe(Math.min(day, Math.max(...members.map(({ ms }) => ms))))
      }),
    )
  })

  test('property: any header gives whole milliseconds within a day, or nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d.,: a-zA-Z-]*$/)), (header) => {
        const ms = parseRetryAfter(header, now) ?? 0
        expect(Number.isInteger(ms) && ms >= 0 && ms <= day).toBe(true)
      }),
    )
  })

  test('counts a date from the response’s own time, since the local clock may differ by hours', async () => {
    const headers = (date: string) => ({ date, 'retry-after': 'Thu, 15 Jan 2026 14:00:10 GMT' })
    const at = async (date: string) => (await failureFor(jsonReply(429, {}, headers(date))))?.retryAfterMs
    expect(await at('Thu, 15 Jan 2026 14:00:00 GMT')).toBe(10_000)
    expect(await at('Thu, 15 Jan 2026 13:00:00 GMT')).toBe(3_610_000)
    // What isn't a date is no time to count from.
    const here = await at('now')
    expect(here).toBe(parseRetryAfter('Thu, 15 Jan 2026 14:00:10 GMT', new VirtualClock().now()))
  })
})
