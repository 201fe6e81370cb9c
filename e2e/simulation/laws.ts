/**
 * Watches every request and says what must never happen: a token presented twice without need, a poll or a refresh
 * before its time, a request while asleep, a secret where it can be read, a grant lost without an excuse.
 */
import type { HttpReply, HttpRequest } from '../../main/ports.ts'
import type { Settings } from '../../preload/contract/index.ts'
import type { Context } from '../platform/context.ts'
import type { Reply } from '../platform/http.ts'
import type { Grant } from '../platform/state.ts'
import type { Machine } from './machine.ts'
import type { Watcher } from './network.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** Why grants were lost, each of them with an excuse. */
export type Losses = {
  /** The server rotated, but its answer never arrived. */
  answerLost: number
  /** The app was killed between the answer and its writing. */
  killedBeforeWrite: number
  /** Asleep, offline or not running for the days that a refresh token lasts. */
  expired: number
  /** The authorization has lived its 90 days. */
  authorizationOver: number
}

/** The least pause between two readings, as the user was promised it: in sight, and aside. */
const leastPause: Readonly<Record<Settings['pollInterval'], readonly [number, number]>> = {
  normal: [minuteMs, 5 * minuteMs],
  slower: [5 * minuteMs, 15 * minuteMs],
  slowest: [15 * minuteMs, hourMs],
}

function usualPause({ setting, inSight, onBattery }: Attention, organisationId: string): number {
  const [seen, aside] = leastPause[setting]
  return (inSight === organisationId ? seen : aside) * (onBattery ? 2 : 1)
}

type Presentation = {
  fate: 'under way' | 'refused' | 'rotated'
  excuse: 'answer lost' | null
  /** The app was killed while it waited for the answer, or before it had written it. */
  killed: boolean
}
/** The tokens of an answer: until when they last by the machine's clock, and how wrong that was. */
type Received = {
  readonly organisationId: string
  readonly until: number
  readonly wrong: number
  readonly trueAt: number
}
type Reading = { at: number; good: boolean; excused: boolean }

type Attention = {
  readonly onBattery: boolean
  readonly inSight: string | null
  readonly setting: Settings['pollInterval']
}

/** A reading that began before something changed goes on after it: it may need a new access token first. */
const underWayMs = 2 * minuteMs

export class Laws implements Watcher {
  readonly broken: string[] = []
  readonly losses: Losses = { answerLost: 0, killedBeforeWrite: 0, expired: 0, authorizationOver: 0 }
  requests = 0
  refreshes = 0
  asleep = false
  lockedAt: number | null = null
  /** What the pace hangs on, and what it hung on lately. */
  #attention: Attention = { onBattery: false, inSight: null, setting: 'normal' }
  #attentionsBefore: readonly (Attention & { readonly until: number })[] = []
  readonly #machine: Machine
  readonly #context: Context
  readonly #presented = new Map<string, Presentation>()
  readonly #received = new Map<string, Received>()
  readonly #readings = new Map<string, Reading>()
  /** Whose newest access token was refused. */
  readonly #refused = new Set<string>()
  /** When all was well: the app ran, awake and with a network (true time). */
  readonly #chances: { from: number; to: number }[] = []
  readonly #accounted = new Set<Grant>()
  /** New refresh token and the one it replaced, of the answers that arrived last. */
  #fresh: [string, string][] = []
  /** Whose an access token is. */
  readonly #owners = new Map<string, string>()
  #underWay = 0

  constructor(machine: Machine, context: Context) {
    this.#machine = machine
    this.#context = context
  }

