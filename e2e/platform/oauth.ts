import { newId } from './codes.ts'
import type { Context } from './context.ts'
import { isExpired, startDeviceAuthorization } from './device-authorizations.ts'
import { issueGrant, refresh, revoke, tokenReply } from './grants.ts'
import { type Call, isRecord, json, mediaType, type Reply } from './http.ts'
import { parseScope } from './scopes.ts'
import type { Client, DeviceAuthorization } from './state.ts'

export const DEVICE_CODE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code'

/** Timers on both ends of a socket are off by some milliseconds. */
const POLL_TOLERANCE_MS = 20

/** RFC 8628 3.5: each `slow_down` makes the interval five seconds longer, permanently. */
const SLOW_DOWN_SECONDS = 5

const PLATFORM_FIELDS = ['machine', 'os_name', 'processor', 'release', 'system', 'version']

/** Answers the OAuth calls; null for any other path. */
export function answerOAuth(context: Context, call: Call): Reply | null {
  const handler = handlers[call.path]
  if (!handler) return null
  if (call.method !== 'POST')
    return json(405, { error: 'invalid_request', error_description: 'Use POST' }, { allow: 'POST' })
  return handler(context, call)
}

const handlers: Record<string, (context: Context, call: Call) => Reply> = {
  '/getServiceKeys/register': register,
  '/getServiceKeys/device/code': deviceCode,
  '/getServiceKeys/token': token,
  '/getServiceKeys/token/revoke': revocation,
}

/** An OAuth error (RFC 6749 5.2). */
export function oauthError(status: number, error: string, description: string): Reply {
  return json(status, { error, error_description: description })
}

/** The vendor's client recognises a forgotten client id by this exact description. */
function unknownClient(): Reply {
  return oauthError(401, 'invalid_client', 'Unknown client_id')
}

function register(context: Context, call: Call): Reply {
  if (mediaType(call.headers) !== 'application/json')
    return oauthError(415, 'invalid_request', 'Send application/json')
  let body: unknown
  try {
    body = JSON.parse(call.body)
  } catch {
    return oauthError(400, 'invalid_client_metadata', 'The body is not JSON')
  }
  const problem = registrationError(body)
  if (problem || !isRecord(body))
    return oauthError(400, 'invalid_client_metadata', problem ?? 'Not an object')
  const client: Client = {
    clientId: newId('client'),
    clientName: String(body.client_name),
    platform: body.platform as Record<string, string>,
  }
  context.state.clients.push(client)
  context.changed()
  return json(200, { client_id: client.clientId })
}

function registrationError(body: unknown): string | null {
  if (!isRecord(body)) return 'The body is not an object'
  const { client_name: name, platform } = body
  if (typeof name !== 'string' || name.trim() === '' || name.length > 200)
    return 'client_name must be a text of 1 to 200 characters'
  if (!isRecord(platform)) return 'platform must be an object'
  for (const [field, value] of Object.entries(platform)) {
    if (!PLATFORM_FIELDS.includes(field)) return `platform.${field} is not known`
    if (typeof value !== 'string' || value === '')
      return `platform.${field} must be a text, or left out when empty`
  }
  return null
}

/** Reads a form body; a parameter without a value counts as omitted, a repeated one is an error (RFC 6749 3.2). */
function readForm(call: Call): Map<string, string> | Reply {
  if (mediaType(call.headers) !== 'application/x-www-form-urlencoded')
    return oauthError(400, 'invalid_request', 'Send application/x-www-form-urlencoded')
  const form = new Map<string, string>()
  for (const [name, value] of new URLSearchParams(call.body)) {
    if (form.has(name)) return oauthError(400, 'invalid_request', `${name} was sent twice`)
    if (value !== '') form.set(name, value)
  }
  return form
}

function deviceCode(context: Context, call: Call): Reply {
  const form = readForm(call)
  if (!(form instanceof Map)) return form
  const clientId = form.get('client_id')
  if (clientId === undefined) return oauthError(400, 'invalid_request', 'client_id is missing')
  const client = context.state.clients.find((one) => one.clientId === clientId)
  if (!client) return unknownClient()
  const scope = parseScope(form.get('scope') ?? '')
  if (scope.unknown.length > 0)
    return oauthError(400, 'invalid_scope', `Unknown scope: ${scope.unknown.join(' ')}`)
  if (scope.known.length === 0) return oauthError(400, 'invalid_scope', 'scope is missing')
  const authorization = startDeviceAuthorization(context, client, scope.known)
  const page = `${context.platformUrl()}/getServiceKeys/device`
  return json(200, {
    device_code: authorization.deviceCode,
    user_code: authorization.userCode,
    verification_uri: page,
    verification_uri_complete: `${page}?user_code=${authorization.userCode}`,
    expires_in: Math.floor(context.lifetimes.deviceCodeLifetimeMs / 1000),
    interval: authorization.intervalSeconds,
  })
}

