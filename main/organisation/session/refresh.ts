/** Exchanges a refresh token (RFC 6749 6), also if the server has forgotten the client. */
import { failed, type Result } from '../../../preload/contract/index.ts'
import type { OAuth, Tokens } from '../../parallel/oauth.ts'
import type { RunState } from '../run-state.ts'
import type { Grant } from './grant.ts'

/**
 * Sends the client id that the grant was issued to, and repeats the request without it if the server has forgotten it.
 * Fails with `signed-out` if only a new sign-in helps.
 */
export async function exchangeRefreshToken(
  { oauth, runState }: { readonly oauth: OAuth; readonly runState: RunState },
  grant: Grant,
): Promise<Result<Tokens>> {
  // Never aborted: the response may be the only copy of the next refresh token.
  const { signal } = new AbortController()
  const answer = await oauth.refresh(grant.refreshToken, grant.clientId, signal)
  if (answer.ok || answer.failure.kind !== 'unknown-client' || !runState.mayRefresh) return answer
  const bare = await oauth.refresh(grant.refreshToken, null, signal)
  // A proxy's authentication challenge says nothing about the grant.
  if (bare.ok || bare.failure.retryable || bare.failure.kind === 'proxy-auth') return bare
  return failed({ ...bare.failure, kind: 'signed-out' as const })
}
