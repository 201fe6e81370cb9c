/** Each of the twelve calls under each fault: the expected Failure, never an exception and never a secret in its message. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { AccountApi } from '../../main/parallel/account-api.ts'
import { Exchange } from '../../main/parallel/exchange.ts'
import { OAuth } from '../../main/parallel/oauth.ts'
import type { Failure, FailureKind, Result } from '../../preload/contract/index.ts'
import { demoState, newOrganisation } from '../platform/demo.ts'
import { answers } from './call-faults.ts'
import { type Call, calls, type SignedInClient, signInClient } from './calls.ts'
import { nodeHttp } from './node-http.ts'
import { expectInvariants, startWire, type Wire } from './wire.ts'

/** Deliberately repeated here, so that the tests check the table of the product. */
const retryable: readonly FailureKind[] = [
  'offline',
  'timeout',
  'server',
  'not-json',
  'redirected',
  'rate-limited',
]

let wire: Wire
let client: SignedInClient
beforeAll(async () => {
  wire = await startWire()
  client = await signInClient(wire)
})
afterEach(() => wire.control.clearFaults())
afterAll(() => expectInvariants(wire))

/** Calls that invalidate the client's code or tokens. */
const consumesTokens = ['poll', 'refresh', 'revoke']
const { apps } = newOrganisation('org_halden', demoState().organisations[0])

async function begin(call: Call): Promise<void> {
  if (consumesTokens.includes(call.name)) client = await signInClient(wire)
  wire.control.setOrganisation('org_halden', { apps })
  wire.control.clearRequests()
}

const never = new AbortController().signal

function failureOf(result: Result<unknown>): Failure {
  if (result.ok) throw new Error('expected a failure')
  wire.output.push(result.failure.message)
  expect(result.failure.retryable).toBe(retryable.includes(result.failure.kind))
  expect(result.failure.message).not.toBe('')
  return result.failure
}

describe.each(calls)('$name', (call: Call) => {
  const match = { path: call.path, method: call.method }
  beforeEach(() => begin(call))

  test.each(answers)('$name', async ({ fault, outcome, more = {}, says = '', except = {} }) => {
    const wanted = except[call.name] ?? outcome
    wire.fault({ ...fault, match })
    const result = await call.make(wire, client, never)
    if (wanted === 'fine') return expect(result).toMatchObject({ ok: true })
    const failure = failureOf(result)
    expect(failure).toMatchObject({ kind: wanted, ...more })
    expect(failure.message).toContain(says)
    expect(failure.notSent).toBeUndefined()
    if (!('retryAfterMs' in more)) expect(failure.retryAfterMs).toBeUndefined()
    // No layer retries the call.
    expect(wire.control.requests()).toHaveLength(1)
  })

  test('429 with a Retry-After date, which is counted from the date of the response', async () => {
    wire.fault({ kind: 'rate-limit', retryAfterDate: wire.clock.now() + 90_000, match })
    const failure = failureOf(await call.make(wire, client, never))
    expect(failure.kind).toBe('rate-limited')
    // The server's clock goes on while the test runs.
    expect(Math.abs((failure.retryAfterMs ?? 0) - 90_000)).toBeLessThan(30_000)
  })

  test('times out at the deadline, which is longer for a refresh', async () => {
    wire.fault({ kind: 'delay', ms: 3_600_000, match })
    let result: Result<unknown> | undefined
    const pending = call.make(wire, client, never).then((answer) => {
      result = answer
    })
    await wire.clock.advance(call.name === 'refresh' ? 59_999 : 29_999)
    expect(result).toBeUndefined()
    await wire.clock.advance(1)
    await pending
    expect(result && failureOf(result)).toMatchObject({ kind: 'timeout' })
    expect(wire.clock.waiting).toBe(0)
  })

  test('reports a cancelled request', async () => {
    // A poll and a refresh are never cancelled: their response may be the only copy of a token.
    if (call.name === 'poll' || call.name === 'refresh') return
    wire.fault({ kind: 'hold', match })
    const cancel = new AbortController()
    const pending = call.make(wire, client, cancel.signal)
    await wire.control.waitForRequest(match)
    cancel.abort()
    expect(failureOf(await pending)).toMatchObject({ kind: 'cancelled' })
    expect(failureOf(await call.make(wire, client, cancel.signal))).toMatchObject({
      kind: 'cancelled',
      notSent: true,
    })
    expect(wire.control.requests()).toHaveLength(1)
    expect(wire.clock.waiting).toBe(0)
  })

  test('reports a refused connection as not sent, unless it was a GET', async () => {
    const nobody = await startWire()
    await nobody.platform.close()
    const failure = failureOf(await call.make(nobody, client, never))
    expect(failure).toMatchObject({ kind: 'offline', message: expect.stringContaining('REFUSED') })
    expect(failure.notSent).toBe(call.method === 'GET' ? undefined : true)
  })

  test('refuses an origin other than the two servers without sending', async () => {
    const { platformUrl, serviceApiUrl } = wire.endpoints
    const http = nodeHttp(['http://127.0.0.1:1'])
    const exchange = new Exchange(http, wire.clock)
    const endpoints = { platformUrl, serviceApiUrl }
    const strange = {
      ...wire,
      oauth: new OAuth(exchange, endpoints),
      api: new AccountApi(exchange, endpoints),
    }
    expect(failureOf(await call.make(strange, client, never))).toMatchObject({ kind: 'bug' })
    expect(wire.control.requests()).toEqual([])
  })
})

test('never sends a cookie back', async () => {
  client = await signInClient(wire)
  wire.fault({ kind: 'set-cookie' })
  for (const call of calls) await call.make(wire, client, never)
  for (const { headers } of wire.control.requests()) expect(headers.cookie).toBeUndefined()
})

test('maps the OAuth errors of a poll to continue, slow down or end', async () => {
  client = await signInClient(wire)
  const poll = (): ReturnType<OAuth['poll']> => wire.oauth.poll(client.clientId, client.deviceCode, never)
  const faulty = async (error: string, status?: number) => {
    wire.fault({ kind: 'oauth-error', error, times: 1, ...(status === undefined ? {} : { status }) })
    return poll()
  }
  expect(await faulty('authorization_pending')).toEqual({ kind: 'pending' })
  expect(await faulty('slow_down')).toEqual({ kind: 'slow-down', intervalMs: null, retryAfterMs: 0 })
  wire.fault({ kind: 'status', status: 400, body: { error: 'slow_down', interval: 12 }, times: 1 })
  expect(await poll()).toEqual({ kind: 'slow-down', intervalMs: 12_000, retryAfterMs: 0 })
  expect(await faulty('access_denied')).toMatchObject({ kind: 'ended', failure: { kind: 'denied' } })
  expect(await faulty('expired_token')).toMatchObject({ kind: 'ended', failure: { kind: 'expired' } })
  expect(await faulty('temporarily_unavailable')).toMatchObject({
    kind: 'trouble',
    failure: { kind: 'server', retryable: true },
  })
  expect(await faulty('server_error')).toMatchObject({ kind: 'trouble' })
  expect(await faulty('access_denied', 502)).toMatchObject({ kind: 'trouble' })
  expect(await faulty('unsupported_grant_type')).toMatchObject({ kind: 'ended' })
})
