/** One request to the service: converts every possible response, also of a proxy on the way, to a value or a Failure. */
import * as v from 'valibot'
import { type Failure, type FailureKind, failed, ok, type Result } from '../../preload/contract/index.ts'
import type { Clock, Http, HttpReply, HttpRequest } from '../ports.ts'
import { failure } from './failures.ts'
import { anyHttpDate, parseHttpDate } from './http-date.ts'

/** `oauthError`: the error code of RFC 6749 5.2. */
export type Refusal = { readonly failure: Failure; readonly oauthError?: string; readonly body?: unknown }
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal }

export type OnFailure = (request: HttpRequest, failure: Failure) => Failure

/** RFC 8628 3.5: the errors after which a client continues polling. */
const pollAgainErrors: readonly string[] = ['authorization_pending', 'slow_down']
const temporaryErrors: readonly string[] = ['server_error', 'temporarily_unavailable']
/** RFC 6749 4.1.2.1 and 5.2, RFC 8628 3.5. */
const oauthErrors: ReadonlySet<string> = new Set([
  ...pollAgainErrors,
  'access_denied',
  'expired_token',
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'invalid_scope',
  'unauthorized_client',
  'unsupported_grant_type',
  ...temporaryErrors,
])
const maxRetryAfterMs = 24 * 3600 * 1000

const kindOfStatus: Readonly<Record<number, FailureKind>> = {
  400: 'invalid',
  401: 'unauthorized',
  402: 'declined',
  403: 'forbidden',
  404: 'not-found',
  408: 'timeout',
  409: 'conflict',
  422: 'invalid',
  425: 'server',
  429: 'rate-limited',
}

export class Exchange {
  readonly #http: Http
  readonly #clock: Clock
  readonly #onFailure: OnFailure

  /** @param onFailure called with every failure except a pending poll; returns the failure to pass on */
  constructor(http: Http, clock: Clock, onFailure: OnFailure = (_request, why) => why) {
    this.#http = http
    this.#clock = clock
    this.#onFailure = onFailure
  }

  /**
   * Sends the request and parses the reply with `schema`. Never rejects.
   * @param secrets in the request, removed from failures in case the server quotes them
   */
  async ask<S extends v.GenericSchema>(
    request: HttpRequest,
    schema: S,
    signal: AbortSignal,
    secrets: readonly string[] = [],
  ): Promise<Answer<v.InferOutput<S>>> {
    const answer = await this.#send(request, schema, signal)
    if (answer.ok) return answer
    const { failure: why, oauthError } = answer.refusal
    const clean = without(secrets, why)
    const isExpected = why.kind === 'cancelled' || pollAgainErrors.includes(oauthError ?? '')
    const reported = isExpected ? clean : this.#onFailure(request, clean)
    return { ok: false, refusal: { ...answer.refusal, failure: reported } }
  }

