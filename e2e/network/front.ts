/** Stands before one of the stand-in's servers under another address: with TLS, or on IPv6 only. */
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Certificate } from './authority.ts'

export type Front = { readonly url: string; close(): Promise<void> }

export type FrontOptions = {
  /** What it leads to. */
  readonly to: string
  /** Answers may name this server: it is named by the front's own address in its place. */
  readonly naming?: string
  readonly host: string
  readonly listenOn?: '127.0.0.1' | '::1'
  readonly certificate?: Certificate
}

export async function startFront(options: FrontOptions): Promise<Front> {
  const { to, host, listenOn = '127.0.0.1', certificate, naming = new URL(to).origin } = options
  const target = new URL(to)
  let origin = ''
  const forward = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const headers = { ...incoming.headers, host: target.host, 'accept-encoding': 'identity' }
    const { method, url: path } = incoming
    const onward = request({ host: target.hostname, port: target.port, path, method, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const { 'content-length': _length, ...rest } = answer.headers
        outgoing.writeHead(answer.statusCode ?? 502, rest)
        outgoing.end(Buffer.concat(chunks).toString().replaceAll(naming, origin))
      })
      answer.on('error', () => outgoing.destroy())
    })
    onward.on('error', () => outgoing.destroy())
    incoming.pipe(onward)
  }
  const server = certificate ? createTlsServer(certificate, forward) : createServer(forward)
  await new Promise<void>((listening) => server.listen(0, listenOn, listening))
  const { port } = server.address() as AddressInfo
  origin = `${certificate ? 'https' : 'http'}://${host}:${port}`
  const path = target.pathname === '/' ? '' : target.pathname
  return {
    url: origin + path,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}
