/** A reverse proxy in front of one of the stand-in's servers: with TLS, under another name, or on IPv6 only. */
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { TLSSocket } from 'node:tls'
import type { Certificate } from './certificate-authority.ts'

export type ReverseProxy = {
  readonly url: string
  /** The common names of the certificates that clients have presented; '' for a connection without one. */
  readonly clientCertificates: readonly string[]
  /** Connections that clients gave up during the handshake. */
  readonly abortedHandshakes: () => number
  close(): Promise<void>
}

export type ReverseProxyOptions = {
  /** URL of the server. Its origin is replaced by the proxy's own in response bodies. */
  readonly target: string
  readonly host: string
  readonly listenOn?: '127.0.0.1' | '::1'
  readonly certificate?: Certificate
  /** Requests a certificate from every client, but doesn't require one. */
  readonly wantsClientCertificate?: boolean
}

export async function startReverseProxy(options: ReverseProxyOptions): Promise<ReverseProxy> {
  const { host, listenOn = '127.0.0.1', certificate, wantsClientCertificate = false } = options
  const clientCertificates: string[] = []
  let abortedHandshakes = 0
  const target = new URL(options.target)
  let origin = ''
  const forward = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const headers = { ...incoming.headers, host: target.host, 'accept-encoding': 'identity' }
    const { method, url: path } = incoming
    const forwarded = request(
      { host: target.hostname, port: target.port, path, method, headers },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => {
          const { 'content-length': _length, ...rest } = response.headers
          outgoing.writeHead(response.statusCode ?? 502, rest)
          outgoing.end(Buffer.concat(chunks).toString().replaceAll(target.origin, origin))
        })
        response.on('error', () => outgoing.destroy())
      },
    )
    forwarded.on('error', () => outgoing.destroy())
    incoming.pipe(forwarded)
  }
  const server = certificate
    ? createTlsServer(
        { ...certificate, requestCert: wantsClientCertificate, rejectUnauthorized: false },
        forward,
      )
    : createServer(forward)
  server.on('secureConnection', (socket: TLSSocket) => {
    clientCertificates.push(String(socket.getPeerCertificate().subject?.CN ?? ''))
  })
  server.on('tlsClientError', () => {
    abortedHandshakes += 1
  })
  await new Promise<void>((listening) => server.listen(0, listenOn, listening))
  const { port } = server.address() as AddressInfo
  origin = `${certificate ? 'https' : 'http'}://${host}:${port}`
  const path = target.pathname === '/' ? '' : target.pathname
  return {
    url: origin + path,
    clientCertificates,
    abortedHandshakes: () => abortedHandshakes,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}
