import type { IncomingHttpHeaders } from 'node:http'

/** One request as it came in, with what was answered. Tokens and bodies are as sent: this is test data. */
export interface LogEntry {
  /** Epoch milliseconds by the server's clock. */
  at: number
  server: 'platform' | 'api'
  method: string
  /** With the query. */
  path: string
  /** Null while there is no answer, and for good when the connection was closed without one. */
  status: number | null
  /** True once the request is over, with an answer or without. */
  done: boolean
  headers: IncomingHttpHeaders
  body: string
  /** What was special: the faults that hit it, or why it was refused. */
  note?: string
}

export interface RequestMatch {
  /** A part of the path; with a leading `=` the whole path without the query. */
  path?: string
  method?: string
  /** A part of the body, for example `grant_type=refresh_token`. */
  body?: string
}

/** True when every member that is given fits. Faults and waiting share these rules. */
export function matches(match: RequestMatch, method: string, path: string, body: string): boolean {
  if (match.method !== undefined && match.method.toUpperCase() !== method) return false
  if (match.body !== undefined && !body.includes(match.body)) return false
  if (match.path === undefined) return true
  if (match.path.startsWith('=')) return path.split('?', 1)[0] === match.path.slice(1)
  return path.includes(match.path)
}

export interface WaitFor extends RequestMatch {
  /** How many such requests in all since the log was cleared; default 1. */
  count?: number
  /** Count only requests that are over; default false: an arrival is enough. */
  done?: boolean
}

/** Keeps what came in and wakes those who wait for it. */
export class RequestLog {
  private entries: LogEntry[] = []
  private readonly waiting = new Set<() => void>()

  add(entry: LogEntry): void {
    this.entries.push(entry)
    this.wake()
  }

  /** To be called after an entry has changed. */
  wake(): void {
    for (const look of [...this.waiting]) look()
  }

  all(): LogEntry[] {
    return structuredClone(this.entries)
  }

  clear(): void {
    this.entries = []
  }

  /** Resolves with the matching entries as soon as there are enough; rejects after `timeoutMs`. */
  waitFor(wanted: WaitFor, timeoutMs: number): Promise<LogEntry[]> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const found = this.entries.filter(
          (one) => matches(wanted, one.method, one.path, one.body) && (one.done || !wanted.done),
        )
        if (found.length < (wanted.count ?? 1)) return
        clearTimeout(timer)
        this.waiting.delete(look)
        resolve(structuredClone(found))
      }
      const timer = setTimeout(() => {
        this.waiting.delete(look)
        const seen = this.entries.map((one) => `${one.method} ${one.path} ${one.status ?? '–'}`).join(', ')
        reject(
          new Error(
            `No ${wanted.count ?? 1} × ${JSON.stringify(wanted)} within ${timeoutMs} ms; seen: ${seen}`,
          ),
        )
      }, timeoutMs)
      this.waiting.add(look)
      look()
    })
  }
}
