import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'

/** A request with its whole body. */
export interface Call {
  method: string
  /** Without the query. */
  path: string
  query: URLSearchParams
  headers: IncomingHttpHeaders
  body: string
}

/** A response, buffered so that a fault can alter it. */
export interface Reply {
  status: number
  headers: Record<string, string | string[]>
  body: string
}

const BODY_LIMIT_BYTES = 1024 * 1024

/** A JSON response that must not be cached: RFC 6749 5.1 requires it for tokens, and balances are private too. */
export function json(status: number, value: unknown, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      pragma: 'no-cache',
      ...headers,
    },
    body: JSON.stringify(value),
  }
}

/** Reads the whole body; null when it exceeds the limit. */
export async function readBody(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > BODY_LIMIT_BYTES) return null
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** Splits a request target into path and query; unlike `URL` it accepts malformed targets. */
export function splitTarget(target: string): { path: string; query: URLSearchParams } {
  const at = target.indexOf('?')
  if (at < 0) return { path: target, query: new URLSearchParams() }
  return { path: target.slice(0, at), query: new URLSearchParams(target.slice(at + 1)) }
}

/** Media type of a request without parameters, in lower case. */
export function mediaType(headers: IncomingHttpHeaders): string {
  return (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

/** Sends the whole response. */
export function send(response: ServerResponse, reply: Reply): void {
  const body = Buffer.from(reply.body, 'utf8')
  response.writeHead(reply.status, { ...reply.headers, 'content-length': body.length })
  response.end(body)
}

/** Announces the whole body and closes the connection after half of it. */
export function sendCutOff(response: ServerResponse, reply: Reply): void {
  const body = Buffer.from(reply.body, 'utf8')
  response.writeHead(reply.status, { ...reply.headers, 'content-length': Math.max(body.length, 2) })
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.destroy())
}

/** True when a parsed JSON value is an object with members. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
