/** The Http port of the tests must keep the contract of the product's, or the wire tests prove nothing. */
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo, Server as TcpServer } from 'node:net'
import { createServer as createTcpServer } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import type { HttpRequest } from '../../main/ports.ts'
import { nodeHttp } from './node-http.ts'

let server: Server | TcpServer | undefined
afterEach(() => {
  if (server !== undefined && 'closeAllConnections' in server) server.closeAllConnections()
  server?.close()
  server = undefined
})

async function listening(harness: Server | TcpServer): Promise<string> {
  server = harness
  await new Promise<void>((resolve) => harness.listen(0, '127.0.0.1', resolve))
  return `127.0.0.1:${(harness.address() as AddressInfo).port}`
}
const serving = async (answer: RequestListener) => `http://${await listening(createServer(answer))}`

const never = new AbortController().signal
const http = (origin: string) => nodeHttp([origin])
const get = (url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  url,
  headers: {},
  timeoutMs: 5000,
  ...more,
})

test('sends method, headers and body, and returns headers with lower-case names', async () => {
  const origin = await serving(async (request, response) => {
    const parts = await request.toArray()
    const { method, headers, url } = request
    response.writeHead(418, { 'X-Twice': ['a', 'b'] })
    response.end(
      JSON.stringify({ method, url, accept: headers.accept, body: Buffer.concat(parts).toString() }),
    )
  })
  const body = 'größer=1'
  const request = get(`${origin}/a?b=c`, { method: 'POST', headers: { accept: 'text/plain' }, body })
  const result = await http(origin).send(request, never)
  if (!result.ok) throw new Error(result.failure.message)
  expect(result.value).toMatchObject({ status: 418, headers: { 'x-twice': 'a, b' } })
  const echoed = { method: 'POST', url: '/a?b=c', accept: 'text/plain', body }
  expect(JSON.parse(result.value.body)).toEqual(echoed)
})

test.each([1024 * 1024, 1024 * 1024 + 1])('limits a reply of %i bytes to 1 MiB', async (size) => {
  const origin = await serving((_, response) => response.end('x'.repeat(size)))
  const result = await http(origin).send(get(origin), never)
  if (size > 1024 * 1024) expect(result).toMatchObject({ failure: { kind: 'server' } })
  else expect(result.ok && result.value.body.length).toBe(size)
})

test('aborts an endless reply at 1 MiB', async () => {
  let closed = (): void => {}
  const left = new Promise<void>((resolve) => {
    closed = resolve
  })
  const origin = await serving((_, response) => {
    response.on('close', closed)
    const more = (): unknown =>
      response.writable && response.write('x'.repeat(65_536), () => setImmediate(more))
    more()
  })
  expect(await http(origin).send(get(origin), never)).toMatchObject({ failure: { kind: 'server' } })
  await left
})

test('applies one deadline, even when bytes keep arriving', async () => {
  const origin = await serving((_, response) => {
    const timer = setInterval(() => response.write('x'), 10)
    response.on('close', () => clearInterval(timer))
  })
  const harness = http(origin)
  const result = await harness.send(get(origin, { timeoutMs: 80 }), never)
  expect(result).toMatchObject({ failure: { kind: 'timeout', retryable: true } })
  expect(harness.inFlight).toBe(0)
})

test('refuses another origin, user info and an invalid URL without sending', async () => {
  const origin = await serving((_, response) => response.end())
  for (const url of ['http://127.0.0.1:1/', `${origin.replace('//', '//me:word@')}/`, 'nonsense', '']) {
    expect(await http(origin).send(get(url), never)).toMatchObject({ failure: { kind: 'bug' } })
  }
  expect(await http(origin).send(get(origin, { headers: { 'x-odd': 'a\nb' } }), never)).toMatchObject({
    failure: { kind: 'bug', notSent: true },
  })
})

test('reports a reply that is not HTTP', async () => {
  const origin = await listening(createTcpServer((socket) => socket.end('SSH-2.0-OpenSSH\r\n')))
  const result = await http(`http://${origin}`).send(get(`http://${origin}`), never)
  expect(result).toMatchObject({ failure: { kind: 'server' } })
})

test('reports a TLS failure', async () => {
  const host = await listening(createServer((_, response) => response.end()))
  const result = await http(`https://${host}`).send(get(`https://${host}/`, { method: 'POST' }), never)
  expect(result).toMatchObject({ failure: { kind: 'tls', retryable: true } })
})

test('reports an unknown host as offline and not sent', async () => {
  const origin = 'http://nobody.invalid'
  const result = await http(origin).send(get(`${origin}/`, { method: 'DELETE' }), never)
  expect(result).toMatchObject({ failure: { kind: 'offline', notSent: true } })
})
