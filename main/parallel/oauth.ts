/** The five OAuth calls: RFC 8628, RFC 6749, and RFC 7009 with the service's own parameter name. */
import * as v from 'valibot'
import { type Failure, failed, ok, type Result } from '../../preload/contract/index.ts'
import type { Platform } from '../ports.ts'
import type { Endpoints } from './endpoints.ts'
import { type Exchange, toResult } from './exchange.ts'
import { failure } from './failures.ts'
import {
  credential,
  deviceCodeReply,
  ignoredReply,
  intervalMs,
  registrationReply,
  tokenReply,
} from './replies.ts'
import { checkVerificationAddress, type VerificationAddress } from './verification-address.ts'

const requestTimeoutMs = 30_000
/** Longer, as a refresh that times out after it reached the server loses the session under token rotation. */
const refreshTimeoutMs = 60_000
const clientName = 'Parallel Tray'

export type DeviceCode = {
  readonly deviceCode: string
  readonly userCode: string
  readonly address: VerificationAddress
  readonly lifetimeMs: number
  readonly intervalMs: number
}

/** Lifetimes start with the reply. */
export type Tokens = {
  readonly accessToken: string
  /** Null in the reply to a refresh: the old refresh token stays valid (RFC 6749 6). */
  readonly refreshToken: string | null
  readonly accessLifetimeMs: number
  readonly refreshLifetimeMs: number | null
  readonly authorizationLifetimeMs: number | null
  readonly organisationId: string | null
  readonly organisationName: string | null
  /** Null when the reply has none: the requested scope was granted (RFC 6749 5.1). */
  readonly scope: readonly string[] | null
}

/** The tokens of a sign-in, which always belong to an organisation and can be refreshed. */
export type FirstTokens = Tokens & { readonly refreshToken: string; readonly organisationId: string }

/** An approved grant for one organisation (RFC 6749 5.1), with everything that has to be stored. */
export type ApprovedGrant = {
  /** The client that the tokens were issued to, which alone can refresh them. */
  readonly clientId: string
  readonly tokens: FirstTokens
  readonly scope: readonly string[]
  readonly receivedAt: number
}

export type PollAnswer =
  | { readonly kind: 'approved'; readonly tokens: FirstTokens }
  | { readonly kind: 'pending' }
  /** `intervalMs`: the new interval in the reply, if any. */
  | { readonly kind: 'slow-down'; readonly intervalMs: number | null; readonly retryAfterMs: number }
  /** No usable answer. The code is still valid, so polling continues. */
  | { readonly kind: 'trouble'; readonly failure: Failure }
  | { readonly kind: 'ended'; readonly failure: Failure; readonly orphanedRefreshToken?: string }

export class OAuth {
  readonly #exchange: Exchange
  readonly #platformUrl: string

  constructor(exchange: Exchange, endpoints: Endpoints) {
    this.#exchange = exchange
    this.#platformUrl = endpoints.platformUrl
  }

