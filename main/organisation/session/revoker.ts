/**
 * Tells the server to forget refresh tokens, again and again until it has (RFC 7009 2.2: 200 also for a token it
 * doesn't know; 503 means that it still lives) or until the token has ended by itself.
 */
import type { OAuth } from '../../parallel/oauth.ts'
import type { Clock, Log } from '../../ports.ts'
import type { Revocation } from './grant.ts'

const firstRetryMs = 30_000
const longestRetryMs = 30 * 60_000

export type RevokerDependencies = { readonly oauth: OAuth; readonly clock: Clock; readonly log: Log }

type Owner = {
  /** What may be revoked now. */
  readonly due: () => readonly Revocation[]
  /** These are delivered, or have ended by themselves. */
  readonly dead: (refreshTokens: ReadonlySet<string>) => Promise<void>
  /** `nextTryAt` has changed. */
  readonly changed: () => void
}

export class Revoker {
  readonly #its: RevokerDependencies
  readonly #owner: Owner
  readonly #stopped = new AbortController()
  #running = false
  #pause = new AbortController()
  #retryMs = firstRetryMs
  /** When to try next, and when at the soonest, because the server asked for that (elapsed time). */
  #nextAt = 0
  #notBefore = 0
  #nextTryAt: number | null = null

  constructor(dependencies: RevokerDependencies, owner: Owner) {
    this.#its = dependencies
    this.#owner = owner
  }

  /** Tries what is due, now if the server allows it; goes on until nothing is due. */
  go(): void {
    this.#retryMs = firstRetryMs
    this.#nextAt = this.#notBefore
    this.#pause.abort()
    if (this.#running) return
    this.#running = true
    void this.#run()
  }

  /** When what was not delivered is tried again (wall time); null while it is being tried. */
  get nextTryAt(): number | null {
    return this.#nextTryAt
  }

  stop(): void {
    this.#stopped.abort()
    this.#pause.abort()
  }

  async #run(): Promise<void> {
    const { clock } = this.#its
    const { signal } = this.#stopped
    for (let due = this.#owner.due(); due.length > 0 && !signal.aborted; due = this.#owner.due()) {
      const left = this.#nextAt - clock.elapsed()
      if (left > 0) {
        this.#pause = new AbortController()
        this.#say(clock.now() + left)
        const end = await clock.wait(left, this.#pause.signal)
        if (end === 'woken') this.#nextAt = this.#notBefore
        continue
      }
      this.#say(null)
      const { dead, retryAfterMs } = await revokeOnce(this.#its, due, signal)
      if (signal.aborted) break
      this.#notBefore = clock.elapsed() + retryAfterMs
      this.#nextAt = Math.max(clock.elapsed() + this.#retryMs, this.#notBefore)
      if (dead.size < due.length) this.#retryMs = Math.min(this.#retryMs * 2, longestRetryMs)
      if (dead.size > 0) await this.#owner.dead(dead)
    }
    this.#running = false
    this.#say(null)
  }

  #say(nextTryAt: number | null): void {
    if (nextTryAt === this.#nextTryAt) return
    this.#nextTryAt = nextTryAt
    this.#owner.changed()
  }
}

/**
 * Tries each once, also those that should have ended by themselves: our clock may be wrong.
 * @returns the refresh tokens that are dead now, and how long the server wants to be left alone
 */
export async function revokeOnce(
  { oauth, clock, log }: RevokerDependencies,
  revocations: readonly Revocation[],
  signal: AbortSignal,
): Promise<{ readonly dead: ReadonlySet<string>; readonly retryAfterMs: number }> {
  const dead = new Set<string>()
  let retryAfterMs = 0
  for (const { refreshToken, until } of revocations) {
    const revoked = await oauth.revoke(refreshToken, signal)
    const hasEnded = until !== null && until <= clock.now()
    if (revoked.ok || hasEnded) dead.add(refreshToken)
    else {
      log.failure('revocation not delivered', revoked.failure)
      retryAfterMs = Math.max(retryAfterMs, revoked.failure.retryAfterMs ?? 0)
    }
  }
  return { dead, retryAfterMs }
}
