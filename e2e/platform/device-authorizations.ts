import { newId, newSecret, newUserCode, normaliseUserCode } from './codes.ts'
import type { Context } from './context.ts'
import { CLI_APP_NAME, DEMO_USER } from './demo.ts'
import type { Scope } from './scopes.ts'
import type { Client, DeviceAuthorization } from './state.ts'

/** Ended authorizations are kept this long, so that the page can show their outcome. */
const ENDED_RETENTION_MS = 60 * 60 * 1000

/** Starts one device authorization (RFC 8628 3.2). */
export function startDeviceAuthorization(
  context: Context,
  client: Client,
  scope: Scope[],
): DeviceAuthorization {
  const now = context.clock.now()
  const authorization: DeviceAuthorization = {
    deviceCode: newSecret('device'),
    userCode: createUserCode(context),
    clientId: client.clientId,
    clientName: client.clientName,
    clientSystem: client.platform.system ?? null,
    scope,
    createdAt: now,
    expiresAt: now + context.lifetimes.deviceCodeLifetimeMs,
    intervalSeconds: context.lifetimes.intervalSeconds,
    lastPolledAt: null,
    status: 'pending',
    orgId: null,
    grantedScope: [],
  }
  const all = context.state.deviceAuthorizations
  context.state.deviceAuthorizations = all.filter((other) => now < other.expiresAt + ENDED_RETENTION_MS)
  context.state.deviceAuthorizations.push(authorization)
  context.secrets.deviceCodes.push(authorization.deviceCode)
  context.changed()
  return authorization
}

function createUserCode(context: Context): string {
  for (;;) {
    const userCode = newUserCode()
    if (!context.state.deviceAuthorizations.some((other) => other.userCode === userCode)) return userCode
  }
}

/** Finds an authorization by the code as typed. */
export function findByUserCode(context: Context, typed: string): DeviceAuthorization | null {
  const userCode = normaliseUserCode(typed)
  return context.state.deviceAuthorizations.find((one) => one.userCode === userCode) ?? null
}

/** True once the code can no longer be approved or polled (RFC 8628 3.5, `expired_token`). */
export function isExpired(context: Context, authorization: DeviceAuthorization): boolean {
  return context.clock.now() >= authorization.expiresAt
}

/**
 * Approves the request for one organisation, with no scope beyond the requested ones.
 * Throws when the code, the organisation or the scope doesn't allow it.
 */
export function approve(context: Context, userCode: string, orgId: string, scope: readonly Scope[]): void {
  const authorization = pending(context, userCode)
  const organisation = context.state.organisations.find((one) => one.orgId === orgId)
  if (!organisation) throw new Error(`There is no organisation ${orgId}`)
  const beyond = scope.filter((one) => !authorization.scope.includes(one))
  if (beyond.length > 0) throw new Error(`The client didn’t ask for ${beyond.join(' ')}`)
  authorization.status = 'approved'
  authorization.orgId = orgId
  authorization.grantedScope = [...scope]
  if (!organisation.apps.some((app) => app.appName === CLI_APP_NAME)) {
    organisation.apps.push({
      appId: newId('app'),
      appName: CLI_APP_NAME,
      createdByUserId: DEMO_USER.userId,
      keys: [],
    })
  }
  context.changed()
}

/** Denies the request (RFC 8628 3.5, `access_denied`). */
export function deny(context: Context, userCode: string): void {
  pending(context, userCode).status = 'denied'
  context.changed()
}

function pending(context: Context, userCode: string): DeviceAuthorization {
  const authorization = findByUserCode(context, userCode)
  if (!authorization) throw new Error(`There is no code ${userCode}`)
  if (isExpired(context, authorization)) throw new Error(`The code ${userCode} has expired`)
  if (authorization.status !== 'pending')
    throw new Error(`The code ${userCode} is ${authorization.status} already`)
  return authorization
}
