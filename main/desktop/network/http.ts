/** The Http port over Chromium's network stack, which knows the system's proxy and certificates. Writes no cache. */
import type { ClientRequest, IncomingMessage, Net, Session, session } from 'electron'
import { type Failure, failed, ok, type Result } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import type { Http, HttpReply, HttpRequest } from '../../ports.ts'
import type { ProxyAuth, ProxyPasswords } from '../../proxy/proxy-passwords.ts'
import { httpSessions } from './http-sessions.ts'
import { failureOfNetError } from './net-errors.ts'

/** Counted while reading, after decompression. */
const maxReplyBytes = 1024 * 1024

export type ElectronHttpOptions = {
  readonly net: Net
  readonly session: typeof session
  /** Requests to any other origin fail as a bug and aren't sent. */
  readonly allowedOrigins: readonly string[]
  readonly userAgent: string
  /** Every request waits for it. */
  readonly mayStart: Promise<unknown>
  /** Answers a proxy's authentication challenge. */
  readonly proxy: Pick<ProxyPasswords, 'begin' | 'trialIn'>
}

/**
 * Call it only after the app is ready. Refuses redirects, neither stores nor sends cookies, and never overrides a
 * certificate error. Failures name the network error and the host, never a query, a header or a body. Only POST and
 * DELETE can fail with `notSent`.
 */
export function electronHttp(options: ElectronHttpOptions): Http {
  const { net, session, allowedOrigins, userAgent, mayStart, proxy } = options
  const sessions = httpSessions((partition) => session.fromPartition(partition, { cache: false }))
  let hasStarted = false
  void mayStart.then(() => {
    hasStarted = true
  })
  return {
    async send(request, signal) {
      const url = allowedUrl(request.url, allowedOrigins)
      if (url === null)
        return failed(failure('bug', 'A request to an address that is not allowed was not sent.'))
      if (!hasStarted) await Promise.race([mayStart, aborted(signal)])
      const repeatable = request.method === 'GET'
      const used = repeatable ? sessions.shared : sessions.acquire()
      try {
        // Chromium reuses a proxy password on its own, so an untested one must first be confirmed.
        await proxy.trialIn(used)
        if (signal.aborted)
          return failed(failure('cancelled', 'Cancelled before it was sent.', { notSent: true }))
        const auth = proxy.begin(used, url.origin)
        return await exchange({
          net,
          session: used,
          request,
          url,
          userAgent,
          signal,
          auth,
          isFreshConnection: !repeatable,
        })
      } finally {
        if (!repeatable) sessions.release(used)
      }
    },
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

function allowedUrl(address: string, allowedOrigins: readonly string[]): URL | null {
  try {
    const url = new URL(address)
    const hasUserInfo = url.username !== '' || url.password !== ''
    return allowedOrigins.includes(url.origin) && !hasUserInfo ? url : null
  } catch {
    return null
  }
}

type Exchange = {
  readonly net: Net
  readonly session: Session
  readonly request: HttpRequest
  readonly url: URL
  readonly userAgent: string
  readonly signal: AbortSignal
  /** `session` had no open connection before. */
  readonly isFreshConnection: boolean
  readonly auth: ProxyAuth
}

function exchange({
  net,
  session,
  request,
  url,
  userAgent,
  signal,
  isFreshConnection,
  auth,
}: Exchange): Promise<Result<HttpReply>> {
  return new Promise((resolve) => {
    let outgoing: ClientRequest | undefined
    let settled = false
    const settle = (result: Result<HttpReply>): void => {
      if (settled) return
      settled = true
      clearTimeout(deadline)
      signal.removeEventListener('abort', onAbort)
      auth.end(isAnswered(result))
      resolve(result)
      if (!result.ok) outgoing?.abort()
    }
    const fail = (why: Failure): void => settle(failed(why))
    const onAbort = (): void => fail(failure('cancelled', `Cancelled (${url.host}).`))
    const deadline = setTimeout(
      () => fail(failure('timeout', `No whole answer in ${request.timeoutMs} ms (${url.host}).`)),
      request.timeoutMs,
    )
    signal.addEventListener('abort', onAbort)
    try {
      outgoing = net.request({
        method: request.method,
        url: url.href,
        session,
        redirect: 'manual',
        credentials: 'omit',
        useSessionCookies: false,
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
      })
      // Never removed: an error after the abort must not become an uncaught exception.
      outgoing.on('error', (error) => fail(failureOfNetError(error.message, url.host, isFreshConnection)))
      outgoing.on('abort', () => fail(failureOfNetError('ERR_ABORTED', url.host, isFreshConnection)))
      outgoing.on('redirect', (_status, _method, target) => {
        fail(
          failure('redirected', `Redirected to ${hostOf(target, url)}, which is not followed (${url.host}).`),
        )
      })
      outgoing.on('login', (challenge, answer) => {
        // The service never asks like this, and a server must not get the proxy's password.
        if (!challenge.isProxy) return answer()
        void auth.answer(challenge).then((credentials) => {
          if (settled) return
          if (credentials !== null) return answer(credentials.username, credentials.password)
          // An HTTPS request starts after the tunnel is open; a plain HTTP request was already sent to the proxy.
          const nothingSent = isFreshConnection && url.protocol === 'https:'
          const why = `The proxy ${challenge.host}:${challenge.port} wants a password (${url.host}).`
          fail(failure('proxy-auth', why, nothingSent ? { notSent: true } : {}))
        })
      })
      outgoing.on('response', (response) => read(response, url.host, settle))
      for (const [name, value] of Object.entries(request.headers)) outgoing.setHeader(name, value)
      outgoing.setHeader('User-Agent', userAgent)
      outgoing.setHeader('Cache-Control', 'no-store')
      outgoing.end(request.body)
    } catch {
      // The error may quote a header, so it isn't passed on.
      fail(failure('bug', `The request could not be put together (${url.host}).`, { notSent: true }))
    }
  })
}

/** Whether a server behind the proxy has answered, with any status. */
function isAnswered(result: Result<HttpReply>): boolean {
  return result.ok ? result.value.status !== 407 : result.failure.kind === 'redirected'
}

function read(response: IncomingMessage, host: string, settle: (result: Result<HttpReply>) => void): void {
  const chunks: Buffer[] = []
  let size = 0
  const cutOff = (code: string): void => settle(failed(failureOfNetError(code, host, false)))
  response.on('data', (chunk) => {
    size += chunk.byteLength
    if (size > maxReplyBytes) settle(failed(failure('server', `The reply was larger than 1 MiB (${host}).`)))
    else chunks.push(chunk)
  })
  response.on('aborted', () => cutOff('ERR_CONNECTION_CLOSED'))
  response.on('error', (error: Error | undefined) => cutOff(error?.message ?? ''))
  response.on('end', () => {
    const body = new TextDecoder().decode(Buffer.concat(chunks))
    settle(ok({ status: response.statusCode, headers: plainHeaders(response.headers), body }))
  })
}

function plainHeaders(headers: Readonly<Record<string, string | readonly string[]>>): Record<string, string> {
  const plain: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    plain[name.toLowerCase()] = typeof value === 'string' ? value : value.join(', ')
  }
  return plain
}

function hostOf(target: string, base: URL): string {
  try {
    return new URL(target, base).host || 'another place'
  } catch {
    return 'an unreadable address'
  }
}
