/** Why an organisation needs attention, and in which order organisations are listed, in the tray and the window alike. */
import type { AlertKind } from './account.ts'
import type { Organisation } from './state.ts'

export type Attention = 'sign-in-again' | 'unreadable' | 'unsaved' | 'top-up-unknown' | AlertKind

/** The most urgent reason; null if the user has nothing to do. */
export function attentionOf({ session, topUp, alerts }: Organisation): Attention | null {
  if (session.kind === 'sign-in-again' || session.kind === 'unreadable') return session.kind
  if (session.kind === 'active' && session.unsaved !== null) return 'unsaved'
  if (topUp.kind === 'unknown') return 'top-up-unknown'
  return alerts[0]?.kind ?? null
}

/** When the money runs out (epoch milliseconds), 0 if nothing is left; null if that isn't known. */
export function runsOutAt({ balance, history: { forecast } }: Organisation): number | null {
  if (balance === null || balance.invoiced) return null
  if (balance.spendableCents <= 0) return 0
  return forecast.kind === 'known' ? forecast.runsOutAt : null
}

/** For sorting: those that need attention first, then those whose balance can't be read; within each by the time left. */
export function byUrgency(a: Organisation, b: Organisation): number {
  return rank(a) - rank(b) || byTimeLeft(a, b)
}

/** For sorting: by the time until the money runs out; unknown comes last. */
export function byTimeLeft(a: Organisation, b: Organisation): number {
  const [first, second] = [runsOutAt(a) ?? Number.MAX_VALUE, runsOutAt(b) ?? Number.MAX_VALUE]
  return first - second
}

function rank(organisation: Organisation): number {
  if (attentionOf(organisation) !== null) return 0
  return organisation.trouble === null ? 2 : 1
}

/** Whether money should be added soon, so that a top-up is offered beside the organisation. */
export function isRunningLow({ alerts, balance }: Organisation): boolean {
  if (balance === null || balance.invoiced) return false
  return balance.spendableCents <= 0 || alerts.some(({ kind }) => kind !== 'spending')
}

/** Whether a top-up can be started: not while the outcome of the last one is open, and not with an outdated balance. */
export function canTopUp({ balance, session, topUp, trouble }: Organisation): boolean {
  const isOpen = topUp.kind === 'charging' || topUp.kind === 'unknown' || topUp.kind === 'too-old'
  return balance !== null && !balance.invoiced && session.kind === 'active' && trouble === null && !isOpen
}
