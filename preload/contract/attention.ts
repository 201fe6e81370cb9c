/** What an organisation needs attention for, and which one comes first: tray icon, its menu and the window agree on it. */
import type { AlertKind } from './account.ts'
import type { Organisation } from './state.ts'

export type Attention = 'sign-in-again' | 'unreadable' | 'unsaved' | 'top-up-unknown' | AlertKind

/** The most urgent reason; null if nothing waits for the user. */
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

/** For sorting: those that need attention first, then those that can't be read, each by what runs out first. */
export function byUrgency(a: Organisation, b: Organisation): number {
  return rank(a) - rank(b) || byTimeLeft(a, b)
}

/** For sorting: what runs out first, and last what isn't known to run out. */
export function byTimeLeft(a: Organisation, b: Organisation): number {
  const [first, second] = [runsOutAt(a) ?? Number.MAX_VALUE, runsOutAt(b) ?? Number.MAX_VALUE]
  return first - second
}

function rank(organisation: Organisation): number {
  if (attentionOf(organisation) !== null) return 0
  return organisation.trouble === null ? 2 : 1
}

/** Whether money is to be added soon: topping up is offered beside the organisation. */
export function isRunningLow({ alerts, balance }: Organisation): boolean {
  if (balance === null || balance.invoiced) return false
  return balance.spendableCents <= 0 || alerts.some(({ kind }) => kind !== 'spending')
}

/** Whether a top-up can be started: never while the outcome of the last one is open, or on old data. */
export function canTopUp({ balance, session, topUp, trouble }: Organisation): boolean {
  const isOpen = topUp.kind === 'charging' || topUp.kind === 'unknown' || topUp.kind === 'too-old'
  return balance !== null && !balance.invoiced && session.kind === 'active' && trouble === null && !isOpen
}
