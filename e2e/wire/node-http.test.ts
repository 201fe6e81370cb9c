/** The tests' own Http port: it must promise what the product's does, or the wire tests prove nothing. */
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

async function listening(its: Server | TcpServer): Promise<string> {
  server = its
  await new Promise<void>((resolve) => its.listen(0, '127.0.0.1', resolve))
  return `127.0.0.1:${(its.address() as AddressInfo).port}`
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

test('sends method, headers and body, and gives the reply with lower-case names', async () => {
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

test.each([1024 * 1024, 1024 * 1024 + 1])('a reply of %i bytes', async (size) => {
  const origin = await serving((_, response) => response.end('x'.repeat(size)))
  const result = await http(origin).send(get(origin), never)
  if (size > 1024 * 1024) expect(result).toMatchObject({ failure: { kind: 'server' } })
  else expect(result.ok && result.value.body.length).toBe(size)
})

test('a reply without end is left at 1 MiB', async () => {
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

test('one deadline, also when a byte comes now and then', async () => {
  const origin = await serving((_, response) => {
    const timer = setInterval(() => response.write('x'), 10)
    response.on('close', () => clearInterval(timer))
  })
  const its = http(origin)
  const result = await its.send(get(origin, { timeoutMs: 80 }), never)
  expect(result).toMatchObject({ failure: { kind: 'timeout', retryable: true } })
  expect(its.inFlight).toBe(0)
})

test('another origin, user info, and what is no address: a mistake, not sent', async () => {
  const origin = await serving((_, response) => response.end())
  for (const url of ['http://127.0.0.1:1/', `${origin.replace('//', '//me:word@')}/`, 'nonsense', '']) {
    expect(await http(origin).send(get(url), never)).toMatchObject({ failure: { kind: 'bug' } })
  }
  expect(await http(origin).send(get(origin, { headers: { 'x-odd': 'a\nb' } }), never)).toMatchObject({
    failure: { kind: 'bug', notSent: true },
  })
})

test('no HTTP at all', async () => {
  const origin = await listening(createTcpServer((socket) => socket.end('SSH-2.0-OpenSSH\r\n')))
  const result = await http(`http://${origin}`).send(get(`http://${origin}`), never)
  expect(result).toMatchObject({ failure: { kind: 'server' } })
})

test('TLS to a server that speaks none', async () => {
  const host = await listening(createServer((_, response) => response.end()))
  const result = await http(`https://${host}`).send(get(`https://${host}/`, { method: 'POST' }), never)
  expect(result).toMatchObject({ failure: { kind: 'tls', retryable: true } })
})

test('a name that nobody has: offline, certainly not sent', async () => {
  const origin = 'http://nobody.invalid'
  const result = await http(origin).send(get(`${origin}/`, { method: 'DELETE' }), never)
  expect(result).toMatchObject({ failure: { kind: 'offline', notSent: true } })
})
