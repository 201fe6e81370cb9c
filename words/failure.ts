/** What to say about a failure, by its kind. */
import type { CommandName, Failure } from '../preload/contract/index.ts'
import { duration } from './format.ts'
import { words } from './index.ts'

/** Of a command that failed: what is left as it was, where the language says it, or else what kind of failure it is. */
export function failureTitle(command: CommandName, failure: Failure): string {
  const titles: Partial<Record<CommandName, string>> = words.failures.notDone
  return titles[command] ?? words.failures.kinds[failure.kind].short
}

export function whatFailed(failure: Failure): string {
  return said(failure).what
}

/** What the user can do; if the server named a time, that. */
export function whatNext(failure: Failure): string {
  const { retryAfterMs } = failure
  if (retryAfterMs !== undefined && retryAfterMs > 0) return words.failures.tryAgainIn(duration(retryAfterMs))
  return said(failure).next
}

/** A few words that can stand before "since 14:08". */
export function inShort(failure: Failure): string {
  return failure.kind === 'offline' ? words.failures.offline : words.failures.kinds[failure.kind].short
}

function said({ kind, cause }: Failure): { readonly what: string; readonly next: string } {
  return kind === 'tls' && cause !== undefined ? words.failures.tls[cause] : words.failures.kinds[kind]
}
