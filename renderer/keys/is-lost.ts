import type { Failure, FailureKind } from '../../preload/contract/index.ts'

/** After these the server may have done it all the same, unless nothing was sent. */
const open: readonly FailureKind[] = [
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

/** Whether nobody knows if what failed was done. */
export function isLost(failure: Failure): boolean {
  return open.includes(failure.kind) && failure.notSent !== true
}
