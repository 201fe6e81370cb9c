/** A proxy as companies have them: tunnels and absolute addresses, with a password if wanted (RFC 9110 9.3.6, 11.7). */
import { createServer, type IncomingMessage, request } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'

export type ProxyRequest = {
  readonly method: string
  readonly target: string
  /** What was sent as name and password, or null. */
  readonly credentials: string | null
  readonly allowed: boolean
}

export type LocalProxy = {
  /** Host and port. */
  readonly address: string
  readonly requests: readonly ProxyRequest[]
  /** `name:password` that it wants from now on; null: none. */
  setPassword(credentials: string | null): void
  /** From now on tunnels are refused with this status. */
  setBlocked(status: number | null): void
  close(): Promise<void>
}

const realm = 'Halden Works'

/** Every name leads to this computer: nothing else is ever reached. */
export async function startProxy(password: string | null = null): Promise<LocalProxy> {
  const requests: ProxyRequest[] = []
  const tunnels = new Set<Socket>()
  let wanted = password
  let blocked: number | null = null

  function admit({ method = '', url = '', headers }: IncomingMessage): boolean {
    const [scheme, encoded] = (headers['proxy-authorization'] ?? '').split(' ')
    const isBasic = scheme === 'Basic' && encoded !== undefined
    const credentials = isBasic ? Buffer.from(encoded, 'base64').toString() : null
    const allowed = wanted === null || credentials === wanted
    requests.push({ method, target: url, credentials, allowed })
    return allowed
  }

  const server = createServer((incoming, outgoing) => {
    if (!admit(incoming)) {
      outgoing.writeHead(407, {
        'Proxy-Authenticate': `Basic realm="${realm}"`,
        'Content-Type': 'text/plain',
      })
      outgoing.end('Log in to the proxy')
      return
    }
    const { port, pathname, search } = new URL(incoming.url ?? '')
    const { 'proxy-authorization': _kept, ...headers } = incoming.headers
    const onward = request(
      { host: '127.0.0.1', port, path: pathname + search, method: incoming.method, headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
      },
    )
    onward.on('error', () => outgoing.destroy())
    incoming.pipe(onward)
  })
  server.on('connect', (incoming: IncomingMessage, socket: Socket) => {
    tunnels.add(socket)
    socket.on('error', () => {})
    if (!admit(incoming)) {
      const challenge = `Proxy-Authenticate: Basic realm="${realm}"`
      socket.end(`HTTP/1.1 407 Proxy Authentication Required\r\n${challenge}\r\nContent-Length: 0\r\n\r\n`)
      return
    }
    if (blocked !== null) {
      socket.end(`HTTP/1.1 ${blocked} Blocked\r\nContent-Type: text/plain\r\nContent-Length: 6\r\n\r\nPolicy`)
      return
    }
    const onward = connect(Number(incoming.url?.split(':').at(-1)), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      onward.pipe(socket)
      socket.pipe(onward)
    })
    onward.on('error', () => socket.destroy())
    socket.on('close', () => onward.destroy())
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    setPassword: (credentials) => {
      wanted = credentials
    },
    setBlocked: (status) => {
      blocked = status
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
        for (const tunnel of tunnels) tunnel.destroy()
      }),
  }
}
