import { detailError, invalid, typedError } from './account-errors.ts'
import { createApp, createKey, deleteApp, deleteKey, listApps } from './apps.ts'
import { addBalance, balanceReply } from './balance.ts'
import type { Context } from './context.ts'
import { findByAccessToken } from './grants.ts'
import { type Call, isRecord, mediaType, type Reply } from './http.ts'
import type { Scope } from './scopes.ts'
import type { Grant, Organisation } from './state.ts'

/** The account API's base path, as on the vendor's host. */
export const ACCOUNT_BASE = '/account'

interface Route {
  method: string
  pattern: RegExp
  scope: Scope
  answer(
    context: Context,
    organisation: Organisation,
    request: { ids: string[]; body: Json; running: boolean },
  ): Reply
}

type Json = Record<string, unknown>

const V1 = `${ACCOUNT_BASE}/service/v1`
const at = (path: string): RegExp => new RegExp(`^${V1}${path.replaceAll('*', '([^/]+)')}$`)

const routes: Route[] = [
  {
    method: 'GET',
    pattern: at('/balance'),
    scope: 'balance:read',
    answer: (_, organisation) => balanceReply(organisation),
  },
  {
    method: 'POST',
    pattern: at('/balance/add'),
    scope: 'balance:add',
    answer: (context, organisation, { body, running }) => addBalance(context, organisation, body, running),
  },
  {
    method: 'GET',
    pattern: at('/apps'),
    scope: 'apps:read',
    answer: (_, organisation) => listApps(organisation),
  },
  {
    method: 'POST',
    pattern: at('/apps'),
    scope: 'apps:create',
    answer: (context, organisation, { body }) => createApp(context, organisation, body),
  },
  {
    method: 'DELETE',
    pattern: at('/apps/*'),
    scope: 'apps:delete',
    answer: (context, organisation, { ids: [appId = ''] }) => deleteApp(context, organisation, appId),
  },
  {
    method: 'POST',
    pattern: at('/apps/*/keys'),
    scope: 'keys:create',
    answer: (context, organisation, { ids: [appId = ''], body }) =>
      createKey(context, organisation, appId, body),
  },
  {
    method: 'DELETE',
    pattern: at('/apps/*/keys/*'),
    scope: 'keys:delete',
    answer: (context, organisation, { ids: [appId = '', keyId = ''] }) =>
      deleteKey(context, organisation, appId, keyId),
  },
]

/** Answers the seven account calls. `running`: another request with the same idempotency key is in flight. */
export function answerAccount(context: Context, call: Call, running: boolean): Reply {
  const onPath = routes.filter((route) => route.pattern.test(call.path))
  if (onPath.length === 0) return detailError(404, 'Not Found')
  const route = onPath.find((one) => one.method === call.method)
  if (!route)
    return detailError(405, 'Method Not Allowed', { allow: onPath.map((one) => one.method).join(', ') })
  const grant = authenticate(context, call)
  if ('status' in grant) return grant
  if (!grant.scope.includes(route.scope))
    return detailError(403, `The token lacks the scope ${route.scope}`, {
      'www-authenticate': `Bearer error="insufficient_scope", scope="${route.scope}"`,
    })
  const organisation = context.state.organisations.find((one) => one.orgId === grant.orgId)
  if (!organisation) return typedError(403, 'You are no longer a member of this organization')
  if (organisation.role === 'viewer' && call.method !== 'GET')
    return typedError(403, 'Your role can only read')
  const read = call.method === 'POST' ? readJson(call) : { ok: true as const, body: {} }
  if (!read.ok) return read.reply
  const ids = (route.pattern.exec(call.path) ?? []).slice(1).map(decode)
  return route.answer(context, organisation, { ids, body: read.body, running })
}

/** RFC 6750 3: a missing token gets no error code, an invalid one gets `invalid_token`. */
function authenticate(context: Context, call: Call): Grant | Reply {
  const match = /^Bearer ([\w.~+/-]+=*)$/i.exec(call.headers.authorization ?? '')
  if (!match?.[1]) return typedError(401, 'Missing bearer token', { 'www-authenticate': 'Bearer' })
  return (
    findByAccessToken(context, match[1]) ??
    typedError(401, 'The access token is unknown or has expired', {
      'www-authenticate': 'Bearer error="invalid_token"',
    })
  )
}

function readJson(call: Call): { ok: true; body: Json } | { ok: false; reply: Reply } {
  if (mediaType(call.headers) !== 'application/json')
    return { ok: false, reply: detailError(415, 'Send application/json') }
  let body: unknown
  try {
    body = JSON.parse(call.body)
  } catch {
    return { ok: false, reply: invalid({ loc: ['body', 0], msg: 'JSON decode error', type: 'json_invalid' }) }
  }
  if (isRecord(body)) return { ok: true, body }
  const problem = { loc: ['body'], msg: 'Input should be a valid dictionary', type: 'model_attributes_type' }
  return { ok: false, reply: invalid(problem) }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** Equal for two `balance/add` calls that are the same charge; null for any other call. */
export function chargeIdentity(context: Context, call: Call): string | null {
  if (call.method !== 'POST' || call.path !== `${V1}/balance/add`) return null
  const grant = authenticate(context, call)
  const read = readJson(call)
  if ('status' in grant || !read.ok || typeof read.body.idempotency_key !== 'string') return null
  return `${grant.orgId} ${read.body.idempotency_key}`
}
