import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { detailError } from './account-errors.ts'
import { answerInstead, type Faults, NO_FAULTS, type Plan, spoil, waitAsPlanned } from './faults.ts'
import { foreignRequest } from './guard.ts'
import { type Call, json, type Reply, readBody, send, sendCutOff, splitTarget } from './http.ts'
import type { LogEntry, RequestLog } from './request-log.ts'

/** What one of the two servers answers. */
export interface Service {
  name: 'platform' | 'api'
  /** Answers that are no part of the service itself (page, control): never logged, never hit by faults. */
  aside?(call: Call): Reply | null | Promise<Reply | null>
  /** Called when a request has arrived, before any fault makes it wait; ended when the request is over. */
  begin?(call: Call): { end(): void }
  answer(call: Call): Reply
  /** A poll that a fault answers with `slow_down`; null when this is no poll of a live code. */
  slowDown?(call: Call, interval: number | undefined): Reply | null
}

export interface Shared {
  log: RequestLog
  faults: Faults
  now(): number
  /** Saves what the request has changed, before its answer leaves. */
  save(): void
  countForeign(): void
}

/** Runs requests through the same steps on both servers: read, guard, log, faults, answer. */
export function serve(service: Service, shared: Shared): Server {
  let answers = 0
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (response.destroyed) return
      // A mistake in the stand-in itself: seen by whoever runs the tests, and never taken for a fault on purpose.
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
    const foreign = foreignRequest(call, port, call.method !== 'GET' || call.path.startsWith('/control'))
    const aside = foreign === null && body !== null ? await service.aside?.(call) : null
    if (aside) {
      shared.save()
      return send(response, aside)
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
    const plan = foreign === null && body !== null ? shared.faults.plan(call) : NO_FAULTS
    if (plan.names.length > 0) entry.note = plan.names.join(', ')
    shared.log.add(entry)
    response.on('close', () => {
      entry.done = true
      shared.log.wake()
    })
    const finish = (reply: Reply): void => {
      entry.status = reply.status
      // By its own clock, as all that it says of times.
      response.setHeader('date', new Date(shared.now()).toUTCString())
      send(response, reply)
    }
    if (foreign !== null) {
      shared.countForeign()
      entry.note = foreign.why
      return finish(detailError(foreign.status, foreign.why))
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
    const begun = service.begin?.(call) ?? null
    try {
      const gone = new AbortController()
      response.on('close', () => gone.abort())
      try {
        await waitAsPlanned(plan, gone.signal)
      } catch {
        entry.note = `${entry.note ?? ''}; the client went away`
        return
      }
      const { ending } = plan
      if (ending?.kind === 'drop') return void response.socket?.destroy()
      if (ending?.kind === 'slow-down') {
        const reply = service.slowDown?.(call, ending.interval)
        if (reply) {
          shared.save()
          return finish(reply)
        }
      }
      const instead = ending && answerInstead(ending)
      if (instead) return finish(spoil(plan, instead))
      const real = spoil(plan, withUnknownMember(service.answer(call)))
      shared.save()
      if (ending?.kind === 'drop-after') return void response.socket?.destroy()
      if (ending?.kind !== 'cut-off') return finish(real)
      entry.status = real.status
      sendCutOff(response, real)
    } finally {
      begun?.end()
    }
  }

  /** Every second good answer carries a member that no client knows: they must be ignored (RFC 6749 5.1). */
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
