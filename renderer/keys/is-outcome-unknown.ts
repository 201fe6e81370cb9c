import type { Failure, FailureKind } from '../../preload/contract/index.ts'

/** The server may have executed the request, unless it was never sent. */
const ambiguousKinds: readonly FailureKind[] = [
  'offline',
  'timeout',
  'tls',
  'proxy',
  'proxy-auth',
  'server',
  'not-json',
  'redirected',
  'cancelled',
]

/** Whether a failed change may have been made all the same. */
export function isOutcomeUnknown(failure: Failure): boolean {
  return ambiguousKinds.includes(failure.kind) && failure.notSent !== true
}
