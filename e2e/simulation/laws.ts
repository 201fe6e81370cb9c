/**
 * Invariants that are checked on every request: no token is presented twice without need, no poll or refresh comes too
 * early, none is sent while asleep, no secret is readable, and no grant is lost without an unavoidable cause.
 */
import type { HttpReply, HttpRequest } from '../../main/ports.ts'
import type { Settings } from '../../preload/contract/index.ts'
import type { Context } from '../platform/context.ts'
import type { Reply } from '../platform/http.ts'
import type { Grant } from '../platform/state.ts'
import type { Machine } from './machine.ts'
import type { RequestObserver } from './network.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** Numbers of lost grants by their unavoidable causes. */
export type Losses = {
  /** The server rotated the token, but its response never arrived. */
  answerLost: number
  /** The app was killed between the response and the write. */
  killedBeforeWrite: number
  /** Asleep, offline or not running for the lifetime of the refresh token. */
  expired: number
  /** The authorization reached its lifetime of 90 days. */
  authorizationOver: number
}

/** Minimum intervals between two readings as documented in the settings: in the foreground and in the background. */
const minIntervalsMs: Readonly<Record<Settings['pollInterval'], readonly [number, number]>> = {
  normal: [minuteMs, 5 * minuteMs],
  slower: [5 * minuteMs, 15 * minuteMs],
  slowest: [15 * minuteMs, hourMs],
}

function minIntervalMs(
  { pollInterval, foreground, onBattery }: PollingConditions,
  organisationId: string,
): number {
  const [foregroundMs, backgroundMs] = minIntervalsMs[pollInterval]
  return (foreground === organisationId ? foregroundMs : backgroundMs) * (onBattery ? 2 : 1)
}

type Presentation = {
  outcome: 'in flight' | 'refused' | 'rotated'
  /** The server responded, and the response has not arrived. */
  responseLost: boolean
  /** The app was killed while it waited for the response, or before it had written the tokens. */
  killed: boolean
}
/** Tokens that arrived, with their expiry by the machine's clock and the clock's error at that time. */
type ReceivedTokens = {
  readonly organisationId: string
  readonly expiresAt: number
  readonly clockErrorMs: number
  readonly receivedAt: number
}
type Reading = { at: number; succeeded: boolean; mayRepeat: boolean }

type PollingConditions = {
  readonly onBattery: boolean
  /** The organisation on screen. */
  readonly foreground: string | null
  readonly pollInterval: Settings['pollInterval']
}

/** A reading that began before a change may be sent after it, when it has to refresh the access token first. */
const maxInFlightMs = 2 * minuteMs

export class Laws implements RequestObserver {
  readonly violations: string[] = []
  readonly losses: Losses = { answerLost: 0, killedBeforeWrite: 0, expired: 0, authorizationOver: 0 }
  requests = 0
  refreshes = 0
  asleep = false
  lockedAt: number | null = null
  #conditions: PollingConditions = { onBattery: false, foreground: null, pollInterval: 'normal' }
  #recentConditions: readonly (PollingConditions & { readonly until: number })[] = []
  readonly #machine: Machine
  readonly #context: Context
  readonly #presented = new Map<string, Presentation>()
  readonly #received = new Map<string, ReceivedTokens>()
  readonly #readings = new Map<string, Reading>()
  /** Organisations whose newest access token was refused. */
  readonly #refused = new Set<string>()
  /** Periods in which the app ran, awake and online (real time). */
  readonly #onlinePeriods: { from: number; to: number }[] = []
  readonly #countedGrants = new Set<Grant>()
  /** The new and the replaced refresh token of each response since the last kill. */
  #rotations: [string, string][] = []
  /** Organisation by access token. */
  readonly #organisationByToken = new Map<string, string>()
  #inFlight = 0

  constructor(machine: Machine, context: Context) {
    this.#machine = machine
    this.#context = context
  }

