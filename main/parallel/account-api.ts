/** The seven calls of the Account API. None is retried here. */
import type * as v from 'valibot'
import { failed, ok, type Result } from '../../preload/contract/index.ts'
import type { Endpoints } from './endpoints.ts'
import { type Exchange, toResult } from './exchange.ts'
import { failure } from './failures.ts'
import { appsReply, balanceReply, createAppReply, createKeyReply, nothingReply } from './replies.ts'

const requestTimeoutMs = 30_000

export type BalanceReading = {
  readonly organisationId: string
  readonly creditCents: number
  readonly heldCents: number
  readonly invoiced: boolean
}

export type App = {
  readonly appId: string
  /** Null when the reply has none that can be shown. */
  readonly appName: string | null
  /** Null when the reply has none: the one whose token listed the apps. */
  readonly organisationId: string | null
}

export type CreatedKey = {
  readonly apiKeyId: string
  readonly apiKeyName: string
  readonly appId: string
  readonly appName: string | null
  readonly createdByUserEmail: string | null
  /** The masked key. */
  readonly displayValue: string | null
  /** The secret, which only this reply contains. */
  readonly rawApiKey: string | null
  readonly createdAt: number | null
}

export class AccountApi {
  readonly #exchange: Exchange
  readonly #base: string

  constructor(exchange: Exchange, endpoints: Endpoints) {
    this.#exchange = exchange
    this.#base = `${endpoints.serviceApiUrl}/service/v1`
  }

  async balance(token: string, signal: AbortSignal): Promise<Result<BalanceReading>> {
    return toBalance(await this.#call('GET', '/balance', token, balanceReply, signal))
  }

  /**
   * Charges the organisation's default card immediately.
   * @param amountCents a whole number from 1 to 10000
   * @param idempotencyKey 8 to 128 characters; the same key is charged once for at least 24 h
   * @returns the balance after the charge; fails with `invalid` for other arguments, without sending them, with `declined`
   *   if the card was refused, and with `conflict` while a request with this key is in progress
   */
  async addBalance(
    token: string,
    amountCents: number,
    idempotencyKey: string,
    signal: AbortSignal,
  ): Promise<Result<BalanceReading>> {
    const isAmount = Number.isInteger(amountCents) && amountCents >= 1 && amountCents <= 10_000
    if (!isAmount || idempotencyKey.length < 8 || idempotencyKey.length > 128) {
      return failed(
        failure('invalid', 'The amount or its key is outside what the service takes.', { notSent: true }),
      )
    }
    const body = { amount_cents: amountCents, idempotency_key: idempotencyKey }
    return toBalance(await this.#call('POST', '/balance/add', token, balanceReply, signal, body))
  }

  async apps(token: string, signal: AbortSignal): Promise<Result<readonly App[]>> {
    const result = await this.#call('GET', '/apps', token, appsReply, signal)
    if (!result.ok) return result
    return ok(
      (result.value.apps ?? []).map((app) => ({
        appId: app.app_id,
        appName: app.app_name,
        organisationId: app.org_id,
      })),
    )
  }

  /** Not idempotent: after a lost response, list the apps. @returns the ID of the new app */
  async createApp(token: string, appName: string, signal: AbortSignal): Promise<Result<string>> {
    const result = await this.#call('POST', '/apps', token, createAppReply, signal, { app_name: appName })
    return result.ok ? ok(result.value.app_id) : result
  }

  /** Succeeds if the app is already deleted. */
  async deleteApp(token: string, appId: string, signal: AbortSignal): Promise<Result<null>> {
    return succeedIfMissing(
      await this.#call('DELETE', `/apps/${encodeURIComponent(appId)}`, token, nothingReply, signal),
    )
  }

  /** Not idempotent: with a lost response the secret is lost permanently. */
  async createKey(
    token: string,
    appId: string,
    apiKeyName: string,
    signal: AbortSignal,
  ): Promise<Result<CreatedKey>> {
    const path = `/apps/${encodeURIComponent(appId)}/keys`
    const result = await this.#call('POST', path, token, createKeyReply, signal, { api_key_name: apiKeyName })
    if (!result.ok) return result
    const key = result.value
    return ok({
      apiKeyId: key.api_key_id,
      apiKeyName: key.api_key_name ?? apiKeyName,
      appId: key.app_id ?? appId,
      appName: key.app_name,
      createdByUserEmail: key.created_by_user_email,
      displayValue: key.display_value,
      rawApiKey: key.raw_api_key,
      createdAt: key.created_at === null ? null : key.created_at * 1000,
    })
  }

  /** Succeeds if the key is already deleted. Fails with `forbidden` for another user's key without the needed role. */
  async deleteKey(
    token: string,
    appId: string,
    apiKeyId: string,
    signal: AbortSignal,
  ): Promise<Result<null>> {
    const path = `/apps/${encodeURIComponent(appId)}/keys/${encodeURIComponent(apiKeyId)}`
    return succeedIfMissing(await this.#call('DELETE', path, token, nothingReply, signal))
  }

  /** Adds the bearer token (RFC 6750 2.1). */
  async #call<S extends v.GenericSchema>(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    token: string,
    schema: S,
    signal: AbortSignal,
    body?: object,
  ): Promise<Result<v.InferOutput<S>>> {
    const url = `${this.#base}${path}`
    // `encodeURIComponent` leaves an ID of dots unchanged, which would resolve to another path.
    if (new URL(url).href !== url) return failed(failure('invalid', 'That is no ID.', { notSent: true }))
    const answer = await this.#exchange.ask(
      {
        method,
        url,
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        timeoutMs: requestTimeoutMs,
      },
      schema,
      signal,
      [token],
    )
    return toResult(answer)
  }
}

function toBalance(result: Result<v.InferOutput<typeof balanceReply>>): Result<BalanceReading> {
  if (!result.ok) return result
  const reply = result.value
  return ok({
    organisationId: reply.org_id,
    creditCents: reply.credit_balance_cents,
    heldCents: reply.pending_debit_balance_cents ?? 0,
    invoiced: reply.will_invoice ?? false,
  })
}

function succeedIfMissing(result: Result<unknown>): Result<null> {
  if (result.ok || result.failure.kind === 'not-found') return ok(null)
  return result
}
