/**
 * One exchange with the service: sends, and turns every answer the service or anything on the way can give
 * into a value or the one Failure.
 */
import * as v from 'valibot'
import { type Failure, type FailureKind, failed, ok, type Result } from '../../preload/contract/index.ts'
import type { Clock, Http, HttpReply, HttpRequest } from '../ports.ts'
import { failure } from './failures.ts'
import { anyHttpDate, parseHttpDate } from './http-date.ts'

/** The RFC 6749 5.2 error code of a refusal, beside the failure it maps to. */
export type Refusal = { readonly failure: Failure; readonly oauthError?: string; readonly body?: unknown }
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal }

export type OnFailure = (request: HttpRequest, failure: Failure) => Failure

/** RFC 8628 3.5: how a poll is told to go on. */
const notYet: readonly string[] = ['authorization_pending', 'slow_down']
const longestRetryAfterMs = 24 * 3600 * 1000

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

  /** @param onFailure told of every request that failed, but not of a poll's "not yet"; what it answers goes on */
  constructor(http: Http, clock: Clock, onFailure: OnFailure = (_request, why) => why) {
    this.#http = http
    this.#clock = clock
    this.#onFailure = onFailure
  }

  /**
   * Sends the request and reads the reply by `schema`. Never rejects.
   * @param secrets what the request carries that must not come back in a failure, should the server quote it
   */
  async ask<S extends v.GenericSchema>(
    request: HttpRequest,
    schema: S,
    signal: AbortSignal,
    secrets: readonly string[] = [],
  ): Promise<Answer<v.InferOutput<S>>> {
    const answer = await this.#ask(request, schema, signal)
    if (answer.ok) return answer
    const { failure: why, oauthError } = answer.refusal
    const clean = without(secrets, why)
    const isNone = why.kind === 'cancelled' || notYet.includes(oauthError ?? '')
    const told = isNone ? clean : this.#onFailure(request, clean)
    return { ok: false, refusal: { ...answer.refusal, failure: told } }
  }

  async #ask<S extends v.GenericSchema>(
    request: HttpRequest,
    schema: S,
    signal: AbortSignal,
  ): Promise<Answer<v.InferOutput<S>>> {
    const sent = await this.#http.send(request, signal)
    if (!sent.ok) return { ok: false, refusal: { failure: sent.failure } }
    const reply = sent.value
    if (reply.status < 200 || reply.status > 299) return { ok: false, refusal: this.#refusal(reply) }
    const body = readBody(reply)
    if (body.kind === 'page') return { ok: false, refusal: { failure: foreign(reply, 'a web page') } }
    const value = body.kind === 'json' ? body.value : body.kind === 'text' ? reply.body : undefined
    // An object schema takes a list for an object without members.
    const parsed = v.safeParse(schema, Array.isArray(value) ? null : value)
    if (parsed.success) return { ok: true, value: parsed.output }
    if (body.kind === 'text') return { ok: false, refusal: { failure: foreign(reply, 'text') } }
    // The path says which member was wrong; its value stays out, it may be a secret.
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
    const said = whatItSays(value)
    if (reply.status >= 500) {
      // RFC 6585 6: a network that wants its users to sign in first says so with this status.
      if (reply.status === 511) return { failure: foreign(reply, 'a network', more) }
      const { message } = said
      return { failure: failure('server', `${reply.status}${message ? `: ${message}` : ''}`, more) }
    }
    if (reply.status === 407)
      return { failure: failure('proxy-auth', 'A proxy wants a password (407).', more) }
    if (!isServices(reply, body)) {
      const what = {
        page: 'a web page',
        empty: 'nothing',
        text: 'text',
        json: 'other JSON',
        broken: 'broken JSON',
      }
      return { failure: foreign(reply, what[body.kind], more) }
    }
    const kind = kindOfStatus[reply.status] ?? 'invalid'
    return {
      failure: failure(kind, said.message ?? `The server answered ${reply.status}.`, {
        ...more,
        ...(said.reference === undefined ? {} : { reference: said.reference }),
      }),
      // RFC 6749 5.2 answers with 400 or 401; an `error` under another status is somebody's on the way.
      ...(said.oauthError !== undefined && (reply.status === 400 || reply.status === 401)
        ? { oauthError: said.oauthError }
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

/** The answer as a plain Result, for calls whose OAuth error code doesn't matter. */
export function toResult<T>(answer: Answer<T>): Result<T> {
  return answer.ok ? ok(answer.value) : failed(answer.refusal.failure)
}

type Body =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'empty' }
  | { readonly kind: 'page' }
  /** It was to be JSON, but isn't: cut off on the way, most likely. */
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
 * Whether a 4xx is the service's own word. Proxies, filters and portals answer with these statuses too, in pages and
 * texts of their own, and what they say is no word about money, keys or sign-ins. The service answers with a JSON
 * object; one status goes without where its meaning is kept by the header that RFC 6750 3 demands, and those that
 * only ask to come again mean the same whoever says them.
 */
function isServices(reply: HttpReply, body: Body): boolean {
  if (body.kind === 'json' && isObject(body.value)) return true
  if (body.kind === 'page') return false
  const challenge = reply.headers['www-authenticate'] ?? ''
  if (reply.status === 401) return /^\s*bearer\b/i.test(challenge)
  return comeAgain.has(reply.status)
}

const comeAgain: ReadonlySet<number> = new Set([408, 425, 429])

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An answer by somebody on the way. */
function foreign(reply: HttpReply, what: string, more: Pick<Failure, 'retryAfterMs'> = {}): Failure {
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
/** Each error shape that the service is known to use, the most telling first. */
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

function whatItSays(body: unknown): Described {
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
    const said = [message, detail].filter((part) => typeof part === 'string' && part !== '').join(': ')
    return {
      ...(said === '' ? {} : { message: said }),
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
 * RFC 9110 10.2.3: seconds or a date. Some send fractions, which are rounded up to whole seconds, or more than one of
 * them (each server on the way adds its own), of which the longest counts.
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
  return waits.length === 0 ? undefined : Math.min(Math.max(...waits), longestRetryAfterMs)
}

/** What the server took for now when it answered: the clock here may differ by hours. */
function timeOf(reply: HttpReply, now: number): number {
  return parseHttpDate(reply.headers.date ?? '', now) ?? now
}
