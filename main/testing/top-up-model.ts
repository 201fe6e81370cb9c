/** One organisation's top-ups with a model of the server, the disk and the user that records every violated invariant. */
import { failed, ok, type Result, type TopUp as Shown } from '../../preload/contract/index.ts'
import { RunState } from '../organisation/run-state.ts'
import { ChargeCeiling, chargesName } from '../organisation/top-up/charge-ceiling.ts'
import { TopUp, type TopUpSession } from '../organisation/top-up/top-up.ts'
import { TopUpDocument } from '../organisation/top-up/top-up-document.ts'
import { AccountApi } from '../parallel/account-api.ts'
import { parallelEndpoints } from '../parallel/endpoints.ts'
import { Exchange } from '../parallel/exchange.ts'
import { failure } from '../parallel/failures.ts'
import { ServerTime } from '../parallel/server-time.ts'
import type { Http, HttpReply, HttpRequest } from '../ports.ts'
import { memoryFolder } from './memory-folder.ts'
import { jsonReply, MemoryLog, MemoryStore } from './memory-ports.ts'
import { settle, VirtualClock } from './virtual-clock.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const organisationId = 'org_1'
/** The start time of the server's and of the machine's clock. */
const serverEpoch = new VirtualClock().now()
const limitCents = 360

/** The fate of one request. `late`: the server processes it only after the client has timed out. */
export const ways = [
  'fine',
  'lost-before',
  'lost-after',
  'late',
  'delayed',
  'not-sent',
  'declined',
  'forbidden',
  'invalid',
  'unauthorized',
  'running',
  'rate-limited',
  '500-before',
  '500-after',
  '500-for-ever',
  'page-before',
  'page-after',
  'cut-off',
  'other-organisation',
] as const
type Way = (typeof ways)[number]

export type Step =
  | { do: 'start' | 'ask-again'; twice: boolean }
  | { do: 'ways'; ways: Way[] }
  | { do: 'put-away' | 'sign-in' | 'quit' }
  | { do: 'advance' | 'sleep' | 'off' | 'jump'; ms: number }
  | { do: 'crash'; at: 'now' | 'written' | 'sent' | 'answered' }
  | { do: 'disk'; writes: ('fine' | 'fails' | 'fails-late')[] }
  /** The delay until an access token is available. */
  | { do: 'session'; ms: number }
  | { do: 'sign-out'; forget: boolean }

type Kept = { readonly at: number; state: 'running' | 'charged' | 'declined' | 'broken' }

