import { type Call, json, type Reply } from './http.ts'
import { matches, type RequestMatch } from './request-log.ts'

/** "Handled" faults process the request before they alter or drop the response; the others keep it from being processed. */
export type FaultKind =
  /** Delays the request. */
  | { kind: 'delay'; ms: number }
  /** Keeps the request open, not handled, until `release(id)` or `clearFaults()`. */
  | { kind: 'hold' }
  /** Closes the connection without an answer; not handled. */
  | { kind: 'drop' }
  /** Handled, then closes the connection without an answer: a charge or a rotation whose response is lost. */
  | { kind: 'drop-after' }
  /** Handled; sends half of the body under the full content length. */
  | { kind: 'cut-off' }
  /** A CDN's error page; not handled. */
  | { kind: 'html'; status?: number }
  /** Any status with any body; not handled. A text body is sent as it is, anything else as JSON. */
  | { kind: 'status'; status: number; body?: unknown; headers?: Record<string, string> }
  /** 429 or 503 with `Retry-After` in seconds or as a date; not handled. */
  | { kind: 'rate-limit'; retryAfterSeconds?: number; retryAfterDate?: string | number; status?: 429 | 503 }
  /** Answers `slow_down` to polls only, and enforces the longer interval from then on. */
  | { kind: 'slow-down'; interval?: number }
  /** An OAuth error; not handled. Status 400, or 401 for `invalid_client`. */
  | { kind: 'oauth-error'; error: string; description?: string; status?: number }
  /** 307 to another origin; not handled. */
  | { kind: 'redirect'; location?: string; status?: number }
  /** Handled; the real JSON with a filler member, in total at least `bytes` (default 2 MiB). */
  | { kind: 'huge-body'; bytes?: number }
  /** Handled; no body at all. */
  | { kind: 'empty-body' }
  /** Handled; a body that is not JSON under a JSON content type. */
  | { kind: 'not-json' }
  /** Handled; the real response with a cookie. */
  | { kind: 'set-cookie'; cookie?: string }
  /** Handled; the real response, cacheable for an hour. */
  | { kind: 'cacheable' }
  /** Handled; members of `json` replace or extend those of the real response, members in `remove` are deleted. */
  | { kind: 'replace-reply'; json?: Record<string, unknown>; remove?: string[] }

export type Fault = FaultKind & {
  match?: RequestMatch
  /** How many requests it applies to; default: all until it is cleared. */
  times?: number
}

interface ActiveFault {
  id: string
  fault: Fault
  remaining: number
  /** Resume the requests that wait for `release`. */
  held: Set<() => void>
}

/** The faults of one request, in order: waits, at most one outcome, changes to the response. */
export interface Plan {
  waits: ActiveFault[]
  outcome: Fault | null
  changes: Fault[]
  names: string[]
}

export const NO_FAULTS: Plan = { waits: [], outcome: null, changes: [], names: [] }

const WAITS = ['delay', 'hold']
const CHANGES = ['set-cookie', 'cacheable', 'replace-reply', 'huge-body']

/** The list of scripted faults. */
export class Faults {
  private active: ActiveFault[] = []
  private nextId = 1

  add(fault: Fault): string {
    const id = `fault-${this.nextId++}`
    this.active.push({ id, fault, remaining: fault.times ?? Number.POSITIVE_INFINITY, held: new Set() })
    return id
  }

  /** Removes one fault and resumes the requests that it holds. */
  remove(id: string): void {
    this.release(id)
    this.active = this.active.filter((one) => one.id !== id)
  }

  clear(): void {
    for (const one of this.active) this.release(one.id)
    this.active = []
  }

  /** Resumes held requests; the fault keeps holding later ones until its `times` are used up. */
  release(id: string): void {
    const one = this.active.find((other) => other.id === id)
    if (!one) return
    for (const resume of one.held) resume()
    one.held.clear()
  }

  /** Selects the faults for a request and counts them down. */
  plan(call: Call): Plan {
    const plan: Plan = { waits: [], outcome: null, changes: [], names: [] }
    for (const one of this.active) {
      const { fault } = one
      if (one.remaining <= 0 || !matches(fault.match ?? {}, call.method, call.path, call.body)) continue
      if (fault.kind === 'slow-down' && !call.body.includes('device_code=')) continue
      if (WAITS.includes(fault.kind)) plan.waits.push(one)
      else if (CHANGES.includes(fault.kind)) plan.changes.push(fault)
      else if (plan.outcome === null) plan.outcome = fault
      else continue
      one.remaining--
      plan.names.push(fault.kind)
    }
    return plan
  }
}

