/** What an answer says about the card. Only what is certain is called certain. */
import { type Failure, hasTrait, type Result } from '../../../preload/contract/index.ts'
import type { BalanceReading } from '../../parallel/account-api.ts'
import { failure } from '../../parallel/failures.ts'

export type TopUpOutcome =
  | { readonly kind: 'added'; readonly reading: BalanceReading }
  /** Certainly not charged. */
  | { readonly kind: 'not-charged'; readonly failure: Failure }
  | { readonly kind: 'unknown'; readonly failure: Failure }

export type Attempt = {
  readonly organisationId: string
  /** The same key was sent before, or may have been, and what became of that isn't known. */
  readonly repeated: boolean
  /** Why the last request failed; null when none was made, `'lost'` when nothing came back. */
  readonly last: Failure | null | 'lost'
  /** What the call came to. */
  readonly called: Result<BalanceReading>
}

/**
 * - A decline is an answer to this very key: had it been charged before, the service would have answered with that
 *   (Account API: a key is charged once for at least 24 h), so it is certain, at a repeat too.
 * - Any other refusal, and a request that never left this machine, is certain at the first attempt only. At a repeat it
 *   may come before the service looks at the key (a permission withdrawn since, an organisation that pays by invoice
 *   now, an unknown path on the way), so it says nothing about the attempt before.
 */
export function outcomeOf({ organisationId, repeated, last, called }: Attempt): TopUpOutcome {
  if (called.ok) {
    if (called.value.organisationId === organisationId) return { kind: 'added', reading: called.value }
    return { kind: 'unknown', failure: failure('server', 'The server answered for another organisation.') }
  }
  const why = called.failure
  if (last === null) return { kind: repeated ? 'unknown' : 'not-charged', failure: why }
  if (last === 'lost') return { kind: 'unknown', failure: why }
  const isCertain =
    last.kind === 'declined' || (!repeated && (last.notSent === true || hasTrait(last, 'refused')))
  return { kind: isCertain ? 'not-charged' : 'unknown', failure: why }
}