/** Charges each key once within 24 h of its first request. Its clock is always right. */
class ModelServer {
  /** The charged amounts, in order; each intent has a unique amount. */
  readonly charged: number[] = []
  /** The times of the charges, by its clock. */
  readonly chargedAt: number[] = []
  readonly #kept = new Map<string, Kept>()
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  begin(key: string): Kept | null {
    const kept = this.#kept.get(key)
    if (kept !== undefined && this.#now() - kept.at < day) return kept
    this.#kept.set(key, { at: this.#now(), state: 'running' })
    return null
  }

  /** Processes a request; `decline`: whether the card is declined. */
  handle(key: string, amountCents: number, decline = false): Result<HttpReply> {
    const before = this.begin(key)
    if (before === null) this.finish(key, amountCents, decline)
    const state = this.#kept.get(key)?.state
    if (state === 'running') return jsonReply(409, { code: 'idempotency_key_in_use', message: 'running' })
    if (state === 'declined') return jsonReply(402, { detail: 'Your card was declined.' })
    if (state === 'broken') return jsonReply(500, {})
    return jsonReply(200, { org_id: organisationId, credit_balance_cents: 5000 + sum(this.charged) })
  }

  finish(key: string, amountCents: number, decline = false): void {
    const kept = this.#kept.get(key)
    if (kept?.state !== 'running') return
    kept.state = decline ? 'declined' : 'charged'
    if (decline) return
    this.charged.push(amountCents)
    this.chargedAt.push(this.#now())
  }

  break(key: string): void {
    const kept = this.#kept.get(key)
    if (kept?.state === 'charged') kept.state = 'broken'
  }
}

/** The user's knowledge about one click. */
type Click = {
  readonly amountCents: number
  readonly askedAt: number
  readonly elapsedAt: number
  readonly run: number
  /** It couldn't be stored, so nothing was sent. */
  readonly refused: boolean
  readonly shown: Set<Shown['kind']>
  /** Dismissed, or forgotten with the organisation. */
  away: boolean
  awayWanted: boolean
  /** Its age is unknowable: the clock was set back while no app was running. */
  deceived: boolean
  forgotten: boolean
  noted: number
}

/** One run of the app; after its end its reports are ignored. */
type Run = {
  readonly number: number
  readonly topUp: TopUp
  readonly runState: RunState
  dead: boolean
  signedIn: AbortController | null
  shown: Shown
  /** The maximum of wall time minus elapsed time in this run since the open intent was created. */
  lead: number
}

export class LifeOfTopUps {
  readonly #broken: string[] = []
  readonly #unreadable: string[] = []
  readonly clock = new VirtualClock()
  readonly #clicks = new Map<number, Click>()
  readonly #disk = new MemoryStore()
  readonly #server: ModelServer
  readonly #ceilingCents: number
  #asleepMs = 0
  #ways: Way[] = []
  #writes: ('fine' | 'fails' | 'fails-late')[] = []
  #crash: 'written' | 'sent' | 'answered' | null = null
  #tokenMs = 0
  /** Aborted when the machine sleeps or is off; requests in transit arrive meanwhile. */
  #arrival = new AbortController()
  /** "Find out now" was clicked, and its request hasn't started. */
  #ticket = false
  /** The last write succeeded, so memory and disk agree. */
  #diskIsTrue = true
  /** The clock was set back, and the app hasn't compared the clocks since, or couldn't store the result. */
  #setBack = false
  /** The request in flight was caused by such a click. */
  #callIsAsked = false
  #isWanted = false
  #keys = 0
  #run: Run

  /** @param ceilingCents the maximum that may be charged within 24 hours of the server's time */
  constructor(ceilingCents: number) {
    this.#ceilingCents = ceilingCents
    this.#server = new ModelServer(() => this.#serverNow())
    this.#run = this.#newRun(1)
    this.#signIn()
  }

  get broken(): readonly string[] {
    return [...this.#broken, ...this.#unreadable.map((file) => `unreadable file ${file}`)]
  }

  async live(step: Step): Promise<void> {
    switch (step.do) {
      case 'start':
        this.#start()
        if (step.twice) this.#start()
        break
      case 'ask-again':
        this.#askAgain()
        if (step.twice) this.#askAgain()
        break
      case 'put-away':
        this.#putAway()
        break
      case 'ways':
        this.#ways = [...step.ways]
        break
      case 'disk':
        this.#writes = [...step.writes]
        break
      case 'session':
        this.#tokenMs = step.ms
        break
      case 'advance':
        await this.clock.advance(step.ms)
        this.#looked(step.ms)
        break
      case 'sleep':
        await this.#sleep(step.ms)
        break
      case 'off':
        await this.#restart(step.ms)
        break
      case 'jump':
        this.clock.jump(step.ms)
        if (step.ms < -minute) this.#setBack = true
        break
      case 'crash':
        if (step.at !== 'now') this.#crash = step.at
        else await this.#restart(0)
        break
      case 'quit':
        await this.#quit()
        break
      case 'sign-out':
        this.#signOut(step.forget)
        break
      case 'sign-in':
        this.#signIn()
        break
    }
    await settle()
    if (this.#run.dead) await this.#restart(0)
  }

  /** Ends all faults, and lets the user see every outcome. */
  async end(): Promise<void> {
    this.#ways = []
    this.#writes = []
    this.#crash = null
    this.#tokenMs = 0
    // All requests in transit have ended now.
    await this.clock.advance(6 * minute)
    await this.#restart(0)
    this.#signIn()
    await settle()
    this.#askAgain()
    await this.clock.advance(minute)
    for (const amountCents of new Set(this.#server.charged)) this.#checkCharged(amountCents)
    this.#checkCeiling()
    await this.#stop()
  }

  #checkCharged(amountCents: number): void {
    const click = this.#clicks.get(amountCents)
    const times = this.#server.charged.filter((one) => one === amountCents).length
    if (times > 1 && click?.deceived !== true) this.#break(`charged ${times} times`, amountCents)
    if (click === undefined) {
      this.#break('charged without a click', amountCents)
      return
    }
    if (click.shown.has('not-charged')) this.#break('said to be not charged', amountCents)
    const { shown } = this.#run
    const isOpen = (shown.kind === 'unknown' || shown.kind === 'too-old') && shown.amountCents === amountCents
    if (!click.shown.has('added') && !click.away && !click.awayWanted && !isOpen)
      this.#break('charged and lost', amountCents)
    if (click.refused && !click.shown.has('unknown')) this.#break('refused and charged', amountCents)
  }

  #checkCeiling(): void {
    const { charged, chargedAt } = this.#server
    for (const from of chargedAt) {
      const within = charged.filter((_, index) => {
        const at = chargedAt[index] ?? 0
        return at >= from && at < from + day
      })
      if (sum(within) > this.#ceilingCents) this.#break('over the ceiling of 24 hours', sum(within))
    }
  }

  #start(): void {
    if (this.#run.dead) return
    const amountCents = 100 + this.#clicks.size
    const askedAt = this.clock.now()
    const isOpen = [...this.#clicks.values()].some(
      (one) => !one.refused && !isOver(one) && this.#mayBeCharged(one),
    )
    const midnight = new Date(askedAt).setHours(0, 0, 0, 0)
    const countable = [...this.#clicks.values()].filter(
      (one) => !one.refused && !one.forgotten && this.#mayBeCharged(one) && one.askedAt >= midnight,
    )
    // The report precedes the request.
    const click = { ...newClick, shown: new Set<Shown['kind']>(), amountCents, askedAt }
    const clicked = { ...click, elapsedAt: this.clock.elapsed(), run: this.#run.number, noted: askedAt }
    this.#clicks.set(amountCents, clicked)
    const started = this.#run.topUp.start(amountCents)
    if (!started.ok) {
      const isStorage = started.failure.kind === 'storage'
      this.#clicks.set(amountCents, { ...clicked, refused: true, shown: clicked.shown })
      if (!isStorage && clicked.shown.size > 0) this.#break('shown, although refused', amountCents)
      return
    }
    if (isOpen) this.#break('started while one is open', amountCents)
    if (sum(countable.map((one) => one.amountCents)) + amountCents > limitCents) {
      this.#break('over the limit of the day', amountCents)
    }
    this.#run.lead = this.#lead()
  }

  #askAgain(): void {
    const before = this.#ticket
    this.#ticket = true
    if (!this.#run.topUp.askAgain().ok) this.#ticket = before
  }

  #putAway(): void {
    const { shown } = this.#run
    const put = this.#run.topUp.dismiss()
    if (shown.kind === 'none') return
    const click = this.#clicks.get(shown.amountCents)
    if (click === undefined) return
    // A failed write may have reached the disk nevertheless; after a crash the outcome is then dismissed, as intended.
    if (!put.ok && put.failure.kind === 'storage') click.awayWanted = true
    if (!put.ok) return
    if (shown.kind === 'unknown' || shown.kind === 'charging') this.#break('put away', shown.amountCents)
    click.away = true
  }

  #signIn(): void {
    this.#isWanted = true
    if (this.#run.signedIn !== null) return
    this.#run.signedIn = new AbortController()
    this.#run.topUp.signedIn(this.#sessionOf(this.#run, this.#run.signedIn.signal))
    this.#run.lead = Math.max(this.#run.lead, this.#lead())
  }

  #signOut(forget: boolean): void {
    this.#isWanted = false
    const run = this.#run
    run.signedIn?.abort()
    run.signedIn = null
    run.topUp.signedOut()
    run.shown = { kind: 'none' }
    if (!forget) return
    const canBeFoundOut = [...this.#disk.files.values()].some((text) => text.includes('"tooOld":false'))
    const files = this.#disk.files.size
    run.topUp.forget()
    if (files === this.#disk.files.size) return
    if (canBeFoundOut && this.#diskIsTrue) this.#break('forgotten while open', 0)
    for (const click of this.#clicks.values()) Object.assign(click, { forgotten: true, away: true })
  }

  async #sleep(ms: number): Promise<void> {
    this.#run.runState.suspend()
    this.#run.topUp.suspend()
    await this.#arrive()
    this.#asleepMs += ms
    this.clock.jump(ms)
    this.#run.runState.resume()
    this.#run.topUp.resume()
    if (this.#run.lead > Number.NEGATIVE_INFINITY) this.#sees()
    await this.clock.wake()
  }

  async #arrive(): Promise<void> {
    this.#arrival.abort()
    this.#arrival = new AbortController()
    await settle()
  }

  async #quit(): Promise<void> {
    const ended = this.#run.topUp.settle()
    await this.clock.advance(3000)
    await Promise.race([ended, settle()])
    await this.#restart(0)
  }

  async #stop(): Promise<void> {
    this.#run.dead = true
    void this.#run.topUp.settle()
    await settle()
  }

  async #restart(offMs: number): Promise<void> {
    await this.#stop()
    if (offMs > 0) await this.#arrive()
    // If the app was killed within a minute of the change, or was signed out, only the stored time can reveal it.
    if (this.#setBack) for (const click of this.#clicks.values()) click.deceived ||= !isOver(click)
    this.#setBack = false
    this.#crash = null
    this.#ticket = false
    this.clock.jump(offMs)
    this.#asleepMs += offMs
    this.#run = this.#newRun(this.#run.number + 1)
    if (this.#isWanted) this.#signIn()
    await settle()
  }

  #newRun(number: number): Run {
    const alive = (): boolean => !run.dead
    const store = this.#storeOf(() => run)
    const serverTime = new ServerTime(this.clock)
    const http = serverTime.observe(this.#httpOf(() => run))
    const api = new AccountApi(new Exchange(http, this.clock), parallelEndpoints)
    const onUnreadable = (file: string) => void this.#unreadable.push(file)
    const ceiling = new ChargeCeiling({
      store,
      events: { onWritten: () => {}, onUnreadable },
      now: () => serverTime.now(),
      max: { organisation: this.#ceilingCents, all: this.#ceilingCents },
    })
    const topUp = new TopUp({
      api,
      clock: this.clock,
      random: { fraction: () => 0.5, uuid: () => `key-of-a-click-${++this.#keys}` },
      log: new MemoryLog(),
      document: new TopUpDocument(memoryFolder({ store, unreadable: this.#unreadable })),
      ceiling: ceiling.of(organisationId),
      facts: () => ({ balance: null, maxPerDayCents: limitCents }),
      report: ({ topUp }) => {
        if (alive()) this.#see(run, topUp)
      },
      onCharged: () => {},
    })
    const run: Run = {
      number,
      topUp,
      runState: new RunState(this.clock),
      dead: false,
      signedIn: null,
      shown: { kind: 'none' },
      lead: -Infinity,
    }
    return run
  }

  #see(run: Run, topUp: Shown): void {
    run.shown = topUp
    if (topUp.kind === 'none') return
    const click = this.#clicks.get(topUp.amountCents)
    if (click === undefined) this.#break('shown without a click', topUp.amountCents)
    click?.shown.add(topUp.kind)
  }

  #sessionOf(run: Run, signal: AbortSignal): TopUpSession {
    const controller = new AbortController()
    signal.addEventListener('abort', () => controller.abort())
    return {
      id: organisationId,
      get isAlive() {
        return !signal.aborted
      },
      get isAwake() {
        return run.runState.isAwake
      },
      scope: ['balance:add'],
      call: async (ask) => {
        if (run.dead) return new Promise(() => {})
        this.#callIsAsked = this.#ticket
        this.#ticket = false
        if (this.#tokenMs > 0) await this.clock.wait(this.#tokenMs, signal)
        if (run.dead) return new Promise(() => {})
        if (signal.aborted) return failed(failure('signed-out', 'The sign-in has ended.'))
        const answer = await ask('token-1', controller.signal)
        if (answer.ok || answer.failure.kind !== 'unauthorized') return answer
        if (signal.aborted) return failed(failure('signed-out', 'The sign-in has ended.'))
        return ask('token-2', controller.signal)
      },
    }
  }

  #httpOf(current: () => Run): Http {
    return {
      send: async (request, signal) => {
        const run = current()
        if (run.dead) return new Promise(() => {})
        if (signal.aborted) return failed(failure('cancelled', 'Not sent.', { notSent: true }))
        const body = JSON.parse(request.body ?? '') as { idempotency_key: string; amount_cents: number }
        this.#checkSent(run, body.amount_cents)
        if (this.#crash === 'sent') run.dead = true
        const answer = await Promise.race([this.#dated(this.#answer(body)), this.#gaveUp(request, signal)])
        if (this.#crash === 'answered') run.dead = true
        return run.dead ? new Promise<never>(() => {}) : answer
      },
    }
  }

  async #dated(answered: Promise<Result<HttpReply>>): Promise<Result<HttpReply>> {
    const answer = await answered
    if (!answer.ok) return answer
    const date = new Date(serverEpoch + this.#serverNow()).toUTCString()
    return ok({ ...answer.value, headers: { ...answer.value.headers, date } })
  }

  #serverNow(): number {
    return this.clock.elapsed() + this.#asleepMs
  }

  async #gaveUp(request: HttpRequest, signal: AbortSignal): Promise<Result<HttpReply>> {
    const until = this.clock.elapsed() + request.timeoutMs
    for (;;) {
      const end = await this.clock.wait(until - this.clock.elapsed(), signal)
      if (end === 'aborted') return failed(failure('cancelled', 'Cancelled.'))
      if (this.clock.elapsed() >= until) return failed(failure('timeout', 'No answer.'))
    }
  }

  async #answer(body: { idempotency_key: string; amount_cents: number }): Promise<Result<HttpReply>> {
    const { idempotency_key: key, amount_cents: amountCents } = body
    const server = this.#server
    const lost = failed(failure('offline', 'No answer.'))
    const page = ok({ status: 502, headers: { 'content-type': 'text/html' }, body: '<html>' })
    const { signal } = this.#arrival
    const takes = (ms: number) => this.clock.wait(ms, signal)
    switch (this.#ways.shift() ?? 'fine') {
      case 'fine':
        await takes(300)
        return server.handle(key, amountCents)
      case 'lost-before':
        return lost
      case 'lost-after':
        server.handle(key, amountCents)
        return lost
      case 'late':
        if (server.begin(key) === null) void takes(40_000).then(() => server.finish(key, amountCents))
        await takes(45_000)
        return server.handle(key, amountCents)
      case 'delayed':
        // In transit for minutes.
        await takes(5 * minute)
        return server.handle(key, amountCents)
      case 'not-sent':
        return failed(failure('offline', 'Refused.', { notSent: true }))
      case 'declined':
        return server.handle(key, amountCents, true)
      case 'forbidden':
        return jsonReply(403, { detail: 'not for members' })
      case 'invalid':
        return jsonReply(422, { detail: 'no' })
      case 'unauthorized':
        return jsonReply(401, { detail: 'Unauthorized' })
      case 'running':
        return jsonReply(409, { code: 'idempotency_key_in_use', message: 'running' })
      case 'rate-limited':
        return jsonReply(429, {}, { 'retry-after': '90' })
      case '500-before':
        return jsonReply(500, {})
      case '500-after':
        server.handle(key, amountCents)
        return jsonReply(503, {}, { 'retry-after': '20' })
      case '500-for-ever':
        server.handle(key, amountCents)
        server.break(key)
        return jsonReply(500, {})
      case 'page-before':
        return page
      case 'page-after':
        server.handle(key, amountCents)
        return page
      case 'cut-off':
        server.handle(key, amountCents)
        return ok({ status: 200, headers: {}, body: '{"org_id":"org' })
      case 'other-organisation':
        server.handle(key, amountCents)
        return jsonReply(200, { org_id: 'org_2', credit_balance_cents: 1 })
    }
  }

  #storeOf(current: () => Run): MemoryStore {
    const disk = this.#disk
    const store = new MemoryStore()
    store.read = (name) => disk.read(name)
    store.remove = (name) => (current().dead ? ok(null) : disk.remove(name))
    store.write = (name, document) => {
      if (current().dead) return ok(null)
      const way = this.#writes.shift() ?? 'fine'
      const isTopUp = name !== chargesName
      if (isTopUp) this.#diskIsTrue = way === 'fine'
      if (way !== 'fails') disk.write(name, document)
      if (way !== 'fails' && isTopUp) {
        this.#noted(document as { open: { amountCents: number; seenAt: number } | null })
      }
      if (this.#crash === 'written') current().dead = true
      return way === 'fine' ? ok(null) : failed(failure('storage', 'EIO'))
    }
    return store
  }

  #noted({ open }: { open: { amountCents: number; seenAt: number } | null }): void {
    const click = open === null ? undefined : this.#clicks.get(open.amountCents)
    if (open !== null && click !== undefined) click.noted = Math.max(click.noted, open.seenAt)
  }

  #onDisk(amountCents: number): boolean {
    return [...this.#disk.files.values()].some(
      (text) => text.includes(`"open":{`) && text.includes(`"amountCents":${amountCents},"askedAt"`),
    )
  }

  /** The user can't see an outcome that was stored just before a crash, so only the charge counts. */
  #mayBeCharged({ amountCents }: Click): boolean {
    return this.#server.charged.includes(amountCents) || this.#onDisk(amountCents)
  }

  /** The periodic check has run, if there is something to check. */
  #looked(ms: number): void {
    const { shown, dead } = this.#run
    if (dead) return
    if (ms > minute && shown.kind === 'unknown' && !shown.isRetrying) this.#sees()
    if (ms < 16 * minute || shown.kind !== 'unknown' || shown.isRetrying || this.#writes.length > 0) return
    const click = this.#clicks.get(shown.amountCents)
    const agoMs = this.clock.now() - (click?.noted ?? 0)
    if (agoMs > 17 * minute) this.#break('time is not noted', shown.amountCents)
  }

  /** The app compares the clocks. A crash loses what it can't write then. */
  #sees(): void {
    this.#run.lead = Math.max(this.#run.lead, this.#lead())
    if (this.#diskIsTrue) this.#setBack = false
  }

  #checkSent(run: Run, amountCents: number): void {
    const click = this.#clicks.get(amountCents)
    if (click === undefined) {
      this.#break('sent without a click', amountCents)
      return
    }
    if (!this.#onDisk(amountCents)) this.#break('sent, but not on the disk', amountCents)
    const now = this.clock.now()
    const age = now - click.askedAt
    if (age >= 20 * hour) this.#break('sent when it was too old', amountCents)
    // Detectable: a clock behind the click, behind the stored time, or, in the same run, behind the largest difference from
    // elapsed time that was seen.
    if (age < -minute || now < click.noted - minute)
      this.#break('sent though the clock was set back', amountCents)
    if (this.#lead() < run.lead - minute) this.#break('sent though the clock was set back here', amountCents)
    const isFirst = click.run === run.number && click.shown.has('charging') && !click.shown.has('unknown')
    if (this.#callIsAsked) return
    const sinceMs = Math.max(age, this.clock.elapsed() - click.elapsedAt)
    if (!isFirst && click.run !== run.number) this.#break('sent by itself after a restart', amountCents)
    if (sinceMs >= 15 * minute) this.#break('sent by itself too late', amountCents)
  }

  #lead(): number {
    return this.clock.now() - this.clock.elapsed()
  }

  #break(law: string, amountCents: number): void {
    this.#broken.push(`${law}: ${amountCents}`)
  }
}

const newClick = { refused: false, away: false, awayWanted: false, deceived: false, forgotten: false }

/** Whether the outcome is settled, as shown to the user. */
function isOver({ shown, away, awayWanted }: Click): boolean {
  return shown.has('added') || shown.has('not-charged') || away || awayWanted
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
