/**
 * Revokes refresh tokens, and retries until the server has confirmed it or the token has expired (RFC 7009 2.2: 200 also
 * for an unknown token; 503 means that the token is still valid).
 */
import type { OAuth } from '../../parallel/oauth.ts'
import type { Clock, Log } from '../../ports.ts'
import type { Revocation } from './grant.ts'

const firstRetryMs = 30_000
const maxRetryMs = 30 * 60_000

export type RevokerDeps = { readonly oauth: OAuth; readonly clock: Clock; readonly log: Log }

type RevocationQueue = {
  /** The revocations that may be sent now. */
  readonly due: () => readonly Revocation[]
  /** Called with tokens that are revoked or have expired. */
  readonly onDead: (refreshTokens: ReadonlySet<string>) => Promise<void>
  readonly onNextTryChanged: () => void
}

export class Revoker {
  readonly #deps: RevokerDeps
  readonly #queue: RevocationQueue
  readonly #stopped = new AbortController()
  #running = false
  #pause = new AbortController()
  #retryMs = firstRetryMs
  /** The next attempt, and the earliest time that the server allows for it (elapsed time). */
  #nextAt = 0
  #notBefore = 0
  #nextTryAt: number | null = null

  constructor(deps: RevokerDeps, queue: RevocationQueue) {
    this.#deps = deps
    this.#queue = queue
  }

  /** Sends the pending revocations as soon as the server allows, and continues until none is left. */
  start(): void {
    this.#retryMs = firstRetryMs
    this.#nextAt = this.#notBefore
    this.#pause.abort()
    if (this.#running) return
    this.#running = true
    void this.#run()
  }

  /** When the next attempt is due (wall time); null during an attempt. */
  get nextTryAt(): number | null {
    return this.#nextTryAt
  }

  stop(): void {
    this.#stopped.abort()
    this.#pause.abort()
  }

  async #run(): Promise<void> {
    const { clock } = this.#deps
    const { signal } = this.#stopped
    for (let due = this.#queue.due(); due.length > 0 && !signal.aborted; due = this.#queue.due()) {
      const left = this.#nextAt - clock.elapsed()
      if (left > 0) {
        this.#pause = new AbortController()
        this.#setNextTryAt(clock.now() + left)
        const end = await clock.wait(left, this.#pause.signal)
        if (end === 'woken') this.#nextAt = this.#notBefore
        continue
      }
      this.#setNextTryAt(null)
      const { dead, retryAfterMs } = await revokeOnce(this.#deps, due, signal)
      if (signal.aborted) break
      this.#notBefore = clock.elapsed() + retryAfterMs
      this.#nextAt = Math.max(clock.elapsed() + this.#retryMs, this.#notBefore)
      if (dead.size < due.length) this.#retryMs = Math.min(this.#retryMs * 2, maxRetryMs)
      if (dead.size > 0) await this.#queue.onDead(dead)
    }
    this.#running = false
    this.#setNextTryAt(null)
  }

  #setNextTryAt(nextTryAt: number | null): void {
    if (nextTryAt === this.#nextTryAt) return
    this.#nextTryAt = nextTryAt
    this.#queue.onNextTryChanged()
  }
}

/**
 * Attempts each revocation once, also of tokens that should have expired, because the local clock may be wrong.
 * @returns the refresh tokens that are invalid now, and how long the server asks to wait
 */
export async function revokeOnce(
  { oauth, clock, log }: RevokerDeps,
  revocations: readonly Revocation[],
  signal: AbortSignal,
): Promise<{ readonly dead: ReadonlySet<string>; readonly retryAfterMs: number }> {
  const dead = new Set<string>()
  let retryAfterMs = 0
  for (const { refreshToken, until } of revocations) {
    const revoked = await oauth.revoke(refreshToken, signal)
    const hasExpired = until !== null && until <= clock.now()
    if (revoked.ok || hasExpired) dead.add(refreshToken)
    else {
      log.failure('revocation not delivered', revoked.failure)
      retryAfterMs = Math.max(retryAfterMs, revoked.failure.retryAfterMs ?? 0)
    }
  }
  return { dead, retryAfterMs }
}
