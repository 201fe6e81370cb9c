import type { IncomingHttpHeaders } from 'node:http'

/** A request and its response status. Tokens and bodies are not redacted: this is test data. */
export interface LogEntry {
  /** Epoch milliseconds by the server's clock. */
  at: number
  server: 'platform' | 'api'
  method: string
  /** With the query. */
  path: string
  /** Null until the response is sent, and also when the connection closed without one. */
  status: number | null
  /** True once the request is over, with a response or without. */
  done: boolean
  headers: IncomingHttpHeaders
  body: string
  /** The faults that applied, or why the request was refused. */
  note?: string
}

export interface RequestMatch {
  /** A substring of the path, or with a leading `=` the exact path without the query. */
  path?: string
  method?: string
  /** A substring of the body, for example `grant_type=refresh_token`. */
  body?: string
}

/** True when every given member matches. Shared by faults and `waitFor`. */
export function matches(match: RequestMatch, method: string, path: string, body: string): boolean {
  if (match.method !== undefined && match.method.toUpperCase() !== method) return false
  if (match.body !== undefined && !body.includes(match.body)) return false
  if (match.path === undefined) return true
  if (match.path.startsWith('=')) return path.split('?', 1)[0] === match.path.slice(1)
  return path.includes(match.path)
}

export interface WaitFor extends RequestMatch {
  /** Matching requests since the log was cleared; default 1. */
  count?: number
  /** Count only requests that are over; default false: arrived ones count too. */
  done?: boolean
}

/** Records requests and notifies waiting tests. */
export class RequestLog {
  private entries: LogEntry[] = []
  private readonly waiters = new Set<() => void>()

  add(entry: LogEntry): void {
    this.entries.push(entry)
    this.wake()
  }

  /** Must be called after an entry changes. */
  wake(): void {
    for (const check of [...this.waiters]) check()
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
      const check = (): void => {
        const found = this.entries.filter(
          (one) => matches(wanted, one.method, one.path, one.body) && (one.done || !wanted.done),
        )
        if (found.length < (wanted.count ?? 1)) return
        clearTimeout(timer)
        this.waiters.delete(check)
        resolve(structuredClone(found))
      }
      const timer = setTimeout(() => {
        this.waiters.delete(check)
        const seen = this.entries.map((one) => `${one.method} ${one.path} ${one.status ?? '–'}`).join(', ')
        reject(
          new Error(
            `No ${wanted.count ?? 1} × ${JSON.stringify(wanted)} within ${timeoutMs} ms; seen: ${seen}`,
          ),
        )
      }, timeoutMs)
      this.waiters.add(check)
      check()
    })
  }
}