  async #send<S extends v.GenericSchema>(
    request: HttpRequest,
    schema: S,
    signal: AbortSignal,
  ): Promise<Answer<v.InferOutput<S>>> {
    const sent = await this.#http.send(request, signal)
    if (!sent.ok) return { ok: false, refusal: { failure: sent.failure } }
    const reply = sent.value
    if (reply.status < 200 || reply.status > 299) return { ok: false, refusal: this.#refusal(reply) }
    const body = readBody(reply)
    if (body.kind === 'page') return { ok: false, refusal: { failure: notFromService(reply, 'a web page') } }
    const value = body.kind === 'json' ? body.value : body.kind === 'text' ? reply.body : undefined
    // An object schema without required members accepts an array.
    const parsed = v.safeParse(schema, Array.isArray(value) ? null : value)
    if (parsed.success) return { ok: true, value: parsed.output }
    if (body.kind === 'text') return { ok: false, refusal: { failure: notFromService(reply, 'text') } }
    const { oauthError, message = '' } = parseError(value)
    if (oauthError !== undefined && oauthErrors.has(oauthError)) {
      const kind = temporaryErrors.includes(oauthError) ? 'server' : 'invalid'
      const said = failure(kind, message, reference(reply))
      return { ok: false, refusal: { failure: said, oauthError, body: value } }
    }
    // Names the invalid member without its value, which may be a secret.
    const where = parsed.issues.map((issue) => v.getDotPath(issue) ?? 'reply').join(', ')
    const broken = failure('server', `The reply didn't have the agreed form: ${where}.`, reference(reply))
    return { ok: false, refusal: { failure: broken, body: value } }
  }

  #refusal(reply: HttpReply): Refusal {
    const retryAfterMs = parseRetryAfter(reply.headers['retry-after'], timeOf(reply, this.#clock.now()))
    const more = { ...reference(reply), ...(retryAfterMs === undefined ? {} : { retryAfterMs }) }
    if (reply.status >= 300 && reply.status < 400) {
      return { failure: failure('redirected', `Redirected (${reply.status}), which is not followed.`, more) }
    }
    const body = readBody(reply)
    const value = body.kind === 'json' ? body.value : undefined
    const error = parseError(value)
    if (reply.status >= 500) {
      // RFC 6585 6: a captive portal.
      if (reply.status === 511) return { failure: notFromService(reply, 'a network', more) }
      const { message } = error
      return { failure: failure('server', `${reply.status}${message ? `: ${message}` : ''}`, more) }
    }
    if (reply.status === 407)
      return { failure: failure('proxy-auth', 'A proxy wants a password (407).', more) }
    if (!isFromService(reply, body)) {
      const what = {
        page: 'a web page',
        empty: 'nothing',
        text: 'text',
        json: 'other JSON',
        broken: 'broken JSON',
      }
      return { failure: notFromService(reply, what[body.kind], more) }
    }
    const kind = kindOfStatus[reply.status] ?? 'invalid'
    return {
      failure: failure(kind, error.message ?? `The server answered ${reply.status}.`, {
        ...more,
        ...(error.reference === undefined ? {} : { reference: error.reference }),
      }),
      // RFC 6749 5.2 uses 400 and 401. With another status an `error` may be of a proxy, unless OAuth defines it.
      ...(error.oauthError !== undefined &&
      (reply.status === 400 || reply.status === 401 || oauthErrors.has(error.oauthError))
        ? { oauthError: error.oauthError }
        : {}),
      ...(value === undefined ? {} : { body: value }),
    }
  }
}

function without(secrets: readonly string[], why: Failure): Failure {
  const clean = (text: string): string =>
    secrets.reduce((left, secret) => left.replaceAll(secret, '[removed]'), text)
  const { reference } = why
  return {
    ...why,
    message: clean(why.message),
    ...(reference === undefined ? {} : { reference: clean(reference) }),
  }
}

/** For calls that don't need the OAuth error code. */
export function toResult<T>(answer: Answer<T>): Result<T> {
  return answer.ok ? ok(answer.value) : failed(answer.refusal.failure)
}

type Body =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'empty' }
  | { readonly kind: 'page' }
  /** Declared as JSON but malformed, most likely truncated. */
  | { readonly kind: 'broken' }
  | { readonly kind: 'text' }

function readBody(reply: HttpReply): Body {
  if (reply.body.trim() === '') return { kind: 'empty' }
  try {
    return { kind: 'json', value: JSON.parse(reply.body) }
  } catch {
    if (looksLikePage(reply)) return { kind: 'page' }
    return { kind: (reply.headers['content-type'] ?? '').includes('json') ? 'broken' : 'text' }
  }
}

/**
 * Whether a 4xx comes from the service. Proxies, filters and captive portals use these statuses too, and say nothing
 * about money, keys or sign-ins. The service responds with a JSON object. Without one, a 401 counts if it has the
 * challenge that RFC 6750 3 requires, and statuses that only ask for a retry count from any sender.
 */
