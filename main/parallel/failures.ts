/** Makes failures: whether a retry may help follows from the kind, so that no caller has to know. */
import type { Failure, FailureKind } from '../../preload/contract/index.ts'
import { cleanText } from './text.ts'

const retryableKinds: ReadonlySet<FailureKind> = new Set([
  'offline',
  'timeout',
  'tls',
  'server',
  'not-json',
  'redirected',
  'proxy',
  'rate-limited',
  'busy',
  'keyring',
  'storage',
])

export function failure(
  kind: FailureKind,
  message: string,
  more: Pick<Failure, 'retryAfterMs' | 'reference' | 'notSent' | 'cause'> = {},
): Failure {
  return { kind, message: cleanText(message), retryable: retryableKinds.has(kind), ...more }
}
