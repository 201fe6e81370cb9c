/** Whether a response proves that the card was charged, or that it wasn't. */
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
  /** The same key was or may have been sent before, with an unknown outcome. */
  readonly repeated: boolean
  /** Why the last request failed; null if none was sent, `'lost'` without a response. */
  readonly last: Failure | null | 'lost'
  /** The result of the call. */
  readonly called: Result<BalanceReading>
}

/**
 * - A decline is certain, at a retry too: had this key been charged before, the service would have replayed that response
 *   (Account API: a key is charged once for at least 24 h).
 * - Any other refusal, and a request that was never sent, is certain at the first attempt only. At a retry the refusal may
 *   precede the check of the key (a permission withdrawn since, an organisation that now pays by invoice, an unknown path
 *   at a proxy), so it says nothing about the earlier attempt.
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
