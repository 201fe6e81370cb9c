/** An HTTP proxy with tunnels, absolute-form requests and optional Basic authentication (RFC 9110 9.3.6, 11.7). */
import { createServer, type IncomingMessage, request } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'

type ProxyRequest = {
  readonly method: string
  readonly target: string
  /** The Basic credentials that were sent, as `name:password`. */
  readonly credentials: string | null
  readonly allowed: boolean
}

export type LocalProxy = {
  /** Host and port. */
  readonly address: string
  readonly requests: readonly ProxyRequest[]
  /** Requires these credentials, as `name:password`; null: none. */
  setCredentials(credentials: string | null): void
  /** Rejects tunnels with this status; null: allows them. */
  setBlocked(status: number | null): void
  close(): Promise<void>
}

const realm = 'Halden Works'

/** Resolves every host name to this computer, so that no other host is ever reached. */
export async function startProxy(): Promise<LocalProxy> {
  const requests: ProxyRequest[] = []
  const tunnels = new Set<Socket>()
  let requiredCredentials: string | null = null
  let blockedStatus: number | null = null

  function authenticate({ method = '', url = '', headers }: IncomingMessage): boolean {
    const [scheme, encoded] = (headers['proxy-authorization'] ?? '').split(' ')
    const isBasic = scheme === 'Basic' && encoded !== undefined
    const credentials = isBasic ? Buffer.from(encoded, 'base64').toString() : null
    const allowed = requiredCredentials === null || credentials === requiredCredentials
    requests.push({ method, target: url, credentials, allowed })
    return allowed
  }

  const server = createServer((incoming, outgoing) => {
    if (!authenticate(incoming)) {
      outgoing.writeHead(407, {
        'Proxy-Authenticate': `Basic realm="${realm}"`,
        'Content-Type': 'text/plain',
      })
      outgoing.end('Log in to the proxy')
      return
    }
    const { port, pathname, search } = new URL(incoming.url ?? '')
    const { 'proxy-authorization': _kept, ...headers } = incoming.headers
    const upstream = request(
      { host: '127.0.0.1', port, path: pathname + search, method: incoming.method, headers },
      (response) => {
        outgoing.writeHead(response.statusCode ?? 502, response.headers)
        response.pipe(outgoing)
      },
    )
    upstream.on('error', () => outgoing.destroy())
    incoming.pipe(upstream)
  })
  server.on('connect', (incoming: IncomingMessage, socket: Socket) => {
    tunnels.add(socket)
    socket.on('error', () => {})
    if (!authenticate(incoming)) {
      const challenge = `Proxy-Authenticate: Basic realm="${realm}"`
      socket.end(`HTTP/1.1 407 Proxy Authentication Required\r\n${challenge}\r\nContent-Length: 0\r\n\r\n`)
      return
    }
    if (blockedStatus !== null) {
      socket.end(
        `HTTP/1.1 ${blockedStatus} Blocked\r\nContent-Type: text/plain\r\nContent-Length: 6\r\n\r\nPolicy`,
      )
      return
    }
    const upstream = connect(Number(incoming.url?.split(':').at(-1)), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      upstream.pipe(socket)
      socket.pipe(upstream)
    })
    upstream.on('error', () => socket.destroy())
    socket.on('close', () => upstream.destroy())
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    setCredentials: (credentials) => {
      requiredCredentials = credentials
    },
    setBlocked: (status) => {
      blockedStatus = status
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
        for (const tunnel of tunnels) tunnel.destroy()
      }),
  }
}
