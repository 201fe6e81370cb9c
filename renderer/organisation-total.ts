/** What all organisations have together, and which of them that can't include. */
import type { Organisation } from '../preload/contract/index.ts'
import { isStale } from './organisation-status.ts'

export type LeftOut = 'invoiced' | 'signInAgain' | 'unreadable' | 'signingOut' | 'notRead'

export type Total = {
  readonly cents: number
  readonly counted: number
  readonly all: number
  /** How many aren't counted, by reason; only reasons that occur. */
  readonly leftOut: readonly (readonly [LeftOut, number])[]
  /** How many amounts in it are old, because they can't be refreshed. */
  readonly stale: number
}

/** Sums what is prepaid, known and signed in. All amounts of the service are in the same currency. */
export function totalOf(organisations: readonly Organisation[]): Total {
  const reasons = new Map<LeftOut, number>()
  let [cents, counted, stale] = [0, 0, 0]
  for (const organisation of organisations) {
    const reason = leftOut(organisation)
    if (reason !== null) {
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
      continue
    }
    cents += organisation.balance?.spendableCents ?? 0
    counted += 1
    if (isStale(organisation)) stale += 1
  }
  return { cents, counted, all: organisations.length, leftOut: [...reasons], stale }
}

function leftOut({ session, balance }: Organisation): LeftOut | null {
  if (session.kind === 'sign-in-again') return 'signInAgain'
  if (session.kind === 'unreadable') return 'unreadable'
  if (session.kind === 'signing-out') return 'signingOut'
  if (balance === null) return 'notRead'
  return balance.invoiced ? 'invoiced' : null
}
