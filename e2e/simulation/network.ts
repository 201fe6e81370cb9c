/** The way to the stand-in and back: slow, broken, losing answers. The stand-in itself runs in memory, by true time. */
import { parallelEndpoints } from '../../main/parallel/endpoints.ts'
import { failure } from '../../main/parallel/failures.ts'
import type { Http, HttpReply, HttpRequest } from '../../main/ports.ts'
import { failed, ok, type Result } from '../../preload/contract/index.ts'
import { answerAccount } from '../platform/account.ts'
import type { Context } from '../platform/context.ts'
import { newOrganisation } from '../platform/demo.ts'
import type { Call, Reply } from '../platform/http.ts'
import { answerOAuth } from '../platform/oauth.ts'
import { newStats } from '../platform/state.ts'
import type { Machine, Process } from './machine.ts'

const dayMs = 24 * 3600_000

/** `flaky`: answers are lost, connections break, the server is overloaded; `slow`: up to beyond every time-out. */
export type Weather = 'fine' | 'offline' | 'flaky' | 'slow'

/** What the laws want to know of a request. */
export type Watcher = {
  readonly sent: (request: HttpRequest) => void
  /** The server has answered; whether that arrives is another question. */
  readonly answered: (request: HttpRequest, reply: Reply) => void
  /** The app has what came of it. `reply`: null when nothing usable arrived. */
  readonly arrived: (request: HttpRequest, reply: HttpReply | null) => void
}

export class Network {
  weather: Weather = 'fine'
  /** Grows with each sleep: what was on its way then is lost. */
  sleeps = 0
  readonly context: Context
  readonly #machine: Machine
  readonly #chance: () => number

  constructor(machine: Machine, chance: () => number, organisations: number, rotationGraceMs: number) {
    this.#machine = machine
    this.#chance = chance
    this.context = {
      clock: { now: () => machine.true, advance: () => {} },
      state: {
        version: 1,
        organisations: Array.from({ length: organisations }, (_, which) =>
          newOrganisation(`org_${which + 1}`, { creditBalanceCents: 10_000 + which }),
        ),
        clients: [],
        deviceAuthorizations: [],
        grants: [],
        charges: [],
      },
      lifetimes: {
        rotationGraceMs,
        accessTokenLifetimeMs: 600_000,
        refreshTokenLifetimeMs: 7 * dayMs,
        authorizationLifetimeMs: 90 * dayMs,
        deviceCodeLifetimeMs: 600_000,
        intervalSeconds: 5,
      },
      stats: newStats(),
      secrets: { accessTokens: [], refreshTokens: [], deviceCodes: [], apiKeys: [] },
      changed: () => {},
      platformUrl: () => parallelEndpoints.platformUrl,
    }
  }

  /** What one program sends with. */
  httpOf(process: Process, watcher: Watcher): Http {
    return {
      send: (request) =>
        new Promise((resolve) => {
          watcher.sent(request)
          void this.#carry(request, watcher).then((result) => {
            if (!process.alive) return
            watcher.arrived(request, result.ok ? result.value : null)
            resolve(result)
          })
        }),
    }
  }

  async #carry(request: HttpRequest, watcher: Watcher): Promise<Result<HttpReply>> {
    const { sleeps, weather } = this
    const dice = this.#chance()
    if (weather === 'offline') return broken
    const wayMs = 20 + this.#chance() * (weather === 'slow' ? 50_000 : 300)
    await this.#machine.later(wayMs)
    // The machine slept meanwhile: it was already handled, or it never arrived.
    const isLost = this.sleeps > sleeps
    if (isLost && dice < 0.5) return broken
    if (weather === 'flaky' && !isLost) {
      if (dice < 0.15) return broken
      if (dice < 0.25) return ok({ status: 503, headers: { 'retry-after': '240' }, body: '' })
      if (dice < 0.35) return ok({ status: 502, headers: { 'content-type': 'text/html' }, body: '<html>' })
    }
    const reply = answerOf(this.context, request)
    watcher.answered(request, reply)
    if (isLost || (weather === 'flaky' && dice > 0.97)) return broken
    const backMs = 20 + this.#chance() * (weather === 'slow' ? 50_000 : 300)
    if (wayMs + backMs > request.timeoutMs) {
      await this.#machine.later(request.timeoutMs - wayMs)
      return failed(failure('timeout', 'No answer in time.'))
    }
    await this.#machine.later(backMs)
    if (this.sleeps > sleeps) return broken
    const headers = Object.entries(reply.headers).map(([name, value]) => [name, String(value)])
    return ok({ status: reply.status, headers: Object.fromEntries(headers), body: reply.body })
  }
}

const broken = failed(failure('offline', 'The connection broke.'))

function answerOf(context: Context, request: HttpRequest): Reply {
  const url = new URL(request.url)
  const { method, headers, body = '' } = request
  const call: Call = { method, path: url.pathname, query: url.searchParams, headers, body }
  return answerOAuth(context, call) ?? answerAccount(context, call, false)
}
