/** Non-idempotent calls: tells a refusal from a lost response. */
import { isOutcomeUnknown, type Result } from '../../../preload/contract/index.ts'
import type { Session } from '../session/session.ts'

export type CallOnceResult<T> = {
  readonly answer: Result<T>
  /** The call failed, but the server may have carried it out. */
  readonly mayBeDone: boolean
}

/**
 * Sends a call without an idempotency key once, and again only after a 401, which means that the server did nothing
 * (RFC 6750 3.1).
 */
export async function callOnce<T>(
  session: Session,
  ask: (accessToken: string, signal: AbortSignal) => Promise<Result<T>>,
): Promise<CallOnceResult<T>> {
  const last: { answer: Result<T> | null } = { answer: null }
  const answer = await session.call(async (accessToken, signal) => {
    last.answer = await ask(accessToken, signal)
    return last.answer
  })
  // A failure of the session itself, such as an offline refresh, occurs before any request or after a 401.
  const failure = last.answer?.ok === false ? last.answer.failure : null
  const mayBeDone = !answer.ok && failure !== null && isOutcomeUnknown(failure)
  return { answer, mayBeDone }
}
