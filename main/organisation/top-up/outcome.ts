/** Whether a response proves that the card was charged, or that it wasn't. */
import { type Failure, failed, hasTrait, type Result } from '../../../preload/contract/index.ts'
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
  /** The response to the last request; null if none was sent, `'lost'` without a response. */
  readonly last: Result<BalanceReading> | null | 'lost'
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
  const answer = last === 'lost' || last === null ? failed(why) : last
  const declined = last !== null && last !== 'lost' && !answer.ok && answer.failure.kind === 'declined'
  if (declined) return { kind: 'not-charged', failure: why }
  if (repeated || last === 'lost') return { kind: 'unknown', failure: why }
  if (last === null) return { kind: 'not-charged', failure: why }
  const certain = !answer.ok && (answer.failure.notSent === true || hasTrait(answer.failure, 'refused'))
  return { kind: certain ? 'not-charged' : 'unknown', failure: why }
}
