import { newId, newSecret } from './codes.ts'
import type { Context } from './context.ts'
import type { DeviceAuthorization, Grant } from './state.ts'

/** A week of refreshing every ten minutes; older refresh tokens have expired. */
const MAX_SPENT_REFRESH_TOKENS = 1008

/** Turns an approved device authorization into a grant. The device code is consumed (RFC 8628 3.5). */
export function issueGrant(context: Context, authorization: DeviceAuthorization, orgId: string): Grant {
  const now = context.clock.now()
  const grant: Grant = {
    grantId: newId('grant'),
    clientId: authorization.clientId,
    orgId,
    scope: authorization.grantedScope,
    createdAt: now,
    authorizationExpiresAt: now + context.lifetimes.authorizationLifetimeMs,
    refreshToken: '',
    refreshTokenExpiresAt: 0,
    previous: null,
    spentRefreshTokens: [],
    accessTokens: [],
    revoked: null,
  }
  authorization.status = 'consumed'
  context.state.grants.push(grant)
  issuePair(context, grant)
  return grant
}

function issuePair(context: Context, grant: Grant): void {
  const now = context.clock.now()
  const { accessTokenLifetimeMs, refreshTokenLifetimeMs } = context.lifetimes
  const accessToken = newSecret('access')
  grant.refreshToken = newSecret('refresh')
  // A refresh token never outlives its authorization.
  grant.refreshTokenExpiresAt = Math.min(now + refreshTokenLifetimeMs, grant.authorizationExpiresAt)
  grant.accessTokens = grant.accessTokens.filter((one) => one.expiresAt > now)
  grant.accessTokens.push({ accessToken, expiresAt: now + accessTokenLifetimeMs })
  context.secrets.accessTokens.push(accessToken)
  context.secrets.refreshTokens.push(grant.refreshToken)
  context.stats.tokensIssued++
  context.changed()
}

export type RefreshOutcome = { ok: true; grant: Grant } | { ok: false; reason: string }

/** Exchanges a refresh token, with rotation and reuse detection (RFC 6749 6, RFC 9700 4.14.2). */
export function refresh(context: Context, refreshToken: string, clientId: string | null): RefreshOutcome {
  const now = context.clock.now()
  const grant = context.state.grants.find(
    (one) => one.refreshToken === refreshToken || one.spentRefreshTokens.includes(refreshToken),
  )
  if (!grant) return { ok: false, reason: 'Unknown refresh token' }
  // A refresh token is bound to the client that it was issued to (RFC 6749 6).
  if (clientId !== null && clientId !== grant.clientId)
    return { ok: false, reason: 'The refresh token was issued to another client' }
  if (grant.revoked) return { ok: false, reason: `The authorization has ended: ${grant.revoked}` }
  if (now >= grant.authorizationExpiresAt) return { ok: false, reason: 'The authorization has expired' }
  if (grant.refreshToken !== refreshToken) {
    const { previous } = grant
    const isInGracePeriod =
      previous?.refreshToken === refreshToken && now - previous.rotatedAt < context.lifetimes.rotationGraceMs
    if (!isInGracePeriod) {
      context.stats.reusedRefreshTokens++
      endGrant(context, grant, 'refresh token reused')
      grant.accessTokens = []
      return { ok: false, reason: 'The refresh token was used before; the authorization has been revoked' }
    }
    context.stats.graceRefreshes++
    return { ok: true, grant }
  }
  if (now >= grant.refreshTokenExpiresAt) return { ok: false, reason: 'The refresh token has expired' }
  grant.previous = { refreshToken, rotatedAt: now }
  grant.spentRefreshTokens = [...grant.spentRefreshTokens, refreshToken].slice(-MAX_SPENT_REFRESH_TOKENS)
  issuePair(context, grant)
  context.stats.refreshes++
  return { ok: true, grant }
}

/**
 * Revokes the grant of a refresh token. Access tokens stay valid until they expire, as the vendor documents.
 * A token that was already exchanged revokes nothing, so a client that kept a stale one leaves its grant alive.
 */
export function revoke(context: Context, refreshToken: string): void {
  const { rotationGraceMs } = context.lifetimes
  const grant = context.state.grants.find(
    (one) =>
      one.refreshToken === refreshToken ||
      (one.previous?.refreshToken === refreshToken &&
        context.clock.now() - one.previous.rotatedAt < rotationGraceMs),
  )
  if (!grant || grant.revoked) {
    context.stats.ineffectiveRevocations++
    return
  }
  context.stats.revocations++
  endGrant(context, grant, 'revoked by the client')
}

/** Marks a grant as revoked; the first reason stays. */
export function endGrant(context: Context, grant: Grant, reason: NonNullable<Grant['revoked']>): void {
  grant.revoked ??= reason
  context.changed()
}

/** The members of a token reply (RFC 6749 5.1, and the members that the vendor's client reads). */
export function tokenReply(context: Context, grant: Grant): Record<string, unknown> {
  const now = context.clock.now()
  const newest = grant.accessTokens.at(-1)
  const seconds = (until: number): number => Math.max(0, Math.round((until - now) / 1000))
  const organisation = context.state.organisations.find((one) => one.orgId === grant.orgId)
  return {
    access_token: newest?.accessToken,
    token_type: 'Bearer',
    expires_in: seconds(newest?.expiresAt ?? now),
    refresh_token: grant.refreshToken,
    refresh_token_expires_in: seconds(grant.refreshTokenExpiresAt),
    authorization_expires_in: seconds(grant.authorizationExpiresAt),
    org_id: grant.orgId,
    org_name: organisation?.name ?? null,
    scope: grant.scope.join(' '),
  }
}

/** The grant of a bearer token, or null when the token is unknown or expired. */
export function findByAccessToken(context: Context, accessToken: string): Grant | null {
  const now = context.clock.now()
  return (
    context.state.grants.find((grant) =>
      grant.accessTokens.some((one) => one.accessToken === accessToken && one.expiresAt > now),
    ) ?? null
  )
}
