/** What an answer says about the card. Only what is certain is called certain. */
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
  /** The same key was sent before, or may have been, and what became of that isn't known. */
  readonly repeated: boolean
  /** What the last request was answered; null when none was made, `'lost'` when nothing came back. */
  readonly last: Result<BalanceReading> | null | 'lost'
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
  const answer = last === 'lost' || last === null ? failed(why) : last
  const declined = last !== null && last !== 'lost' && !answer.ok && answer.failure.kind === 'declined'
  if (declined) return { kind: 'not-charged', failure: why }
  if (repeated || last === 'lost') return { kind: 'unknown', failure: why }
  if (last === null) return { kind: 'not-charged', failure: why }
  const certain = !answer.ok && (answer.failure.notSent === true || hasTrait(answer.failure, 'refused'))
  return { kind: certain ? 'not-charged' : 'unknown', failure: why }
}
