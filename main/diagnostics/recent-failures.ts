/** The recently failed requests for the diagnostics: in memory only, with equal ones counted together. */
import type { Failure } from '../../preload/contract/index.ts'

const maxFailures = 20

export type SeenFailure = {
  /** The request without identifiers (`requestName`). */
  readonly what: string
  readonly failure: Failure
  readonly firstAt: number
  readonly lastAt: number
  readonly count: number
}

export class RecentFailures {
  #seen: readonly SeenFailure[] = []

  /** The most recent last. */
  get all(): readonly SeenFailure[] {
    return this.#seen
  }

  record(what: string, failure: Failure, at: number): void {
    const isSame = (one: SeenFailure): boolean =>
      one.what === what && one.failure.kind === failure.kind && one.failure.message === failure.message
    const before = this.#seen.find(isSame)
    // Keeps the newest reference, which support finds most easily.
    const now = { what, failure, firstAt: before?.firstAt ?? at, lastAt: at, count: (before?.count ?? 0) + 1 }
    this.#seen = [...this.#seen.filter((one) => one !== before), now].slice(-maxFailures)
  }
}

/** The method and path without IDs: `GET /account/service/v1/apps/…`. */
export function requestName(method: string, address: string): string {
  const path = new URL(address).pathname.split('/')
  return `${method} ${path.map((part) => (/^(?:[a-z-]+|v\d|[a-z]+[A-Z][a-zA-Z]*|)$/.test(part) ? part : '…')).join('/')}`
}
