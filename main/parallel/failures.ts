/** Creates failures. The kind decides whether a failure is retryable. */
import { type Failure, type FailureKind, hasTrait } from '../../preload/contract/index.ts'
import { cleanText } from './text.ts'

export function failure(
  kind: FailureKind,
  message: string,
  more: Pick<Failure, 'retryAfterMs' | 'reference' | 'notSent' | 'cause'> = {},
): Failure {
  return { kind, message: cleanText(message), retryable: hasTrait({ kind }, 'retryable'), ...more }
}

export const signedOutFailure: Failure = failure('signed-out', 'This organisation is not signed in.')
