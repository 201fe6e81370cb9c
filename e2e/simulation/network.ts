/** A network that is slow, breaks and loses responses, to the stand-in in memory, whose clock is always right. */
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

/** `flaky`: lost responses, connectionBroken connections, an overloaded server; `slow`: up to beyond every timeout. */
export type NetworkCondition = 'fine' | 'offline' | 'flaky' | 'slow'

/** Observes the life of each request. */
export type RequestObserver = {
  readonly sent: (request: HttpRequest) => void
  /** The server has responded; the response may still be lost. */
  readonly answered: (request: HttpRequest, reply: Reply) => void
  /** The request of the app settles. `reply`: null when it failed. */
  readonly arrived: (request: HttpRequest, reply: HttpReply | null) => void
}

export class Network {
  condition: NetworkCondition = 'fine'
  /** Incremented by each sleep, which loses everything in transit. */
  sleeps = 0
  readonly context: Context
  readonly #machine: Machine
  readonly #random: () => number

  constructor(machine: Machine, random: () => number, organisations: number, rotationGraceMs: number) {
    this.#machine = machine
    this.#random = random
    this.context = {
      clock: { now: () => machine.trueTime, advance: () => {} },
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

  /** The HTTP port of one process. */
  httpOf(process: Process, observer: RequestObserver): Http {
    return {
      send: (request) =>
        new Promise((resolve) => {
          observer.sent(request)
          void this.#transfer(request, observer).then((result) => {
            if (!process.alive) return
            observer.arrived(request, result.ok ? result.value : null)
            resolve(result)
          })
        }),
    }
  }

  async #transfer(request: HttpRequest, observer: RequestObserver): Promise<Result<HttpReply>> {
    const { sleeps, condition } = this
    const luck = this.#random()
    if (condition === 'offline') return connectionBroken
    const requestMs = 20 + this.#random() * (condition === 'slow' ? 50_000 : 300)
    await this.#machine.delay(requestMs)
    // The machine slept in between: the request was handled already, or never arrived.
    const isLost = this.sleeps > sleeps
    if (isLost && luck < 0.5) return connectionBroken
    if (condition === 'flaky' && !isLost) {
      if (luck < 0.15) return connectionBroken
      if (luck < 0.25) return ok({ status: 503, headers: { 'retry-after': '240' }, body: '' })
      if (luck < 0.35) return ok({ status: 502, headers: { 'content-type': 'text/html' }, body: '<html>' })
    }
    const reply = respond(this.context, request)
    observer.answered(request, reply)
    if (isLost || (condition === 'flaky' && luck > 0.97)) return connectionBroken
    const responseMs = 20 + this.#random() * (condition === 'slow' ? 50_000 : 300)
    if (requestMs + responseMs > request.timeoutMs) {
      await this.#machine.delay(request.timeoutMs - requestMs)
      return failed(failure('timeout', 'No answer in time.'))
    }
    await this.#machine.delay(responseMs)
    if (this.sleeps > sleeps) return connectionBroken
    const headers = Object.entries(reply.headers).map(([name, value]) => [name, String(value)])
    return ok({ status: reply.status, headers: Object.fromEntries(headers), body: reply.body })
  }
}

const connectionBroken = failed(failure('offline', 'The connection broke.'))

function respond(context: Context, request: HttpRequest): Reply {
  const url = new URL(request.url)
  const { method, headers, body = '' } = request
  const call: Call = { method, path: url.pathname, query: url.searchParams, headers, body }
  return answerOAuth(context, call) ?? answerAccount(context, call, false)
}