function token(context: Context, call: Call): Reply {
  const form = readForm(call)
  if (!(form instanceof Map)) return form
  switch (form.get('grant_type')) {
    case undefined:
      return oauthError(400, 'invalid_request', 'grant_type is missing')
    case DEVICE_CODE_GRANT:
      return poll(context, form)
    case 'refresh_token':
      return refreshToken(context, form)
    default:
      return oauthError(400, 'unsupported_grant_type', 'Use a device code or a refresh token')
  }
}

function poll(context: Context, form: Map<string, string>): Reply {
  const clientId = form.get('client_id')
  const code = form.get('device_code')
  if (clientId === undefined) return oauthError(400, 'invalid_request', 'client_id is missing')
  if (code === undefined) return oauthError(400, 'invalid_request', 'device_code is missing')
  if (!context.state.clients.some((one) => one.clientId === clientId)) return unknownClient()
  const authorization = context.state.deviceAuthorizations.find((one) => one.deviceCode === code)
  // A device code is bound to the client that requested it and works once (RFC 8628 3.4, 3.5).
  if (!authorization || authorization.clientId !== clientId)
    return oauthError(400, 'invalid_grant', 'The device code is unknown or belongs to another client')
  context.stats.polls++
  if (authorization.status === 'consumed')
    return oauthError(400, 'invalid_grant', 'The device code has been used')
  const early = isEarlyPoll(context, authorization)
  authorization.lastPolledAt = context.clock.now()
  context.changed()
  if (isExpired(context, authorization))
    return oauthError(400, 'expired_token', 'The device code has expired')
  if (early) {
    context.stats.earlyPolls++
    return slowDown(context, authorization)
  }
  if (authorization.status === 'denied')
    return oauthError(400, 'access_denied', 'The person denied the request')
  if (authorization.status === 'pending' || authorization.orgId === null)
    return oauthError(400, 'authorization_pending', 'Not approved yet')
  return json(200, tokenReply(context, issueGrant(context, authorization, authorization.orgId)))
}

function isEarlyPoll(context: Context, authorization: DeviceAuthorization): boolean {
  const now = context.clock.now()
  const minGapMs = authorization.intervalSeconds * 1000 - POLL_TOLERANCE_MS
  if (authorization.lastPolledAt === null) {
    // The interval counts between polls (RFC 8628 3.5), so an immediate first poll is allowed: the vendor's client sends one.
    if (now - authorization.createdAt < minGapMs) context.stats.immediateFirstPolls++
    return false
  }
  const sinceLastPollMs = now - authorization.lastPolledAt
  // Negative after the server's clock was set back, which must not count against the client.
  return sinceLastPollMs >= 0 && sinceLastPollMs < minGapMs
}

/** Answers `slow_down` and enforces the longer interval from now on. With `interval`, the response names it too. */
export function slowDown(context: Context, authorization: DeviceAuthorization, interval?: number): Reply {
  authorization.intervalSeconds = Math.max(authorization.intervalSeconds + SLOW_DOWN_SECONDS, interval ?? 0)
  context.changed()
  return json(400, {
    error: 'slow_down',
    error_description: 'Polling too fast',
    ...(interval === undefined ? {} : { interval }),
  })
}

function refreshToken(context: Context, form: Map<string, string>): Reply {
  const presented = form.get('refresh_token')
  if (presented === undefined) return oauthError(400, 'invalid_request', 'refresh_token is missing')
  // The vendor's documentation omits the client id here and its client sends it, so both are accepted.
  const clientId = form.get('client_id') ?? null
  if (clientId !== null && !context.state.clients.some((one) => one.clientId === clientId))
    return unknownClient()
  const outcome = refresh(context, presented, clientId)
  if (!outcome.ok) return oauthError(400, 'invalid_grant', outcome.reason)
  return json(200, tokenReply(context, outcome.grant))
}

/** Answers 200 for an unknown token as well (RFC 7009 2.2); the parameter is the vendor's, not RFC 7009's `token`. */
function revocation(context: Context, call: Call): Reply {
  const form = readForm(call)
  if (!(form instanceof Map)) return form
  const presented = form.get('refresh_token')
  if (presented === undefined) return oauthError(400, 'invalid_request', 'refresh_token is missing')
  revoke(context, presented)
  return json(200, {})
}

/** Scripts a `slow_down`: the code's interval grows as with a real one. Null when `call` is no poll for a live code. */
export function slowDownPoll(context: Context, call: Call, interval: number | undefined): Reply | null {
  const code = new URLSearchParams(call.body).get('device_code')
  const authorization = context.state.deviceAuthorizations.find((one) => one.deviceCode === code)
  if (!authorization || authorization.status === 'consumed' || isExpired(context, authorization)) return null
  authorization.lastPolledAt = context.clock.now()
  return slowDown(context, authorization, interval)
}