/** Waits as planned; rejects as soon as `signal` aborts because the client disconnected. */
export async function applyWaits(plan: Plan, signal: AbortSignal): Promise<void> {
  for (const { fault, held } of plan.waits) {
    signal.throwIfAborted()
    await new Promise<void>((resolve, reject) => {
      const resume = (): void => {
        signal.removeEventListener('abort', stop)
        clearTimeout(timer)
        held.delete(resume)
        resolve()
      }
      const stop = (): void => {
        clearTimeout(timer)
        held.delete(resume)
        reject(signal.reason)
      }
      const timer = fault.kind === 'delay' ? setTimeout(resume, fault.ms) : undefined
      if (fault.kind === 'hold') held.add(resume)
      signal.addEventListener('abort', stop, { once: true })
    })
  }
}

/** The response of a fault that keeps the request from being handled; null for the other faults. */
export function answerInstead(fault: Fault): Reply | null {
  switch (fault.kind) {
    case 'html':
      return cdnPage(fault.status ?? 502)
    case 'status': {
      const { status, body = {}, headers = {} } = fault
      if (typeof body !== 'string') return json(status, body, headers)
      return { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers }, body }
    }
    case 'rate-limit': {
      const { retryAfterSeconds, retryAfterDate, status = 429 } = fault
      const value =
        retryAfterDate === undefined ? String(retryAfterSeconds ?? 1) : new Date(retryAfterDate).toUTCString()
      return json(status, { code: 'rate_limited', message: 'Too many requests' }, { 'retry-after': value })
    }
    case 'oauth-error': {
      const { error, description, status = error === 'invalid_client' ? 401 : 400 } = fault
      return json(status, { error, ...(description === undefined ? {} : { error_description: description }) })
    }
    case 'redirect': {
      const location = fault.location ?? 'https://elsewhere.invalid/'
      return { status: fault.status ?? 307, headers: { location, 'cache-control': 'no-store' }, body: '' }
    }
    default:
      return null
  }
}

/** Applies the plan's changes to the real response. */
export function alterReply(plan: Plan, reply: Reply): Reply {
  let altered = plan.changes.reduce(change, reply)
  if (plan.outcome?.kind === 'empty-body') altered = { ...altered, body: '' }
  if (plan.outcome?.kind === 'not-json') altered = { ...altered, body: '{"half": tru' }
  return altered
}

function change(reply: Reply, fault: Fault): Reply {
  switch (fault.kind) {
    case 'set-cookie':
      return {
        ...reply,
        headers: { ...reply.headers, 'set-cookie': fault.cookie ?? 'track=1; Path=/; Max-Age=86400' },
      }
    case 'cacheable': {
      const { pragma: _, ...headers } = reply.headers
      return { ...reply, headers: { ...headers, 'cache-control': 'public, max-age=3600' } }
    }
    case 'replace-reply': {
      const members = { ...parseMembers(reply), ...fault.json }
      for (const name of fault.remove ?? []) delete members[name]
      return { ...reply, body: JSON.stringify(members) }
    }
    case 'huge-body': {
      const filler = 'x'.repeat(fault.bytes ?? 2 * 1024 * 1024)
      return { ...reply, body: JSON.stringify({ ...parseMembers(reply), filler }) }
    }
    default:
      return reply
  }
}

function parseMembers(reply: Reply): Record<string, unknown> {
  if (!reply.body.startsWith('{')) return {}
  return JSON.parse(reply.body) as Record<string, unknown>
}

function cdnPage(status: number): Reply {
  const body = `<!DOCTYPE html>
<html lang="en"><head><title>${status}: Bad gateway</title></head>
<body><h1>Error ${status}</h1><p>The web server reported a bad gateway error. Ray ID: 8f2c1d0a9b7e6543</p></body></html>
`
  return { status, headers: { 'content-type': 'text/html; charset=UTF-8', server: 'cdn' }, body }
}
