/** One organisation's grant in memory, and how responses of the token endpoint change it. */
import type { Keeping, PendingSignOut } from '../../../preload/contract/index.ts'
import { dayMs } from '../../calendar.ts'
import type { ApprovedGrant, Tokens } from '../../parallel/oauth.ts'

/** Lifetime of a refresh token when the server names none. */
const defaultRefreshLifetimeMs = 7 * dayMs
/** A refresh token isn't renewed if it expires less than this before the authorization. */
const minGainMs = 60_000

/** What isn't secret of a grant, so that it is known before the keyring has decrypted the tokens. */
export type GrantFacts = {
  /** How the tokens are stored, as the user chose. */
  readonly keeping: Keeping
  /** The client that the tokens were issued to, which alone can refresh them. */
  readonly clientId: string
  readonly scope: readonly string[]
  /** When the user approved, and when the newest tokens were received (epoch milliseconds). */
  readonly authorizedAt: number
  readonly renewedAt: number
  /** When each of the three expires (epoch milliseconds). */
  readonly accessUntil: number
  readonly signInUntil: number | null
  readonly authorizationUntil: number | null
  /** When the server rejected the refresh token for good; null while it is valid. */
  readonly endedAt: number | null
}

export type Grant = GrantFacts & { readonly accessToken: string; readonly refreshToken: string }

/** A stored grant whose tokens aren't decrypted. */
export type SealedGrant = {
  readonly facts: GrantFacts
  /** When they could not be decrypted; null until that was tried. */
  readonly failedAt: number | null
}

/** A refresh token that is still to be revoked on the server. */
export type Revocation = {
  readonly keeping: Keeping
  readonly refreshToken: string
  readonly since: number
  /** When the token expires, if known. */
  readonly until: number | null
}

/** Ciphertext that can't be decrypted now. It is kept unchanged, and its tokens are revoked once it can be. */
export type Unopened = {
  readonly sealed: string
  readonly since: number
  readonly until: number | null
}

/** Everything stored of one organisation's sign-in. Without a grant only pending revocations are left. */
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
 * The grant after a refresh (RFC 6749 6). A missing scope means that it is unchanged; a missing refresh token means that
 * the old one stays valid until its known expiry. A new one without a lifetime has no known expiry.
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

/** The revocation of an unwanted grant; none if the server has already ended it. */
export function revocationsOf(grant: Grant | null, now: number): readonly Revocation[] {
  if (grant === null || grant.endedAt !== null) return []
  const { keeping, refreshToken } = grant
  return [{ keeping, refreshToken, since: now, until: earliest(grant.signInUntil, grant.authorizationUntil) }]
}

/** The record after a sign-out: the grant's refresh token becomes a pending revocation. */
export function signedOut(record: GrantRecord, now: number): GrantRecord {
  return {
    ...record,
    grant: null,
    revocations: [...record.revocations, ...revocationsOf(record.grant, now)],
  }
}

/**
 * Whether more than half of the refresh token's lifetime has passed, so that it should be exchanged even without other
 * need: a rarely read organisation must not lose its sign-in. True if the clock was set back, so that the age is unknown.
 * False if a new token would expire no later because the authorization ends.
 */
export function isDueForRenewal(grant: Grant, now: number): boolean {
  const until = grant.signInUntil ?? grant.renewedAt + defaultRefreshLifetimeMs
  if (grant.authorizationUntil !== null && until > grant.authorizationUntil - minGainMs) return false
  return now < grant.renewedAt || until - now < (until - grant.renewedAt) / 2
}

/** The refresh tokens in the document of this record, without those that are kept only in memory. */
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

/** The earlier of the known expiry times. */
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