  /** Registers this installation. @returns the client ID, which doesn't expire */
  async register(platform: Platform, signal: AbortSignal): Promise<Result<string>> {
    const known = Object.fromEntries(Object.entries(platform).filter(([, value]) => value !== ''))
    const body = JSON.stringify({ client_name: clientName, platform: known })
    const answer = await this.#exchange.ask(
      {
        method: 'POST',
        url: `${this.#platformUrl}/getServiceKeys/register`,
        headers: { accept: 'application/json', 'content-type': 'application/json' },
        body,
        timeoutMs: requestTimeoutMs,
      },
      registrationReply,
      signal,
    )
    return answer.ok ? ok(answer.value.client_id) : toResult(answer)
  }

  /** RFC 8628 3.1. Fails with `unknown-client` when the server has forgotten the client ID. */
  async requestDeviceCode(clientId: string, scope: string, signal: AbortSignal): Promise<Result<DeviceCode>> {
    const answer = await this.#post(
      'device/code',
      { client_id: clientId, scope },
      deviceCodeReply,
      signal,
      requestTimeoutMs,
    )
    if (!answer.ok) {
      const { failure: why, oauthError } = answer.refusal
      return failed(oauthError === 'invalid_client' ? { ...why, kind: 'unknown-client' } : why)
    }
    const reply = answer.value
    const address = checkVerificationAddress(
      this.#platformUrl,
      reply.verification_uri,
      reply.verification_uri_complete ?? undefined,
    )
    if (!address.ok) return address
    return ok({
      deviceCode: reply.device_code,
      userCode: reply.user_code,
      address: address.value,
      lifetimeMs: reply.expires_in,
      intervalMs: intervalMs(reply.interval),
    })
  }

  /** One poll (RFC 8628 3.4, 3.5). The caller must keep the interval. */
  async poll(clientId: string, deviceCode: string, signal: AbortSignal): Promise<PollAnswer> {
    const answer = await this.#post(
      'token',
      {
        grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
        client_id: clientId,
        device_code: deviceCode,
      },
      tokenReply,
      signal,
      requestTimeoutMs,
    )
    if (answer.ok) return firstTokens(toTokens(answer.value))
    const { failure: why, oauthError, body } = answer.refusal
    const orphanedRefreshToken = refreshTokenIn(body)
    if (orphanedRefreshToken !== null) return { kind: 'ended', failure: why, orphanedRefreshToken }
    switch (oauthError) {
      case undefined:
        return { kind: 'trouble', failure: why }
      case 'authorization_pending':
        return { kind: 'pending' }
      case 'slow_down':
        return { kind: 'slow-down', intervalMs: namedInterval(body), retryAfterMs: why.retryAfterMs ?? 0 }
      case 'access_denied':
        return { kind: 'ended', failure: { ...why, kind: 'denied' } }
      case 'expired_token':
        return { kind: 'ended', failure: { ...why, kind: 'expired' } }
      case 'invalid_client':
        return { kind: 'ended', failure: { ...why, kind: 'unknown-client' } }
      case 'temporarily_unavailable':
      case 'server_error':
        return { kind: 'trouble', failure: { ...why, kind: 'server', retryable: true } }
      default:
        return { kind: 'ended', failure: { ...why, kind: 'invalid' } }
    }
  }

  /**
   * RFC 6749 6. Fails with `signed-out` for `invalid_grant` and `unknown-client` for `invalid_client`.
   * The access token is empty when the reply is malformed except for a new refresh token.
   * @param clientId null omits it, as in the vendor's documentation
   */
  async refresh(refreshToken: string, clientId: string | null, signal: AbortSignal): Promise<Result<Tokens>> {
    const answer = await this.#post(
      'token',
      {
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
        ...(clientId === null ? {} : { client_id: clientId }),
      },
      tokenReply,
      signal,
      refreshTimeoutMs,
    )
    if (answer.ok) return ok(toTokens(answer.value))
    const { failure: why, oauthError, body } = answer.refusal
    if (oauthError === 'invalid_grant') return failed({ ...why, kind: 'signed-out' })
    if (oauthError === 'invalid_client') return failed({ ...why, kind: 'unknown-client' })
    const rotated = refreshTokenIn(body)
    // The old refresh token is no longer valid, so the new one must not be lost with a malformed reply.
    return rotated === null ? failed(why) : ok({ ...onlyRefreshToken, refreshToken: rotated })
  }

  /** RFC 7009 2.2: a 2xx means that the token is invalid now, also one that the server doesn't know. */
  async revoke(refreshToken: string, signal: AbortSignal): Promise<Result<null>> {
    const answer = await this.#post(
      'token/revoke',
      { refresh_token: refreshToken },
      ignoredReply,
      signal,
      requestTimeoutMs,
    )
    return answer.ok ? ok(null) : toResult(answer)
  }

  #post<S extends v.GenericSchema>(
    path: string,
    form: Readonly<Record<string, string>>,
    schema: S,
    signal: AbortSignal,
    timeoutMs: number,
  ) {
    return this.#exchange.ask(
      {
        method: 'POST',
        url: `${this.#platformUrl}/getServiceKeys/${path}`,
        headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(form).toString(),
        timeoutMs,
      },
      schema,
      signal,
      [form.refresh_token, form.device_code].filter((secret) => secret !== undefined),
    )
  }
}

const onlyRefreshToken: Omit<Tokens, 'refreshToken'> = {
  accessToken: '',
  accessLifetimeMs: 0,
  refreshLifetimeMs: null,
  authorizationLifetimeMs: null,
  organisationId: null,
  organisationName: null,
  scope: null,
}

/** The refresh token in a reply that is malformed elsewhere. */
function refreshTokenIn(body: unknown): string | null {
  const found = v.safeParse(v.object({ refresh_token: credential }), body)
  return found.success ? found.output.refresh_token : null
}

function toTokens(reply: v.InferOutput<typeof tokenReply>): Tokens {
  // RFC 6749 3.3 joins by spaces; some servers join by commas.
  const scope = (reply.scope ?? '').split(/[\s,]+/).filter((one) => one !== '')
  return {
    accessToken: reply.access_token,
    refreshToken: reply.refresh_token,
    accessLifetimeMs: reply.expires_in,
    refreshLifetimeMs: reply.refresh_token_expires_in,
    authorizationLifetimeMs: reply.authorization_expires_in,
    organisationId: reply.org_id,
    organisationName: reply.org_name,
    scope: scope.length === 0 ? null : scope,
  }
}

function firstTokens(tokens: Tokens): PollAnswer {
  const { refreshToken, organisationId } = tokens
  if (refreshToken !== null && organisationId !== null) {
    return { kind: 'approved', tokens: { ...tokens, refreshToken, organisationId } }
  }
  const missing = refreshToken === null ? 'refresh_token' : 'org_id'
  return {
    kind: 'ended',
    failure: failure('server', `The approval came without ${missing}.`),
    ...(refreshToken === null ? {} : { orphanedRefreshToken: refreshToken }),
  }
}

function namedInterval(body: unknown): number | null {
  const named = (body as { interval?: unknown } | undefined)?.interval
  return typeof named === 'number' && named > 0 ? intervalMs(named) : null
}
