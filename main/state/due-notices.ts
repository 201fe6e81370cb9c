/** The notifications that are due, as a pure function of the state. */
import type {
  AlertKind,
  AppState,
  Failure,
  Organisation,
  PendingSignOut,
  TopUp,
} from '../../preload/contract/index.ts'

import { dayMs } from '../calendar.ts'

/** The window warns of the end of an authorization from the same time on. */
const endsSoonMs = 3 * dayMs
const signOutTooLongMs = 3600_000

export type Due = {
  /** Identifies the occurrence, for which one notification is shown, even across restarts. */
  readonly cause: string
} & (
  | { readonly kind: 'sign-in-again'; readonly organisation: Organisation }
  | { readonly kind: 'ends-soon'; readonly organisation: Organisation; readonly until: number }
  | { readonly kind: 'alert'; readonly organisation: Organisation; readonly alert: AlertKind }
  | { readonly kind: 'top-up'; readonly organisation: Organisation; readonly topUp: SettledTopUp }
  | { readonly kind: 'sign-out-pending'; readonly pending: PendingSignOut }
  | { readonly kind: 'storage'; readonly failure: Failure }
)

export type SettledTopUp = Exclude<TopUp, { readonly kind: 'none' | 'charging' }>

export type DueOptions = {
  /** Epoch milliseconds. */
  readonly now: number
  /** Nothing is notified of that the visible window shows. */
  readonly windowVisible: boolean
  readonly isShown: (cause: string) => boolean
}

export type DueNotices = {
  readonly show: readonly Due[]
  /** Causes that count as seen from now on: those notified of, those in the window, and those covered by a more urgent one. */
  readonly seen: readonly string[]
  readonly active: ReadonlySet<string>
}

/** Notifications of a snoozed organisation are postponed, and so are all while the user has turned them off. */
export function dueNotices(state: AppState, { now, windowVisible, isShown }: DueOptions): DueNotices {
  const causes = causesOf(state, now)
  const active = activeCauses(state, now)
  const fresh = causes.filter((due) => !isShown(due.cause))
  const inView = fresh.filter((due) => windowVisible && isInView(due, state))
  const rest = fresh.filter(
    (due) => !inView.includes(due) && state.settings.notifications && !isSnoozed(due, now),
  )
  // Money that runs low is below the limit and has few days left: the most urgent says it.
  const show = rest.filter(
    (due, at) =>
      due.kind !== 'alert' ||
      rest.findIndex((one) => one.kind === 'alert' && one.organisation.id === due.organisation.id) === at,
  )
  return { show, seen: [...inView, ...rest].map(({ cause }) => cause), active }
}

/** The causes of all notifications that currently apply, seen or not. */
export function activeCauses(state: AppState, now: number): ReadonlySet<string> {
  return new Set(causesOf(state, now).map(({ cause }) => cause))
}

/** The next time after `now` at which something may become due without a change of the state; null if there is none. */
export function nextDueAt({ organisations, pendingSignOuts }: AppState, now: number): number | null {
  const times = [
    ...pendingSignOuts.map(({ since }) => since + signOutTooLongMs),
    ...organisations.flatMap(({ snoozedUntil, session }) => [
      snoozedUntil ?? 0,
      session.kind === 'active' && session.authorizationUntil !== null
        ? session.authorizationUntil - endsSoonMs
        : 0,
    ]),
  ].filter((time) => time > now)
  return times.length === 0 ? null : Math.min(...times)
}

/** None before the tokens are decrypted: pending sign-outs and unreadable sign-ins aren't known yet. */
function causesOf(state: AppState, now: number): readonly Due[] {
  if (state.restoring || state.decrypting) return []
  const trouble = storageTrouble(state)
  // Appears and disappears with each write, so it is shown at most once a day.
  const storage = trouble && { kind: 'storage' as const, cause: `storage/${day(now)}`, failure: trouble }
  return [
    ...(storage ? [storage] : []),
    ...state.organisations.flatMap((organisation) => causesIn(organisation, now)),
    ...state.pendingSignOuts
      .filter(({ since }) => now - since >= signOutTooLongMs)
      .map((pending) => ({
        kind: 'sign-out-pending' as const,
        cause: `sign-out-pending/${pending.organisationId}/${pending.since}`,
        pending,
      })),
  ]
}

function causesIn(organisation: Organisation, now: number): readonly Due[] {
  const { id, session, alerts, topUp } = organisation
  const causes: Due[] = []
  if (session.kind === 'sign-in-again') {
    causes.push({ kind: 'sign-in-again', cause: `sign-in-again/${id}/${session.since}`, organisation })
  }
  const until = session.kind === 'active' ? session.authorizationUntil : null
  if (until !== null && until - now <= endsSoonMs) {
    causes.push({ kind: 'ends-soon', cause: `ends-soon/${id}/${until}`, organisation, until })
  }
  for (const { kind, since } of alerts) {
    causes.push({ kind: 'alert', cause: `alert/${id}/${kind}/${since}`, organisation, alert: kind })
  }
  if (topUp.kind !== 'none' && topUp.kind !== 'charging') {
    const at = 'askedAt' in topUp ? topUp.askedAt : topUp.at
    causes.push({ kind: 'top-up', cause: `top-up/${id}/${topUp.kind}/${at}`, organisation, topUp })
  }
  return causes
}

function storageTrouble({ notices, organisations }: AppState): Failure | null {
  for (const notice of notices) if (notice.kind === 'storage') return notice.failure
  for (const { session } of organisations) {
    if (session.kind === 'active' && session.unsaved !== null) return session.unsaved
  }
  return null
}

function isInView(due: Due, { view }: AppState): boolean {
  return !('organisation' in due) || due.organisation.id === view.organisationId
}

function isSnoozed(due: Due, now: number): boolean {
  return 'organisation' in due && (due.organisation.snoozedUntil ?? 0) > now
}

/** The local calendar day. */
function day(now: number): string {
  return new Date(now).toDateString()
}
