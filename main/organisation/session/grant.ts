/** One organisation's grant in memory, and how the answers of the token endpoint change it. */
import type { Keeping, PendingSignOut } from '../../../preload/contract/index.ts'
import { dayMs } from '../../calendar.ts'
import type { ApprovedGrant, Tokens } from '../../parallel/oauth.ts'

/** Lifetime of a refresh token when the server names none. */
const defaultRefreshLifetimeMs = 7 * dayMs
/** Renewing a refresh token that ends this shortly before the authorization, or with it, gains nothing. */
const minGainMs = 60_000

export type Grant = {
  /** Where the user wants its tokens kept. */
  readonly keeping: Keeping
  /** The client it was issued to: refreshed with that one only. */
  readonly clientId: string
  readonly scope: readonly string[]
  readonly accessToken: string
  readonly refreshToken: string
  /** When the person approved, and when the newest tokens came (epoch milliseconds). */
  readonly authorizedAt: number
  readonly renewedAt: number
  /** When each of the three ends (epoch milliseconds). */
  readonly accessUntil: number
  readonly signInUntil: number | null
  readonly authorizationUntil: number | null
  /** When the server said that it has ended; null while it lives. */
  readonly endedAt: number | null
}

/** A refresh token that is still to be revoked on the server. */
export type Revocation = {
  readonly keeping: Keeping
  readonly refreshToken: string
  readonly since: number
  /** When the token expires, if known. */
  readonly until: number | null
}

/** Ciphertext that this run can't open. It is kept as it is: once it opens, what is in it is revoked. */
export type Unopened = {
  readonly sealed: string
  readonly since: number
  readonly until: number | null
}

/** Everything stored of one organisation's sign-in. Without a grant it is signed out, with revocations left at most. */
export type GrantRecord = {
  readonly organisation: { readonly id: string; readonly name: string }
  readonly signedInAt: number
  readonly grant: Grant | null
  readonly revocations: readonly Revocation[]
  readonly unopened: readonly Unopened[]
}

export function grantOf(approved: ApprovedGrant, keeping: Keeping): Grant {
  const { tokens, clientId, scope, receivedAt } = approved
  const { refreshToken } = tokens
  return {
    keeping,
    clientId,
    scope,
    refreshToken,
    authorizedAt: receivedAt,
    endedAt: null,
    ...clocks(tokens, receivedAt),
  }
}

/**
 * The grant after a refresh (RFC 6749 6). A missing scope means that the old one goes on; a missing refresh token
 * that the old one does, with its clock. A new one whose clock the reply doesn't name has none that is known.
 */
export function refreshed(grant: Grant, tokens: Tokens, receivedAt: number): Grant {
  const next = clocks(tokens, receivedAt)
  return {
    ...grant,
    ...next,
    signInUntil: next.signInUntil ?? (tokens.refreshToken === null ? grant.signInUntil : null),
    authorizationUntil: next.authorizationUntil ?? grant.authorizationUntil,
    refreshToken: tokens.refreshToken ?? grant.refreshToken,
    scope: tokens.scope ?? grant.scope,
  }
}

/** The revocation that a grant needs which is no longer wanted; none if the server has ended it. */
export function revocationsOf(grant: Grant | null, now: number): readonly Revocation[] {
  if (grant === null || grant.endedAt !== null) return []
  const { keeping, refreshToken } = grant
  return [{ keeping, refreshToken, since: now, until: earliest(grant.signInUntil, grant.authorizationUntil) }]
}

/** The record without its grant, whose refresh token is left to be revoked. */
export function signedOut(record: GrantRecord, now: number): GrantRecord {
  return {
    ...record,
    grant: null,
    revocations: [...record.revocations, ...revocationsOf(record.grant, now)],
  }
}

/**
 * Whether the refresh token has lived through half of its life, so that it should be exchanged for a new one even if
 * nothing else needs that: an organisation that is rarely read must not end unnoticed. Also when the times mean
 * nothing, as the clock was set back. False when a new one would live no longer, as the authorization ends.
 */
export function isDueForRenewal(grant: Grant, now: number): boolean {
  const until = grant.signInUntil ?? grant.renewedAt + defaultRefreshLifetimeMs
  if (grant.authorizationUntil !== null && until > grant.authorizationUntil - minGainMs) return false
  return now < grant.renewedAt || until - now < (until - grant.renewedAt) / 2
}

/** What the document of this record holds; what is kept in memory only is not in it. */
export function refreshTokensOnDisk({ grant, revocations }: GrantRecord): ReadonlySet<string> {
  const kept = [grant, ...revocations].filter((one) => one !== null && one.keeping !== 'memory')
  return new Set(kept.map((one) => one?.refreshToken ?? ''))
}

export function pending(
  organisation: GrantRecord['organisation'],
  since: number,
  until: number | null,
  nextTryAt: number | null,
): PendingSignOut {
  return { organisationId: organisation.id, organisationName: organisation.name, since, until, nextTryAt }
}

/** When a sign-in with these expiry times ends, as far as is known. */
export function earliest(signInUntil: number | null, authorizationUntil: number | null): number | null {
  const known = [signInUntil, authorizationUntil].filter((time) => time !== null)
  return known.length === 0 ? null : Math.min(...known)
}

function clocks(tokens: Tokens, receivedAt: number) {
  return {
    accessToken: tokens.accessToken,
    renewedAt: receivedAt,
    accessUntil: receivedAt + tokens.accessLifetimeMs,
    signInUntil: tokens.refreshLifetimeMs === null ? null : receivedAt + tokens.refreshLifetimeMs,
    authorizationUntil:
      tokens.authorizationLifetimeMs === null ? null : receivedAt + tokens.authorizationLifetimeMs,
  }
}
