/**
 * Tells the server to forget refresh tokens, again and again until it has (RFC 7009 2.2: 200 also for a token
 * it doesn't know; 503 means that it still lives) or until the token has ended by itself.
 */
import type { OAuth } from '../parallel/oauth.ts'
import type { Clock, Log } from '../ports.ts'
import type { Revocation } from './grant.ts'

const firstRetryMs = 30_000
const longestRetryMs = 30 * 60_000

type Dependencies = { readonly oauth: OAuth; readonly clock: Clock; readonly log: Log }

/**
 * Tries each once.
 * @returns the refresh tokens that are dead now, delivered or ended by themselves
 */
export async function revokeOnce(
  { oauth, clock, log }: Dependencies,
  revocations: readonly Revocation[],
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  const dead = new Set<string>()
  for (const { refreshToken, until } of revocations) {
    if (until !== null && until <= clock.now()) {
      dead.add(refreshToken)
      continue
    }
    const revoked = await oauth.revoke(refreshToken, signal)
    if (revoked.ok) dead.add(refreshToken)
    else log.failure('revocation not delivered', revoked.failure)
  }
  return dead
}

/** Repeats `attempt` with growing pauses until it says that nothing is left; a wake from sleep counts as a pause. */
export async function untilDelivered(
  { clock }: Pick<Dependencies, 'clock'>,
  attempt: () => Promise<boolean>,
  signal: AbortSignal,
): Promise<void> {
  for (let pauseMs = firstRetryMs; !signal.aborted; pauseMs = Math.min(pauseMs * 2, longestRetryMs)) {
    if (await attempt()) return
    await clock.wait(pauseMs, signal)
  }
}
