/** One organisation's grant in memory, and how the answers of the token endpoint change it. */
import type { ApprovedGrant, Tokens } from '../parallel/oauth.ts'

export type Grant = {
  /** The client it was issued to: refreshed with that one only. */
  readonly clientId: string
  readonly scope: readonly string[]
  readonly accessToken: string
  readonly refreshToken: string
  /** The three clocks, absolute (epoch milliseconds). */
  readonly accessUntil: number
  readonly signInUntil: number | null
  readonly authorizationUntil: number | null
  /** When the server said that it has ended; null while it lives. */
  readonly endedAt: number | null
}

/** A refresh token that the server still has to be told to forget. */
export type Revocation = {
  readonly refreshToken: string
  readonly since: number
  readonly until: number | null
}

/** All that is kept of one organisation's sign-in. */
export type GrantRecord = {
  readonly organisation: { readonly id: string; readonly name: string }
  readonly signedInAt: number
  readonly grant: Grant | null
  readonly revocations: readonly Revocation[]
}

/** A record whose grant is there. */
export type SignedInRecord = GrantRecord & { readonly grant: Grant }

export function firstRecord(approved: ApprovedGrant, revocations: readonly Revocation[]): SignedInRecord {
  const { tokens, receivedAt } = approved
  return {
    organisation: {
      id: tokens.organisationId,
      name: tokens.organisationName ?? tokens.organisationId,
    },
    signedInAt: receivedAt,
    grant: {
      clientId: approved.clientId,
      scope: approved.scope,
      refreshToken: tokens.refreshToken,
      endedAt: null,
      ...clocks(tokens, receivedAt),
    },
    revocations,
  }
}

/**
 * The grant after a refresh (RFC 6749 6): a missing refresh token or scope means that the old one goes on,
 * and so does a clock that the reply doesn't name.
 */
export function refreshed(grant: Grant, tokens: Tokens, receivedAt: number): Grant {
  const next = clocks(tokens, receivedAt)
  return {
    ...grant,
    ...next,
    signInUntil: next.signInUntil ?? grant.signInUntil,
    authorizationUntil: next.authorizationUntil ?? grant.authorizationUntil,
    refreshToken: tokens.refreshToken ?? grant.refreshToken,
    scope: tokens.scope ?? grant.scope,
  }
}

/** When the refresh token ends by itself, as far as is known. */
export function endsByItself(grant: Grant): number | null {
  const known = [grant.signInUntil, grant.authorizationUntil].filter((time) => time !== null)
  return known.length === 0 ? null : Math.min(...known)
}

function clocks(tokens: Tokens, receivedAt: number) {
  return {
    accessToken: tokens.accessToken,
    accessUntil: receivedAt + tokens.accessLifetimeMs,
    signInUntil: tokens.refreshLifetimeMs === null ? null : receivedAt + tokens.refreshLifetimeMs,
    authorizationUntil:
      tokens.authorizationLifetimeMs === null ? null : receivedAt + tokens.authorizationLifetimeMs,
  }
}
