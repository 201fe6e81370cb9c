/** A server that nothing of the window may ever reach: it notes down everything that arrives, TCP and UDP. */
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Trap = {
  readonly port: number
  readonly url: string
  /** A line for each connection, request and packet until now. */
  caught(): readonly string[]
  close(): Promise<void>
}

export async function openTrap(): Promise<Trap> {
  const caught: string[] = []
  const server = createServer((request, response) => {
    caught.push(`${request.method} ${request.url}`)
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.end('<title>trap</title>')
  })
  server.on('connection', () => caught.push('connection'))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const packets = createSocket('udp4', () => caught.push('packet'))
  packets.bind(port, '127.0.0.1')
  await once(packets, 'listening')
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    caught: () => [...caught],
    close: async () => {
      packets.close()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
