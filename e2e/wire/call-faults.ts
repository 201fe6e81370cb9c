/** Every kind of bad response, and the Failure that each call must turn it into. */
import type { Failure, FailureKind } from '../../preload/contract/index.ts'
import type { FaultKind } from '../platform/faults.ts'

/** The expected result of a call; `fine` when the response is still usable. */
export type Outcome = FailureKind | 'fine'

export type CallFault = {
  readonly name: string
  readonly fault: FaultKind
  readonly outcome: Outcome
  readonly more?: Partial<Failure>
  /** A substring of the message. */
  readonly says?: string
  /** Calls with another expected outcome. */
  readonly except?: Readonly<Record<string, Outcome>>
}

const json = 'application/json'
const status = (code: number, body?: unknown, headers: Record<string, string> = {}): FaultKind => ({
  kind: 'status',
  status: code,
  headers: { 'content-type': json, ...headers },
  ...(body === undefined ? {} : { body }),
})

/** Calls whose response body is not needed. */
const emptyReplyAllowed = { revoke: 'fine', 'delete app': 'fine', 'delete key': 'fine' } as const
const forgotten = {
  'device code': 'unknown-client',
  poll: 'unknown-client',
  refresh: 'unknown-client',
} as const

export const answers: readonly CallFault[] = [
  {
    name: 'an OAuth error',
    fault: { kind: 'oauth-error', error: 'invalid_request', description: 'client_id was sent twice' },
    outcome: 'invalid',
    says: 'invalid_request: client_id was sent twice',
  },
  {
    name: 'invalid_client',
    fault: { kind: 'oauth-error', error: 'invalid_client' },
    outcome: 'unauthorized',
    except: forgotten,
  },
  {
    name: 'invalid_grant',
    fault: { kind: 'oauth-error', error: 'invalid_grant' },
    outcome: 'invalid',
    except: { refresh: 'signed-out' },
  },
  {
    name: 'invalid_grant with status 500',
    fault: status(500, { error: 'invalid_grant' }),
    outcome: 'server',
  },
  {
    name: '422 with a list of details',
    fault: status(422, {
      detail: [
        { loc: ['body', 'amount_cents'], msg: 'Input should be greater than 0', type: 'greater_than' },
        { loc: ['body', 'idempotency_key'], msg: 'Field required', type: 'missing' },
      ],
    }),
    outcome: 'invalid',
    says: 'amount_cents Input should be greater than 0; idempotency_key Field required',
  },
  {
    name: '{"detail":"text"}',
    fault: status(403, { detail: 'The token lacks the scope' }),
    outcome: 'forbidden',
    says: 'The token lacks the scope',
  },
  {
    name: '{"type":"error","error":{…}}',
    fault: status(402, {
      type: 'error',
      error: { ref_id: 'ref_4711', message: 'Declined', detail: 'try another' },
    }),
    outcome: 'declined',
    says: 'Declined: try another',
    more: { reference: 'ref_4711' },
  },
  {
    name: '{"code","message"}',
    fault: status(409, { code: 'in_use', message: 'Still running' }, { 'x-request-id': 'req-1' }),
    outcome: 'conflict',
    says: 'Still running',
    more: { reference: 'req-1' },
  },
  {
    name: '404',
    fault: status(404, { detail: 'Not Found' }),
    outcome: 'not-found',
    except: { 'delete app': 'fine', 'delete key': 'fine' },
  },
  {
    name: '401 in an unknown shape',
    fault: status(401, { why: ['unheard', { of: 1 }] }),
    outcome: 'unauthorized',
    says: 'The server answered 401.',
  },
  {
    name: '401 with no body, but with the challenge of RFC 6750 3',
    fault: status(401, '', { 'www-authenticate': 'Bearer error="invalid_token"' }),
    outcome: 'unauthorized',
  },
  {
    name: '401 with a Basic challenge',
    fault: status(401, 'Log in', { 'www-authenticate': 'Basic realm="gateway"' }),
    outcome: 'not-json',
  },
  {
    name: '400 with plain text',
    fault: status(400, 'nope', { 'content-type': 'text/plain' }),
    outcome: 'not-json',
    says: '400 with text',
  },
  { name: '402 with plain text', fault: status(402, 'quota of the gateway'), outcome: 'not-json' },
  { name: '403 with plain text', fault: status(403, 'blocked by policy'), outcome: 'not-json' },
  {
    name: '404 with plain text is not "already deleted"',
    fault: status(404, 'no route'),
    outcome: 'not-json',
  },
  { name: '422 with a list', fault: status(422, ['no']), outcome: 'not-json' },
  { name: '403 with no body', fault: status(403, ''), outcome: 'not-json', says: '403 with nothing' },
  { name: '404 with no body', fault: status(404, ''), outcome: 'not-json' },
  { name: '429 with plain text', fault: status(429, 'slow down'), outcome: 'rate-limited' },
  { name: 'a proxy’s 407', fault: status(407, 'password'), outcome: 'proxy-auth' },
  { name: '511 of a captive portal', fault: status(511, ''), outcome: 'not-json' },
  {
    name: '200 with plain text',
    fault: status(200, 'Success', { 'content-type': 'text/plain' }),
    outcome: 'not-json',
    except: { revoke: 'fine' },
  },
  { name: '500 with no body', fault: status(500, ''), outcome: 'server' },
  { name: 'HTML 502', fault: { kind: 'html' }, outcome: 'server' },
  { name: 'HTML 200', fault: { kind: 'html', status: 200 }, outcome: 'not-json' },
  { name: 'HTML 403', fault: { kind: 'html', status: 403 }, outcome: 'not-json' },
  {
    name: 'HTML 401 does not invalidate the token',
    fault: { kind: 'html', status: 401 },
    outcome: 'not-json',
  },
  { name: 'HTML 404 is not "already deleted"', fault: { kind: 'html', status: 404 }, outcome: 'not-json' },
  {
    name: 'an empty body',
    fault: { kind: 'empty-body' },
    outcome: 'server',
    except: emptyReplyAllowed,
  },
  { name: '204', fault: status(204, ''), outcome: 'server', except: emptyReplyAllowed },
  {
    name: 'a list instead of an object',
    fault: status(200, []),
    outcome: 'server',
    except: emptyReplyAllowed,
  },
  { name: 'null', fault: status(200, 'null'), outcome: 'server', except: emptyReplyAllowed },
  { name: 'truncated JSON', fault: { kind: 'not-json' }, outcome: 'server', except: emptyReplyAllowed },
  { name: 'a cut-off body', fault: { kind: 'cut-off' }, outcome: 'offline' },
  { name: 'a dropped connection', fault: { kind: 'drop' }, outcome: 'offline' },
  { name: 'a lost response', fault: { kind: 'drop-after' }, outcome: 'offline' },
  {
    name: 'a body of 2 MiB',
    fault: { kind: 'huge-body' },
    outcome: 'server',
    says: 'larger than 1 MiB',
  },
  { name: 'a body of just under 1 MiB', fault: { kind: 'huge-body', bytes: 1_040_000 }, outcome: 'fine' },
  {
    name: 'a redirect to another origin',
    fault: { kind: 'redirect' },
    outcome: 'redirected',
    says: 'elsewhere.invalid',
  },
  {
    name: 'a redirect within the origin',
    fault: { kind: 'redirect', location: '/getServiceKeys/device', status: 302 },
    outcome: 'redirected',
  },
  { name: 'a 3xx without a location', fault: status(304, ''), outcome: 'redirected', says: '304' },
  {
    name: '429 with Retry-After seconds',
    fault: { kind: 'rate-limit', retryAfterSeconds: 7 },
    outcome: 'rate-limited',
    says: 'Too many requests',
    more: { retryAfterMs: 7000 },
  },
  { name: '429 without Retry-After', fault: status(429, {}), outcome: 'rate-limited' },
  {
    name: '503 with Retry-After seconds',
    fault: { kind: 'rate-limit', retryAfterSeconds: 11, status: 503 },
    outcome: 'server',
    more: { retryAfterMs: 11_000 },
  },
  {
    name: '503 with an absurd Retry-After',
    fault: { kind: 'rate-limit', retryAfterSeconds: 999_999_999, status: 503 },
    outcome: 'server',
    more: { retryAfterMs: 86_400_000 },
  },
  { name: 'a cookie', fault: { kind: 'set-cookie' }, outcome: 'fine' },
  { name: 'a cacheable response', fault: { kind: 'cacheable' }, outcome: 'fine' },
]