function isFromService(reply: HttpReply, body: Body): boolean {
  if (body.kind === 'json' && isObject(body.value)) return true
  if (body.kind === 'page') return false
  const challenge = reply.headers['www-authenticate'] ?? ''
  if (reply.status === 401) return /^\s*bearer\b/i.test(challenge)
  return retryStatuses.has(reply.status)
}

const retryStatuses: ReadonlySet<number> = new Set([408, 425, 429])

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A response that isn't from the service. */
function notFromService(reply: HttpReply, what: string, more: Pick<Failure, 'retryAfterMs'> = {}): Failure {
  return failure('not-json', `${reply.status} with ${what} instead of an answer of the service.`, {
    ...reference(reply),
    ...more,
  })
}

function looksLikePage(reply: HttpReply): boolean {
  return (reply.headers['content-type'] ?? '').includes('html') || /^\s*<(!doctype|html)/i.test(reply.body)
}

function reference(reply: HttpReply): { reference?: string } {
  const id = reply.headers['x-request-id']
  return id !== undefined && /^[\w.:-]{1,100}$/.test(id) ? { reference: id } : {}
}

const text = v.string()
/** The error formats that the service is known to use, the most specific first. */
const oauthShape = v.object({ error: text, error_description: v.optional(v.unknown()) })
const validationShape = v.object({
  detail: v.array(v.object({ loc: v.optional(v.array(v.unknown())), msg: text })),
})
const detailShape = v.object({ detail: text })
const errorShape = v.object({
  error: v.object({
    ref_id: v.optional(v.unknown()),
    message: v.optional(v.unknown()),
    detail: v.optional(v.unknown()),
  }),
})
const codeShape = v.object({ code: v.unknown(), message: text })

type Described = { readonly message?: string; readonly reference?: string; readonly oauthError?: string }

function parseError(body: unknown): Described {
  if (v.is(oauthShape, body)) {
    const description = typeof body.error_description === 'string' ? `: ${body.error_description}` : ''
    return { message: `${body.error}${description}`, oauthError: body.error }
  }
  if (v.is(validationShape, body)) {
    return {
      message: body.detail.map((one) => `${(one.loc ?? []).slice(1).join('.')} ${one.msg}`.trim()).join('; '),
    }
  }
  if (v.is(detailShape, body)) return { message: body.detail }
  if (v.is(errorShape, body)) {
    const { message, detail, ref_id: ref } = body.error
    const joined = [message, detail].filter((part) => typeof part === 'string' && part !== '').join(': ')
    return {
      ...(joined === '' ? {} : { message: joined }),
      ...(typeof ref === 'string' && /^[\w.:-]{1,100}$/.test(ref) ? { reference: ref } : {}),
    }
  }
  if (v.is(codeShape, body)) return { message: body.message }
  return {}
}

const retryAfterMember = new RegExp(
  String.raw`(?:^|,)\s*(?:(?<seconds>\d+(?:\.\d*)?|\.\d+)|(?<date>${anyHttpDate}))\s*(?=,|$)`,
  'g',
)

/**
 * RFC 9110 10.2.3: seconds or a date. Fractions are rounded up to whole seconds. If several servers on the way have each
 * added one, the longest counts.
 * @param now the time, epoch milliseconds, by the clock that the date was made with
 * @returns milliseconds, at most a day; undefined when there is none to honour
 */
export function parseRetryAfter(header: string | undefined, now: number): number | undefined {
  const waits = [...(header ?? '').matchAll(retryAfterMember)].flatMap(({ groups }) => {
    const { seconds, date } = groups ?? {}
    if (seconds !== undefined) return [Math.ceil(Number(seconds)) * 1000]
    const at = parseHttpDate(date ?? '', now)
    return at === undefined ? [] : [Math.max(at - now, 0)]
  })
  return waits.length === 0 ? undefined : Math.min(Math.max(...waits), maxRetryAfterMs)
}

/** The server's time at the response, since the local clock may differ by hours. */
function timeOf(reply: HttpReply, now: number): number {
  return parseHttpDate(reply.headers.date ?? '', now) ?? now
}
