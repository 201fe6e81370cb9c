import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer as createHttpServer } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { answerQuestion, askStandIn, findRunning, savedAddresses } from './addresses.mjs'

const servers = []
afterEach(() => {
  for (const { server, sockets } of servers.splice(0)) {
    server.close()
    for (const socket of sockets) socket.destroy()
  }
})

async function listen(server) {
  const sockets = new Set()
  server.on('connection', (socket) => sockets.add(socket))
  servers.push({ server, sockets })
  await new Promise((settle) => server.listen(0, '127.0.0.1', settle))
  return server.address().port
}

/** An HTTP server that answers every address with this body. */
const answering = (bodyFor, status = 200) =>
  listen(createHttpServer((request, response) => response.writeHead(status).end(bodyFor(request))))

const addressesAt = (host) => ({ platformUrl: `http://${host}`, serviceApiUrl: 's', controlUrl: 'c' })

/** What the stand-in answers at this host, which a program that passes the question on would repeat. */
const itself = ({ url, headers }, host = headers.host) =>
  JSON.stringify(answerQuestion(url, 'abc', addressesAt(host)))

test('the stand-in answers with its addresses', async () => {
  const port = await answering((request) => itself(request))
  expect(await askStandIn(port, 'abc')).toEqual(addressesAt(`127.0.0.1:${port}`))
  expect(await askStandIn(port, 'other')).toBeNull()
})

test('a program on the port learns neither the id nor anything that opens the stand-in', async () => {
  const secret = 'a-secret-of-this-clone'
  const seen = []
  const port = await answering((request) => {
    seen.push(request)
    return JSON.stringify(addressesAt(request.headers.host))
  })
  expect(await askStandIn(port, secret)).toBeNull()
  expect(await askStandIn(port, secret)).toBeNull()
  const [first, second] = seen
  expect(JSON.stringify([first.url, first.rawHeaders])).not.toContain(secret)
  expect(first.url).not.toBe(second.url)
  expect(answerQuestion(first.url, secret, addressesAt(`127.0.0.1:${port}`))).not.toBeNull()
  expect(answerQuestion(first.url, secret, addressesAt(`127.0.0.1:${port + 1}`))).toBeNull()
})

test.each([
  ['answers every address with a page', () => answering(() => '<!doctype html>')],
  ['answers with other JSON', () => answering(() => 'null')],
  ['names another server', () => answering((request) => itself(request, '127.0.0.1:1'))],
  ['claims to be it', () => answering(({ headers }) => JSON.stringify(addressesAt(headers.host)))],
  ['refuses', () => answering((request) => itself(request), 404)],
  ['hangs up', () => listen(createServer((socket) => socket.destroy()))],
  [
    'hangs up in the middle',
    () => listen(createServer((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{'))),
  ],
  ['speaks another protocol', () => listen(createServer((socket) => socket.end('SSH-2.0-x\r\n')))],
  ['stays silent', () => listen(createServer(() => {}))],
  ['never ends its answer', () => listen(createServer((socket) => socket.write('HTTP/1.1 200 OK\r\n\r\n{')))],
])('a program that %s is not taken for it', async (_what, program) => {
  expect(await askStandIn(await program(), 'abc')).toBeNull()
})

test('nothing listens there', async () => {
  const port = await answering(() => '')
  const [{ server }] = servers.splice(0)
  await new Promise((settle) => server.close(settle))
  expect(await askStandIn(port, 'abc')).toBeNull()
})

test.each([
  ['a port that is no port', { id: 'abc', pairs: [[70000, 8788]] }],
  ['a port that any program could have', { id: 'abc', pairs: [[8787, 0]] }],
  ['one port twice', { id: 'abc', pairs: [[8787, 8787]] }],
  ['an id that no address can hold', { id: '../a b', pairs: [] }],
  ['no id', { id: null, pairs: [] }],
  ['no pairs', { id: 'abc' }],
  ['nothing', null],
])('a file with %s is replaced', async (_what, kept) => {
  const folder = mkdtempSync(join(tmpdir(), 'addresses-'))
  const stateFile = join(folder, 'state.json')
  try {
    writeFileSync(join(folder, 'state.addresses.json'), JSON.stringify(kept))
    expect(await findRunning(stateFile)).toBeNull()
    const replaced = savedAddresses(stateFile)
    expect(replaced).toEqual({ id: expect.stringMatching(/^[\w-]{24}$/), pairs: [] })
    expect(savedAddresses(stateFile)).toEqual(replaced)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
