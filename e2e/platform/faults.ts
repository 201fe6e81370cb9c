import { type Call, json, type Reply } from './http.ts'
import { matches, type RequestMatch } from './request-log.ts'

/** What goes wrong. Those marked "handled" do the request's work first and then spoil the answer. */
export type FaultKind =
  /** Waits before anything else. */
  | { kind: 'delay'; ms: number }
  /** Keeps the request open, not handled, until `release(id)` or `clearFaults()`. */
  | { kind: 'hold' }
  /** Closes the connection without an answer; not handled. */
  | { kind: 'drop' }
  /** Handled, then closes the connection without an answer: a charge or a rotation whose answer is lost. */
  | { kind: 'drop-after' }
  /** Handled; half of the body, announced as the whole. */
  | { kind: 'cut-off' }
  /** A CDN's error page; not handled. */
  | { kind: 'html'; status?: number }
  /** Any status with any body; not handled. A text body is sent as it is, anything else as JSON. */
  | { kind: 'status'; status: number; body?: unknown; headers?: Record<string, string> }
  /** 429 or 503 with `Retry-After` in seconds or as a date; not handled. */
  | { kind: 'rate-limit'; retryAfterSeconds?: number; retryAfterDate?: string | number; status?: 429 | 503 }
  /** Answers `slow_down` to polls only, and expects the longer interval from then on. */
  | { kind: 'slow-down'; interval?: number }
  /** An OAuth error; not handled. Status 400, or 401 for `invalid_client`. */
  | { kind: 'oauth-error'; error: string; description?: string; status?: number }
  /** 307 to another origin; not handled. */
  | { kind: 'redirect'; location?: string; status?: number }
  /** Handled; the real JSON with a filler member, in all at least `bytes` (default 2 MiB). */
  | { kind: 'huge-body'; bytes?: number }
  /** Handled; no body at all. */
  | { kind: 'empty-body' }
  /** Handled; a JSON content type over something that isn't. */
  | { kind: 'not-json' }
  /** Handled; the real answer with a cookie. */
  | { kind: 'set-cookie'; cookie?: string }
  /** Handled; the real answer with a lifetime of an hour in caches. */
  | { kind: 'cacheable' }
  /** Handled; members of `json` replace or join those of the real answer, members in `remove` go. */
  | { kind: 'replace-reply'; json?: Record<string, unknown>; remove?: string[] }

export type Fault = FaultKind & {
  match?: RequestMatch
  /** How many requests it hits; default: until it is cleared. */
  times?: number
}

interface Active {
  id: string
  fault: Fault
  left: number
  /** Requests that wait for `release`. */
  held: Set<() => void>
}

/** The faults that hit one request: waits first, then at most one end, then changes to the answer. */
export interface Plan {
  waits: Active[]
  ending: Fault | null
  changes: Fault[]
  names: string[]
}

/** Nothing goes wrong. */
export const NO_FAULTS: Plan = { waits: [], ending: null, changes: [], names: [] }

const WAITS = ['delay', 'hold']
const CHANGES = ['set-cookie', 'cacheable', 'replace-reply', 'huge-body']

/** The list of scripted faults. */
export class Faults {
  private active: Active[] = []
  private nextId = 1

  add(fault: Fault): string {
    const id = `fault-${this.nextId++}`
    this.active.push({ id, fault, left: fault.times ?? Number.POSITIVE_INFINITY, held: new Set() })
    return id
  }

  /** Removes one fault and lets go of what it holds. */
  remove(id: string): void {
    this.release(id)
    this.active = this.active.filter((one) => one.id !== id)
  }

  clear(): void {
    for (const one of this.active) this.release(one.id)
    this.active = []
  }

  /** Lets held requests go on; the fault goes on holding later ones unless its `times` are used up. */
  release(id: string): void {
    const one = this.active.find((other) => other.id === id)
    if (!one) return
    for (const letGo of one.held) letGo()
    one.held.clear()
  }

  /** Chooses the faults for a request and counts them as used. */
  plan(call: Call): Plan {
    const plan: Plan = { waits: [], ending: null, changes: [], names: [] }
    for (const one of this.active) {
      const { fault } = one
      if (one.left <= 0 || !matches(fault.match ?? {}, call.method, call.path, call.body)) continue
      if (fault.kind === 'slow-down' && !call.body.includes('device_code=')) continue
      if (WAITS.includes(fault.kind)) plan.waits.push(one)
      else if (CHANGES.includes(fault.kind)) plan.changes.push(fault)
      else if (plan.ending === null) plan.ending = fault
      else continue
      one.left--
      plan.names.push(fault.kind)
    }
    return plan
  }
}

/** Waits as the plan says; ends early, and rejects, when `signal` says that the client has gone. */
export async function waitAsPlanned(plan: Plan, signal: AbortSignal): Promise<void> {
  for (const { fault, held } of plan.waits) {
    signal.throwIfAborted()
    await new Promise<void>((resolve, reject) => {
      const goOn = (): void => {
        signal.removeEventListener('abort', stop)
        clearTimeout(timer)
        held.delete(goOn)
        resolve()
      }
      const stop = (): void => {
        clearTimeout(timer)
        held.delete(goOn)
        reject(signal.reason)
      }
      const timer = fault.kind === 'delay' ? setTimeout(goOn, fault.ms) : undefined
      if (fault.kind === 'hold') held.add(goOn)
      signal.addEventListener('abort', stop, { once: true })
    })
  }
}

/** The answer of a fault that keeps the request from being handled; null when it must be handled. */
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

/** Spoils the real answer. */
export function spoil(plan: Plan, reply: Reply): Reply {
  let spoilt = plan.changes.reduce(change, reply)
  if (plan.ending?.kind === 'empty-body') spoilt = { ...spoilt, body: '' }
  if (plan.ending?.kind === 'not-json') spoilt = { ...spoilt, body: '{"half": tru' }
  return spoilt
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
      const members = { ...membersOf(reply), ...fault.json }
      for (const name of fault.remove ?? []) delete members[name]
      return { ...reply, body: JSON.stringify(members) }
    }
    case 'huge-body': {
      const filler = 'x'.repeat(fault.bytes ?? 2 * 1024 * 1024)
      return { ...reply, body: JSON.stringify({ ...membersOf(reply), filler }) }
    }
    default:
      return reply
  }
}

function membersOf(reply: Reply): Record<string, unknown> {
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
