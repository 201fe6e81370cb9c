/**
 * A minimal in-memory OAuth server for property tests, with a virtual clock and a record of all requests. The strict
 * stand-in over real HTTP is in `e2e/platform`.
 */
import { failed, ok, type Result } from '../../preload/contract/index.ts'
import { failure } from '../parallel/failures.ts'
import type { Clock, HttpReply, HttpRequest } from '../ports.ts'
import { jsonReply, ScriptedHttp } from './memory-ports.ts'

export type Fault = 'offline' | 'timeout' | 'page' | '503' | 'slow-down' | 'broken'

export class MemoryService {
  readonly http: ScriptedHttp
  /** Elapsed time of each poll. */
  readonly polls: number[] = []
  /** Refresh tokens in the order in which they were presented. */
  readonly presented: string[] = []
  readonly revoked: string[] = []
  /** Access tokens that the account API was called with. */
  readonly used: string[] = []
  clientIds = ['client-1']
  intervalSeconds = 5
  lifetimeSeconds = 600
  decision: 'pending' | 'approved' | 'denied' = 'pending'
  organisation = { id: 'org_1', name: 'Halden Research' }
  creditCents = 19670
  isInvoiced = false
  readonly #charged = new Set<string>()
  /** The `Date` of each reply; null for none. */
  now: (() => number) | null = null
  scope = 'balance:read apps:read keys:read'
  /** Each is consumed by one request to the token endpoint. */
  faults: Fault[] = []
  /** Called first for each request; its response takes precedence. */
  before: ((request: HttpRequest) => Result<HttpReply> | Promise<Result<HttpReply>> | undefined) | null = null

  readonly #clock: Clock
  #codeIssuedAt = 0
  #serial = 0
  #live: { access: string; refresh: string } | null = null

  constructor(clock: Clock) {
    this.#clock = clock
    this.http = new ScriptedHttp(async (request) =>
      this.#dated(await (this.before?.(request) ?? this.#answer(request))),
    )
  }

  #dated(answer: Result<HttpReply>): Result<HttpReply> {
    if (!answer.ok || this.now === null) return answer
    const headers = { ...answer.value.headers, date: new Date(this.now()).toUTCString() }
    return ok({ ...answer.value, headers })
  }

  /** The server ends the grant. */
  endGrant(): void {
    this.#live = null
  }

  get liveRefreshToken(): string | null {
    return this.#live?.refresh ?? null
  }

  #answer(request: HttpRequest): Result<HttpReply> {
    const { pathname } = new URL(request.url)
    const form = new URLSearchParams(request.body)
    switch (pathname) {
      case '/getServiceKeys/register':
        this.clientIds.push(`client-${this.clientIds.length + 1}`)
        return jsonReply(200, { client_id: this.clientIds.at(-1) })
      case '/getServiceKeys/device/code':
        if (!this.clientIds.includes(form.get('client_id') ?? '')) {
          return jsonReply(401, { error: 'invalid_client' })
        }
        this.#codeIssuedAt = this.#clock.elapsed()
        return jsonReply(200, {
          device_code: `device-${++this.#serial}`,
          user_code: 'BCDF-GHJK',
          verification_uri: 'https://platform.parallel.ai/device',
          verification_uri_complete: 'https://platform.parallel.ai/device?user_code=BCDF-GHJK',
          expires_in: this.lifetimeSeconds,
          interval: this.intervalSeconds,
        })
      case '/getServiceKeys/token':
        return this.#faulty() ?? (form.has('device_code') ? this.#poll() : this.#refresh(form))
      case '/getServiceKeys/token/revoke': {
        const refreshToken = form.get('refresh_token') ?? ''
        this.revoked.push(refreshToken)
        if (this.#live?.refresh === refreshToken) this.#live = null
        return jsonReply(200, {})
      }
      default:
        return this.#balance(request)
    }
  }

  #faulty(): Result<HttpReply> | null {
    switch (this.faults.shift()) {
      case undefined:
        return null
      case 'offline':
        return failed(failure('offline', 'net::ERR_INTERNET_DISCONNECTED'))
      case 'timeout':
        return failed(failure('timeout', 'no answer'))
      case 'page':
        return { ok: true, value: { status: 502, headers: { 'content-type': 'text/html' }, body: '<html>' } }
      case '503':
        return jsonReply(503, {}, { 'retry-after': '11' })
      case 'slow-down':
        this.polls.push(this.#clock.elapsed())
        return jsonReply(400, { error: 'slow_down' })
      case 'broken':
        return { ok: true, value: { status: 200, headers: {}, body: '{"access_tok' } }
    }
  }

  #poll(): Result<HttpReply> {
    this.polls.push(this.#clock.elapsed())
    if (this.#clock.elapsed() - this.#codeIssuedAt > this.lifetimeSeconds * 1000) {
      return jsonReply(400, { error: 'expired_token' })
    }
    if (this.decision === 'denied') return jsonReply(400, { error: 'access_denied' })
    if (this.decision === 'pending') return jsonReply(400, { error: 'authorization_pending' })
    return this.#issue()
  }

  #refresh(form: URLSearchParams): Result<HttpReply> {
    const refreshToken = form.get('refresh_token') ?? ''
    this.presented.push(refreshToken)
    if (this.#live?.refresh !== refreshToken) return jsonReply(400, { error: 'invalid_grant' })
    return this.#issue()
  }

  #issue(): Result<HttpReply> {
    const serial = ++this.#serial
    this.#live = { access: `access-${serial}`, refresh: `refresh-${serial}` }
    return jsonReply(200, {
      access_token: this.#live.access,
      refresh_token: this.#live.refresh,
      token_type: 'Bearer',
      expires_in: 600,
      refresh_token_expires_in: 7 * 24 * 3600,
      authorization_expires_in: 90 * 24 * 3600,
      org_id: this.organisation.id,
      org_name: this.organisation.name,
      scope: this.scope,
    })
  }

  /** Charges each key once. */
  #charge({ amount_cents, idempotency_key }: { amount_cents: number; idempotency_key: string }): void {
    if (!this.#charged.has(idempotency_key)) this.creditCents += amount_cents
    this.#charged.add(idempotency_key)
  }

  #balance(request: HttpRequest): Result<HttpReply> {
    const token = (request.headers.authorization ?? '').slice('Bearer '.length)
    this.used.push(token)
    if (this.#live?.access !== token) return jsonReply(401, { detail: 'Unauthorized' })
    if (request.url.endsWith('/balance/add')) this.#charge(JSON.parse(request.body ?? '{}'))
    return jsonReply(200, {
      org_id: this.organisation.id,
      credit_balance_cents: this.creditCents,
      pending_debit_balance_cents: 1250,
      will_invoice: this.isInvoiced,
    })
  }
}
