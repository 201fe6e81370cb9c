/**
 * Tells the server to forget refresh tokens, again and again until it has (RFC 7009 2.2: 200 also for a token it
 * doesn't know; 503 means that it still lives) or until the token has ended by itself.
 */
import type { OAuth } from '../parallel/oauth.ts'
import type { Clock, Log } from '../ports.ts'
import type { Revocation } from './grant.ts'

const firstRetryMs = 30_000
const longestRetryMs = 30 * 60_000

export type RevokerDependencies = { readonly oauth: OAuth; readonly clock: Clock; readonly log: Log }

type Owner = {
  /** What may be revoked now. */
  readonly due: () => readonly Revocation[]
  /** These are delivered, or have ended by themselves. */
  readonly dead: (refreshTokens: ReadonlySet<string>) => Promise<void>
}

export class Revoker {
  readonly #its: RevokerDependencies
  readonly #owner: Owner
  readonly #stopped = new AbortController()
  #running = false

  constructor(dependencies: RevokerDependencies, owner: Owner) {
    this.#its = dependencies
    this.#owner = owner
  }

  /** Starts if something is due and nothing runs; goes on until nothing is due. */
  go(): void {
    if (this.#running) return
    this.#running = true
    void this.#run().finally(() => {
      this.#running = false
    })
  }

  stop(): void {
    this.#stopped.abort()
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopped
    let retryMs = firstRetryMs
    while (!signal.aborted) {
      const due = this.#owner.due()
      if (due.length === 0) return
      const { dead, retryAfterMs } = await revokeOnce(this.#its, due, signal)
      if (signal.aborted) return
      if (dead.size > 0) await this.#owner.dead(dead)
      if (dead.size === due.length) continue
      await this.#its.clock.wait(Math.max(retryMs, retryAfterMs), signal)
      retryMs = Math.min(retryMs * 2, longestRetryMs)
    }
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
