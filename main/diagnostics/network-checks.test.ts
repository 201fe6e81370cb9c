import { expect, test } from 'vitest'
import { failed, ok } from '../../preload/contract/index.ts'
import { parallelEndpoints } from '../parallel/endpoints.ts'
import { failure } from '../parallel/failures.ts'
import type { Http, HttpReply } from '../ports.ts'
import { type Answering, ScriptedHttp } from '../testing/memory-ports.ts'
import { MemorySystemProbe } from '../testing/memory-system-probe.ts'
import { VirtualClock } from '../testing/virtual-clock.ts'
import { type Check, checkNetwork } from './network-checks.ts'

const hosts = ['platform.parallel.ai', 'api.parallel.ai']

function network(answer: Answering, clock = new VirtualClock()) {
  const systemProbe = new MemorySystemProbe()
  for (const host of hosts) systemProbe.hosts.set(host, ['192.0.2.1'])
  const http = new ScriptedHttp(answer)
  const checks: Check[] = []
  const cancel = new AbortController()
  const run = (instead: Http = http) =>
    checkNetwork(
      {
        systemProbe,
        http: instead,
        clock,
        server: parallelEndpoints,
        report: (check) => checks.push(check),
      },
      cancel.signal,
    )
  return { systemProbe, http, clock, checks, cancel, run }
}

const reply = (status: number, body: string, headers: Record<string, string> = {}): HttpReply => ({
  status,
  headers,
  body,
})
const refusal = reply(401, '{"detail":"no token"}', { 'content-type': 'application/json' })

test('requests only the two servers, without a token', async () => {
  const { run, http, checks } = network(() => ok(refusal))
  await run()
  expect(checks.map(({ step, outcome }) => `${outcome} ${step}`)).toEqual([
    'ok The system has a network',
    ...hosts.flatMap((host) => [`ok Proxy for ${host}`, `ok Name of ${host}`, `ok Answer of ${host}`]),
  ])
  expect(http.requests.map(({ method, url, headers }) => [method, url, headers])).toEqual([
    ['GET', 'https://platform.parallel.ai/getServiceKeys/token', { accept: 'application/json' }],
    ['GET', 'https://api.parallel.ai/account/service/v1/balance', { accept: 'application/json' }],
  ])
})

test.each([
  [
    'a page',
    ok(reply(200, '<!doctype html>', { 'content-type': 'text/html' })),
    'failed',
    /web page.*sign-in page/,
  ],
  ['another text', ok(reply(200, 'hello')), 'failed', /no JSON/],
  ['a proxy that asks', ok(reply(407, 'password')), 'failed', /proxy wants/],
  ['trouble at the service', ok(reply(503, '{}')), 'odd', /in trouble/],
  [
    'no connection',
    failed(failure('offline', 'net::ERR_X')),
    'failed',
    /net::ERR_X Nothing could be reached/,
  ],
  [
    'a certificate',
    failed(failure('tls', 'net::ERR_CERT')),
    'failed',
    /ERR_CERT.*certificate was not accepted/,
  ],
  ['a redirect', failed(failure('redirected', 'Redirected.')), 'failed', /sign in to the network/],
] as const)('%s is named', async (_, answer, outcome, says) => {
  const { run, checks } = network(() => answer)
  await run()
  expect(checks.at(-1)).toMatchObject({ outcome, says: expect.stringMatching(says) })
})

test('reports by how much the clock is wrong', async () => {
  const clock = new VirtualClock()
  const date = new Date(clock.now() - 3_600_000).toUTCString()
  const { run, checks } = network(() => ok({ ...refusal, headers: { date } }), clock)
  await run()
  expect(checks.at(-1)).toMatchObject({ outcome: 'odd', says: expect.stringMatching(/3600 s ahead of/) })
})

test('treats a failed DNS lookup as less severe behind a proxy', async () => {
  const { run, checks, systemProbe } = network(() => ok(refusal))
  systemProbe.hosts.clear()
  systemProbe.online = false
  await run()
  expect(checks.map(({ outcome }) => outcome)).toEqual(['odd', 'ok', 'failed', 'ok', 'ok', 'failed', 'ok'])
  systemProbe.proxies = 'PROXY proxy.example:3128; DIRECT'
  await run()
  expect(checks.slice(7).map(({ outcome }) => outcome)).toEqual(['odd', 'ok', 'odd', 'ok', 'ok', 'odd', 'ok'])
})

test('continues after a step that hangs or throws', async () => {
  const { run, checks, systemProbe, clock } = network(() => ok(refusal))
  systemProbe.resolveProxy = () => Promise.reject(new Error('no PAC'))
  systemProbe.resolveHost = () => new Promise(() => {})
  const done = run()
  await clock.advance(60_000)
  await done
  expect(checks).toHaveLength(7)
  expect(checks[1]).toMatchObject({ outcome: 'failed', says: 'no PAC' })
  expect(checks[2]).toMatchObject({ outcome: 'failed', says: 'No answer in time.', tookMs: 11_000 })
})

test('stops requests and reports when cancelled', async () => {
  const { run, checks, cancel, http } = network(() => {
    cancel.abort()
    return ok(refusal)
  })
  await run()
  expect(http.requests).toHaveLength(1)
  expect(checks).toHaveLength(3)
})