  sent(request: HttpRequest): void {
    this.requests += 1
    if (this.asleep) this.#break(`asked while asleep: ${request.url}`)
    if (isRefresh(request)) this.#refreshing(refreshTokenOf(request))
    else if (isReading(request)) this.#reading(this.#organisationOf(request))
    else return
    this.#underWay += 1
    // Four in turn, the one in sight, and a renewal.
    if (this.#underWay > 6) this.#break(`${this.#underWay} requests at once`)
  }

  answered(request: HttpRequest, { status }: Reply): void {
    if (!isRefresh(request)) return
    const presentation = this.#presented.get(refreshTokenOf(request))
    // Unless it arrives, which is to be seen.
    if (presentation !== undefined && status === 200) presentation.excuse = 'answer lost'
  }

  arrived(request: HttpRequest, reply: HttpReply | null): void {
    if (isRefresh(request)) {
      this.#underWay -= 1
      const token = refreshTokenOf(request)
      const presentation = this.#presented.get(token)
      if (presentation === undefined) return
      presentation.fate = reply?.status === 200 ? 'rotated' : 'refused'
      if (reply?.status !== 200) return
      presentation.excuse = null
      this.#receive(reply)
      this.#fresh.push([JSON.parse(reply.body).refresh_token, token])
    } else if (isReading(request)) {
      this.#underWay -= 1
      const organisationId = this.#organisationOf(request)
      if (reply?.status === 401) this.#refused.add(organisationId)
      const good = reply?.status === 200
      this.#readings.set(organisationId, { at: this.#machine.elapsed, good, excused: reply?.status === 401 })
    } else if (reply?.status === 200 && request.body?.includes('device_code') === true) this.#receive(reply)
  }

  /** There is a reason to look at everything again: once. */
  excuseAll(): void {
    for (const reading of this.#readings.values()) reading.excused = true
  }

  /** The process was killed. @param disk all that is on the disk, readable */
  killed(disk: string): void {
    this.#underWay = 0
    for (const [fresh, old] of this.#fresh) {
      const presentation = this.#presented.get(old)
      if (!disk.includes(fresh) && presentation !== undefined) presentation.killed = true
    }
    this.#fresh = []
    for (const presentation of this.#presented.values()) {
      if (presentation.fate !== 'under way') continue
      presentation.fate = 'refused'
      presentation.killed = true
    }
    this.#readings.clear()
  }

  /** All was well from then until now. */
  allWasWell(from: number): void {
    this.#chances.push({ from, to: this.#machine.true })
  }

  /** The app says that this organisation has to be signed in again. */
  lost(organisationId: string): void {
    const grant = this.#context.state.grants.findLast(({ orgId }) => orgId === organisationId)
    if (grant === undefined || this.#accounted.has(grant)) return
    this.#accounted.add(grant)
    const now = this.#machine.true
    const tokens = [...grant.spentRefreshTokens, grant.refreshToken].map((one) => this.#presented.get(one))
    if (grant.revoked === 'refresh token reused') {
      if (tokens.some((one) => one?.killed)) this.losses.killedBeforeWrite += 1
      else if (tokens.some((one) => one?.excuse === 'answer lost')) this.losses.answerLost += 1
      else this.#break(`${organisationId} was lost: a refresh token was presented twice`)
    } else if (now >= grant.authorizationExpiresAt) this.losses.authorizationOver += 1
    else if (now >= grant.refreshTokenExpiresAt) this.#expired(organisationId, grant)
    else this.#break(`${organisationId} was given up, although its grant is alive`)
  }

  /** @param text all that was ever logged or shown */
  checkSecrets(text: string): void {
    const found = /\b(access|refresh|device)_[\w-]{20,}/.exec(text)
    if (found !== null) this.#break(`a secret can be read: ${found[0]}`)
  }

  #expired(organisationId: string, { refreshTokenExpiresAt: end }: Grant): void {
    const from = end - 3.5 * dayMs
    const chanceMs = this.#chances.reduce(
      (sum, one) => sum + Math.max(0, Math.min(one.to, end) - Math.max(one.from, from)),
      0,
    )
    // It is looked at every hour, and a server may want to be left alone for some minutes.
    if (chanceMs > 70 * minuteMs)
      this.#break(`${organisationId} ran out after ${Math.round(chanceMs / minuteMs)} minutes to renew it`)
    this.losses.expired += 1
  }

  #refreshing(token: string): void {
    this.refreshes += 1
    const before = this.#presented.get(token)
    if (before?.fate === 'rotated' && !before.killed) this.#break('a refresh token was presented twice')
    if (before?.fate === 'under way') this.#break('a refresh token was presented twice at a time')
    const { excuse = null, killed = false } = before ?? {}
    this.#presented.set(token, { fate: 'under way', excuse, killed })
    const received = this.#received.get(token)
    if (received === undefined || received.wrong !== this.#machine.wrong) return
    const { wall } = this.#machine
    const isHalfOver = this.#machine.true >= received.trueAt + 3.5 * dayMs
    const isRefused = this.#refused.delete(received.organisationId)
    if (wall < received.until - 40_000 && !isHalfOver && !isRefused)
      this.#break(`refreshed ${Math.round((received.until - wall) / 1000)} s before the end`)
  }

  attend(change: Partial<Attention>): void {
    const { elapsed } = this.#machine
    const lately = this.#attentionsBefore.filter(({ until }) => elapsed - until < underWayMs)
    this.#attentionsBefore = [...lately, { ...this.#attention, until: elapsed }]
    this.#attention = { ...this.#attention, ...change }
  }

  #reading(organisationId: string): void {
    const { elapsed } = this.#machine
    // A call that began before goes on after its refresh.
    if (this.lockedAt !== null && elapsed - this.lockedAt > 2 * minuteMs)
      this.#break('a balance was read on a locked screen')
    const last = this.#readings.get(organisationId)
    if (last === undefined || last.excused) return
    const lately = this.#attentionsBefore.filter(({ until }) => elapsed - until < underWayMs)
    const usual = Math.min(...[this.#attention, ...lately].map((one) => usualPause(one, organisationId)))
    const least = last.good ? usual : 15_000
    if (elapsed - last.at < least - 1)
      this.#break(`read after ${elapsed - last.at} ms, not ${least} (${this.#attention.setting})`)
  }

  #receive({ body }: HttpReply): void {
    const {
      access_token,
      refresh_token: token,
      expires_in: seconds,
      org_id: organisationId,
    } = JSON.parse(body)
    this.#owners.set(access_token, organisationId)
    const { wall, wrong, true: trueAt } = this.#machine
    this.#received.set(token, { organisationId, until: wall + seconds * 1000, wrong, trueAt })
    this.#refused.delete(organisationId)
  }

  #organisationOf({ headers }: HttpRequest): string {
    const token = (headers.authorization ?? '').slice('Bearer '.length)
    return this.#owners.get(token) ?? '?'
  }

  #break(what: string): void {
    this.broken.push(`day ${((this.#machine.true - Date.UTC(2026, 0, 15, 12)) / dayMs).toFixed(2)}: ${what}`)
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
