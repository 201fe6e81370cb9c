import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { detailError } from './account-errors.ts'
import { alterReply, answerInstead, applyWaits, type Faults, NO_FAULTS, type Plan } from './faults.ts'
import { findRefusal } from './guard.ts'
import { type Call, json, type Reply, readBody, send, sendCutOff, splitTarget } from './http.ts'
import type { LogEntry, RequestLog } from './request-log.ts'

/** The behaviour of one of the two servers. */
export interface Service {
  name: 'platform' | 'api'
  /** Answers requests outside the service (approval page, control), which are neither logged nor subject to faults. */
  answerInternal?(call: Call): Reply | null | Promise<Reply | null>
  /** Called when a request arrives, before any fault delays it; `end` is called when the request is over. */
  onRequest?(call: Call): { end(): void }
  answer(call: Call): Reply
  /** Answers a poll with a scripted `slow_down`; null when the request is no poll for a live code. */
  slowDown?(call: Call, interval: number | undefined): Reply | null
}

export interface Shared {
  log: RequestLog
  faults: Faults
  now(): number
  /** Saves the state before the response is sent. */
  save(): void
  countForeign(): void
}

/** Runs requests through the same steps on both servers: read, guard, log, faults, answer. */
export function serve(service: Service, shared: Shared): Server {
  let answers = 0
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (response.destroyed) return
      // A bug of the stand-in: reported loudly, so that it is not mistaken for a scripted fault.
      console.error('stand-in:', error)
      if (!response.headersSent)
        send(response, json(500, { detail: 'The stand-in has a bug, see its output' }))
      else response.destroy()
    })
  })

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { port } = server.address() as AddressInfo
    const body = await readBody(request)
    const target = request.url ?? '/'
    const call: Call = {
      method: request.method ?? 'GET',
      ...splitTarget(target),
      headers: request.headers,
      body: body ?? '',
    }
    const refusal = findRefusal(call, port, call.method !== 'GET' || call.path.startsWith('/control'))
    const internal = refusal === null && body !== null ? await service.answerInternal?.(call) : null
    if (internal) {
      shared.save()
      return send(response, internal)
    }
    const entry: LogEntry = {
      at: shared.now(),
      server: service.name,
      method: call.method,
      path: target,
      status: null,
      done: false,
      headers: call.headers,
      body: call.body,
    }
    const plan = refusal === null && body !== null ? shared.faults.plan(call) : NO_FAULTS
    if (plan.names.length > 0) entry.note = plan.names.join(', ')
    shared.log.add(entry)
    response.on('close', () => {
      entry.done = true
      shared.log.wake()
    })
    const finish = (reply: Reply): void => {
      entry.status = reply.status
      // By the stand-in's clock, like all its times.
      response.setHeader('date', new Date(shared.now()).toUTCString())
      send(response, reply)
    }
    if (refusal !== null) {
      shared.countForeign()
      entry.note = refusal.reason
      return finish(detailError(refusal.status, refusal.reason))
    }
    if (body === null) return finish(detailError(413, 'The body is too large'))
    await answer(call, plan, entry, response, finish)
  }

  async function answer(
    call: Call,
    plan: Plan,
    entry: LogEntry,
    response: ServerResponse,
    finish: (reply: Reply) => void,
  ): Promise<void> {
    const running = service.onRequest?.(call) ?? null
    try {
      const disconnected = new AbortController()
      response.on('close', () => disconnected.abort())
      try {
        await applyWaits(plan, disconnected.signal)
      } catch {
        entry.note = `${entry.note ?? ''}; the client went away`
        return
      }
      const { outcome } = plan
      if (outcome?.kind === 'drop') return void response.socket?.destroy()
      if (outcome?.kind === 'slow-down') {
        const reply = service.slowDown?.(call, outcome.interval)
        if (reply) {
          shared.save()
          return finish(reply)
        }
      }
      const instead = outcome && answerInstead(outcome)
      if (instead) return finish(alterReply(plan, instead))
      const real = alterReply(plan, withUnknownMember(service.answer(call)))
      shared.save()
      if (outcome?.kind === 'drop-after') return void response.socket?.destroy()
      if (outcome?.kind !== 'cut-off') return finish(real)
      entry.status = real.status
      sendCutOff(response, real)
    } finally {
      running?.end()
    }
  }

  /** Adds an unknown member to every second successful response: clients must ignore those (RFC 6749 5.1). */
  function withUnknownMember(reply: Reply): Reply {
    if (reply.status !== 200 || !reply.body.startsWith('{') || answers++ % 2 === 0) return reply
    const members = JSON.parse(reply.body) as Record<string, unknown>
    return { ...reply, body: JSON.stringify({ ...members, not_in_the_reference: { added: 'later' } }) }
  }

  return server
}

/** Listens on the loopback interface only. Rejects when the port is taken. */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}
