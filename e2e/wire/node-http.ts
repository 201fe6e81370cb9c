/**
 * The Http port over node:http, with the contract of `main/desktop/network/http.ts`: redirects refused, at most 1 MiB,
 * one deadline, and the product's mapping of network errors. It lets the wire tests run without Electron.
 */
import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { failureOfNetError } from '../../main/desktop/network/net-errors.ts'
import { failure } from '../../main/parallel/failures.ts'
import type { Http, HttpReply, HttpRequest } from '../../main/ports.ts'
import { type Failure, failed, ok, type Result } from '../../preload/contract/index.ts'

const maxReplyBytes = 1024 * 1024
const redirects = [301, 302, 303, 307, 308]

/** Calls `end` after `ms`, unless the signal is aborted before. */
export type Deadline = (ms: number, end: () => void, signal: AbortSignal) => void

const realTime: Deadline = (ms, end, signal) => {
  const timer = setTimeout(end, ms)
  signal.addEventListener('abort', () => clearTimeout(timer))
}

export type NodeHttp = Http & {
  /** The number of requests without an outcome. */
  readonly inFlight: number
}

/** @param deadline measures the time of a request; tests on a virtual clock pass that clock's */
export function nodeHttp(allowedOrigins: readonly string[], deadline: Deadline = realTime): NodeHttp {
  let inFlight = 0
  return {
    get inFlight() {
      return inFlight
    },
    async send(request, signal) {
      const url = URL.canParse(request.url) ? new URL(request.url) : null
      if (url === null || !allowedOrigins.includes(url.origin) || url.username + url.password !== '')
        return failed(failure('bug', 'A request to an address that is not allowed was not sent.'))
      if (signal.aborted)
        return failed(failure('cancelled', 'Cancelled before it was sent.', { notSent: true }))
      inFlight++
      try {
        return await exchange(request, url, deadline, signal)
      } finally {
        inFlight--
      }
    },
  }
}

function exchange(
  request: HttpRequest,
  url: URL,
  deadline: Deadline,
  signal: AbortSignal,
): Promise<Result<HttpReply>> {
  return new Promise((resolve) => {
    let outgoing: ClientRequest | undefined
    const settled = new AbortController()
    const settle = (result: Result<HttpReply>): void => {
      if (settled.signal.aborted) return
      settled.abort()
      signal.removeEventListener('abort', onAbort)
      resolve(result)
      if (!result.ok) outgoing?.destroy()
    }
    const fail = (reason: Failure): void => settle(failed(reason))
    const onAbort = (): void => fail(failure('cancelled', `Cancelled (${url.host}).`))
    const onDeadline = (): void =>
      fail(failure('timeout', `No whole answer in ${request.timeoutMs} ms (${url.host}).`))
    deadline(request.timeoutMs, onDeadline, settled.signal)
    signal.addEventListener('abort', onAbort)
    const { method, headers, body } = request
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    try {
      const start = url.protocol === 'https:' ? requestHttps : requestHttp
      outgoing = start(url, { method, headers: { ...headers, ...length }, agent: false })
      // As in the product, a GET is never reported as not sent.
      const fresh = method !== 'GET'
      outgoing.on('error', (error) => fail(failureOfNetError(chromiumName(error), url.host, fresh)))
      outgoing.on('response', (response) => read(response, url, settle))
      outgoing.end(body)
    } catch {
      fail(failure('bug', `The request could not be put together (${url.host}).`, { notSent: true }))
    }
  })
}

function read(response: IncomingMessage, url: URL, settle: (result: Result<HttpReply>) => void): void {
  const { statusCode: status = 0, headers } = response
  if (redirects.includes(status) && headers.location !== undefined) {
    const target = URL.canParse(headers.location, url) ? new URL(headers.location, url).host : ''
    const where = target || 'an unreadable address'
    const message = `Redirected to ${where}, which is not followed (${url.host}).`
    settle(failed(failure('redirected', message)))
    return
  }
  const chunks: Buffer[] = []
  let size = 0
  response.on('data', (chunk: Buffer) => {
    size += chunk.byteLength
    if (size > maxReplyBytes)
      settle(failed(failure('server', `The reply was larger than 1 MiB (${url.host}).`)))
    else chunks.push(chunk)
  })
  response.on('error', () => settle(failed(failureOfNetError('ERR_CONNECTION_CLOSED', url.host, false))))
  response.on('end', () => {
    const body = new TextDecoder().decode(Buffer.concat(chunks))
    settle(ok({ status, headers: plainHeaders(headers), body }))
  })
}

function plainHeaders(headers: IncomingMessage['headers']): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')])
  return Object.fromEntries(entries)
}

const chromiumNames: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'ERR_CONNECTION_REFUSED',
  ENOTFOUND: 'ERR_NAME_NOT_RESOLVED',
  EAI_AGAIN: 'ERR_NAME_NOT_RESOLVED',
  ETIMEDOUT: 'ERR_CONNECTION_TIMED_OUT',
  EHOSTUNREACH: 'ERR_ADDRESS_UNREACHABLE',
  ENETUNREACH: 'ERR_INTERNET_DISCONNECTED',
  ECONNRESET: 'ERR_CONNECTION_RESET',
  EPROTO: 'ERR_SSL_PROTOCOL_ERROR',
}

/** Chromium's name for the error that Node calls `error.code`. */
function chromiumName(error: Error): string {
  const code = String((error as NodeJS.ErrnoException).code ?? '')
  if (code.startsWith('HPE_')) return 'ERR_INVALID_HTTP_RESPONSE'
  if (/CERT|ALTNAME|SIGNATURE/.test(code)) return 'ERR_CERT_INVALID'
  return chromiumNames[code] ?? 'ERR_FAILED'
}