  sent(request: HttpRequest): void {
    this.requests += 1
    if (this.asleep) this.#violate(`sent a request while asleep: ${request.url}`)
    if (isRefresh(request)) this.#checkRefresh(refreshTokenOf(request))
    else if (isReading(request)) this.#checkReading(this.#organisationOf(request))
    else return
    this.#inFlight += 1
    // Four queued readings, one of the organisation on screen, and a refresh.
    if (this.#inFlight > 6) this.#violate(`${this.#inFlight} requests at once`)
  }

  answered(request: HttpRequest, { status }: Reply): void {
    if (!isRefresh(request)) return
    const presentation = this.#presented.get(refreshTokenOf(request))
    // Lost until it arrives.
    if (presentation !== undefined && status === 200) presentation.responseLost = true
  }

  arrived(request: HttpRequest, reply: HttpReply | null): void {
    if (isRefresh(request)) {
      this.#inFlight -= 1
      const token = refreshTokenOf(request)
      const presentation = this.#presented.get(token)
      if (presentation === undefined) return
      presentation.outcome = reply?.status === 200 ? 'rotated' : 'refused'
      if (reply?.status !== 200) return
      presentation.responseLost = false
      this.#receive(reply)
      this.#rotations.push([JSON.parse(reply.body).refresh_token, token])
    } else if (isReading(request)) {
      this.#inFlight -= 1
      const organisationId = this.#organisationOf(request)
      if (reply?.status === 401) this.#refused.add(organisationId)
      const succeeded = reply?.status === 200
      this.#readings.set(organisationId, {
        at: this.#machine.elapsedMs,
        succeeded,
        mayRepeat: reply?.status === 401,
      })
    } else if (reply?.status === 200 && request.url.endsWith('/revoke')) {
      // A sign-in is read again once the grant that it replaced is revoked, to see that it still works.
      this.allowImmediateReads()
    } else if (reply?.status === 200 && request.body?.includes('device_code') === true) this.#receive(reply)
  }

  /** Allows one reading of each organisation before its interval has passed. */
  allowImmediateReads(): void {
    for (const reading of this.#readings.values()) reading.mayRepeat = true
  }

  /** The process was killed. @param disk the decrypted content of the disk */
  killed(disk: string): void {
    this.#inFlight = 0
    for (const [newToken, oldToken] of this.#rotations) {
      const presentation = this.#presented.get(oldToken)
      if (!disk.includes(newToken) && presentation !== undefined) presentation.killed = true
    }
    this.#rotations = []
    for (const presentation of this.#presented.values()) {
      if (presentation.outcome !== 'in flight') continue
      presentation.outcome = 'refused'
      presentation.killed = true
    }
    this.#readings.clear()
  }

  /** The app ran awake and online from then until now. */
  addOnlinePeriod(from: number): void {
    this.#onlinePeriods.push({ from, to: this.#machine.trueTime })
  }

  /** Called when the app asks to sign in to the organisation again. */
  checkLoss(organisationId: string): void {
    const grant = this.#context.state.grants.findLast(({ orgId }) => orgId === organisationId)
    if (grant === undefined || this.#countedGrants.has(grant)) return
    this.#countedGrants.add(grant)
    const now = this.#machine.trueTime
    const tokens = [...grant.spentRefreshTokens, grant.refreshToken].map((one) => this.#presented.get(one))
    if (grant.revoked === 'refresh token reused') {
      if (tokens.some((one) => one?.killed)) this.losses.killedBeforeWrite += 1
      else if (tokens.some((one) => one?.responseLost)) this.losses.answerLost += 1
      else this.#violate(`${organisationId} was lost: a refresh token was presented twice`)
    } else if (now >= grant.authorizationExpiresAt) this.losses.authorizationOver += 1
    else if (now >= grant.refreshTokenExpiresAt) this.#checkExpiry(organisationId, grant)
    else this.#violate(`${organisationId} was signed out, although its grant is valid`)
  }

  /** @param text everything that was logged or shown */
  checkSecrets(text: string): void {
    const found = /\b(access|refresh|device)_[\w-]{20,}/.exec(text)
    if (found !== null) this.#violate(`a secret can be read: ${found[0]}`)
  }

  #checkExpiry(organisationId: string, { refreshTokenExpiresAt: end }: Grant): void {
    const from = end - 3.5 * dayMs
    const onlineMs = this.#onlinePeriods.reduce(
      (sum, one) => sum + Math.max(0, Math.min(one.to, end) - Math.max(one.from, from)),
      0,
    )
    // The expiry is checked every hour, and a server may demand a pause of some minutes.
    if (onlineMs > 70 * minuteMs)
      this.#violate(`${organisationId} ran out after ${Math.round(onlineMs / minuteMs)} minutes to renew it`)
    this.losses.expired += 1
  }

  #checkRefresh(token: string): void {
    this.refreshes += 1
    const before = this.#presented.get(token)
    if (before?.outcome === 'rotated' && !before.killed) this.#violate('a refresh token was presented twice')
    if (before?.outcome === 'in flight') this.#violate('a refresh token was presented twice at a time')
    const { responseLost = false, killed = false } = before ?? {}
    this.#presented.set(token, { outcome: 'in flight', responseLost, killed })
    const received = this.#received.get(token)
    if (received === undefined || received.clockErrorMs !== this.#machine.clockErrorMs) return
    const { wallTime } = this.#machine
    const isHalfOver = this.#machine.trueTime >= received.receivedAt + 3.5 * dayMs
    const isRefused = this.#refused.delete(received.organisationId)
    if (wallTime < received.expiresAt - 40_000 && !isHalfOver && !isRefused)
      this.#violate(`refreshed ${Math.round((received.expiresAt - wallTime) / 1000)} s before the end`)
  }

  setPollingConditions(change: Partial<PollingConditions>): void {
    const { elapsedMs } = this.#machine
    const recent = this.#recentConditions.filter(({ until }) => elapsedMs - until < maxInFlightMs)
    this.#recentConditions = [...recent, { ...this.#conditions, until: elapsedMs }]
    this.#conditions = { ...this.#conditions, ...change }
  }

  #checkReading(organisationId: string): void {
    const { elapsedMs } = this.#machine
    // A reading that began before the lock may be sent after its refresh.
    if (this.lockedAt !== null && elapsedMs - this.lockedAt > 2 * minuteMs)
      this.#violate('a balance was read on a locked screen')
    const last = this.#readings.get(organisationId)
    if (last === undefined || last.mayRepeat) return
    const recent = this.#recentConditions.filter(({ until }) => elapsedMs - until < maxInFlightMs)
    const usualMs = Math.min(
      ...[this.#conditions, ...recent].map((one) => minIntervalMs(one, organisationId)),
    )
    const minMs = last.succeeded ? usualMs : 15_000
    if (elapsedMs - last.at < minMs - 1)
      this.#violate(`read after ${elapsedMs - last.at} ms, not ${minMs} (${this.#conditions.pollInterval})`)
  }

  #receive({ body }: HttpReply): void {
    const {
      access_token,
      refresh_token: token,
      expires_in: seconds,
      org_id: organisationId,
    } = JSON.parse(body)
    this.#organisationByToken.set(access_token, organisationId)
    const { wallTime, clockErrorMs, trueTime: receivedAt } = this.#machine
    this.#received.set(token, {
      organisationId,
      expiresAt: wallTime + seconds * 1000,
      clockErrorMs,
      receivedAt,
    })
    this.#refused.delete(organisationId)
  }

  #organisationOf({ headers }: HttpRequest): string {
    const token = (headers.authorization ?? '').slice('Bearer '.length)
    return this.#organisationByToken.get(token) ?? '?'
  }

  #violate(description: string): void {
    this.violations.push(
      `day ${((this.#machine.trueTime - Date.UTC(2026, 0, 15, 12)) / dayMs).toFixed(2)}: ${description}`,
    )
  }
}

function isRefresh({ body = '' }: HttpRequest): boolean {
  return body.includes('grant_type=refresh_token')
}

function isReading({ url, method }: HttpRequest): boolean {
  return method === 'GET' && url.endsWith('/balance')
}

function refreshTokenOf({ body = '' }: HttpRequest): string {
  return new URLSearchParams(body).get('refresh_token') ?? ''
}
