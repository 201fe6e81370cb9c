import type { Scope } from './scopes.ts'

/** The approving user's role in an organisation. A member can't delete what others created; a viewer only reads. */
export type Role = 'admin' | 'member' | 'viewer'

export interface ApiKey {
  apiKeyId: string
  apiKeyName: string
  displayValue: string
  createdByUserId: string
  /** Unix seconds, as on the wire. */
  createdAt: number
}

export interface App {
  appId: string
  appName: string
  createdByUserId: string
  keys: ApiKey[]
}

export interface Organisation {
  orgId: string
  name: string | null
  /** Cents, may be fractional. */
  creditBalanceCents: number
  pendingDebitCents: number
  willInvoice: boolean
  cardDeclines: boolean
  role: Role
  /** Used only when the platform was started with `spend`. */
  spendCentsPerDay: number
  apps: App[]
}

export interface Client {
  clientId: string
  clientName: string
  platform: Record<string, string>
}

export interface DeviceAuthorization {
  deviceCode: string
  userCode: string
  clientId: string
  /** Copied from the client, which may be forgotten while the page is open. */
  clientName: string
  clientSystem: string | null
  scope: Scope[]
  createdAt: number
  expiresAt: number
  intervalSeconds: number
  lastPolledAt: number | null
  status: 'pending' | 'approved' | 'denied' | 'consumed'
  orgId: string | null
  grantedScope: Scope[]
}

export interface Grant {
  grantId: string
  clientId: string
  orgId: string
  scope: Scope[]
  createdAt: number
  authorizationExpiresAt: number
  refreshToken: string
  refreshTokenExpiresAt: number
  /** The previous refresh token, which still works within the grace period. */
  previous: { refreshToken: string; rotatedAt: number } | null
  /** Exchanged refresh tokens: their reuse means that one was stolen (RFC 9700 4.14.2). */
  spentRefreshTokens: string[]
  accessTokens: { accessToken: string; expiresAt: number }[]
  revoked: null | 'revoked by the client' | 'refresh token reused' | 'revoked by the service'
}

/** One call of `balance/add` that reached the card, remembered so that its idempotency key charges only once. */
export interface Charge {
  orgId: string
  idempotencyKey: string
  amountCents: number
  at: number
  /** Status and body of the response, which are replayed for the same key. */
  status: number
  body: string
}

/** The persistent state of the service, as plain JSON data. */
export interface PlatformState {
  version: 1
  organisations: Organisation[]
  clients: Client[]
  deviceAuthorizations: DeviceAuthorization[]
  grants: Grant[]
  charges: Charge[]
}

export interface Stats {
  /** Polls before the interval was over, each answered with `slow_down`. */
  earlyPolls: number
  /** First polls sooner than one interval after the code: allowed by RFC 8628 3.5, but useless. */
  immediateFirstPolls: number
  polls: number
  refreshes: number
  /** Refresh tokens that were presented again after their exchange; each revoked its grant. */
  reusedRefreshTokens: number
  /** Refresh tokens reused within the grace period, which get the same pair again. */
  graceRefreshes: number
  revocations: number
  /** Revocations that named a token which was no longer the newest: nothing was revoked. */
  ineffectiveRevocations: number
  tokensIssued: number
  /** Responses that were replayed for a repeated idempotency key. */
  replayedCharges: number
  /** Requests that were refused because of their `Host`, `Origin` or `Sec-Fetch-Site`. */
  foreignRequests: number
}

/** All counters at zero. */
export function newStats(): Stats {
  return {
    earlyPolls: 0,
    immediateFirstPolls: 0,
    polls: 0,
    refreshes: 0,
    reusedRefreshTokens: 0,
    graceRefreshes: 0,
    revocations: 0,
    ineffectiveRevocations: 0,
    tokensIssued: 0,
    replayedCharges: 0,
    foreignRequests: 0,
  }
}
