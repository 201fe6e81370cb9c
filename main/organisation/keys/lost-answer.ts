/** Calls that must not be repeated: telling a refusal from an answer that never came. */
import { isOutcomeUnknown, type Result } from '../../../preload/contract/index.ts'
import type { Session } from '../session/session.ts'

export type AskedOnce<T> = {
  readonly answer: Result<T>
  /** The answer is a failure, but the server may have done what was asked. */
  readonly mayBeDone: boolean
}

/**
 * Calls something that has no idempotency key. It is sent once, and again only after a 401, which says that
 * nothing was done (RFC 6750 3.1).
 */
export async function askOnce<T>(
  session: Session,
  ask: (accessToken: string, signal: AbortSignal) => Promise<Result<T>>,
): Promise<AskedOnce<T>> {
  const last: { answer: Result<T> | null } = { answer: null }
  const answer = await session.call(async (accessToken, signal) => {
    last.answer = await ask(accessToken, signal)
    return last.answer
  })
  // A failure of the session's own, such as a refresh without network, comes instead of a request or after a 401.
  const failure = last.answer?.ok === false ? last.answer.failure : null
  const mayBeDone = !answer.ok && failure !== null && isOutcomeUnknown(failure)
  return { answer, mayBeDone }
}
