/** A server that the window must never reach: records every TCP connection, HTTP request and UDP packet. */
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type CanaryServer = {
  readonly port: number
  readonly url: string
  /** One entry for each connection, request and packet so far. */
  hits(): readonly string[]
  close(): Promise<void>
}

export async function startCanaryServer(): Promise<CanaryServer> {
  const hits: string[] = []
  const server = createServer((request, response) => {
    hits.push(`${request.method} ${request.url}`)
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.end('<title>canary</title>')
  })
  server.on('connection', () => hits.push('connection'))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const packets = createSocket('udp4', () => hits.push('packet'))
  packets.bind(port, '127.0.0.1')
  await once(packets, 'listening')
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    hits: () => [...hits],
    close: async () => {
      packets.close()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
