/** The notifications that are due: a pure function of the state, like the window. */
import type {
  AlertKind,
  AppState,
  Failure,
  Organisation,
  PendingSignOut,
  TopUp,
} from '../../preload/contract/index.ts'

import { dayMs } from '../calendar.ts'

/** The window says the same from here on. */
const endsSoonMs = 3 * dayMs
const signOutTooLongMs = 3600_000

export type Due = {
  /** Names the occurrence, which is shown once, also over a restart. */
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
  /** What the visible window shows needs no notification. */
  readonly windowVisible: boolean
  readonly isShown: (cause: string) => boolean
}

export type DueNotices = {
  readonly show: readonly Due[]
  /** The causes that count as seen from now on: those shown, those in the window, and those that a more urgent one covers. */
  readonly seen: readonly string[]
  readonly holding: ReadonlySet<string>
}

/** What belongs to a snoozed organisation waits, and everything while the user wants no notifications. */
export function dueNotices(state: AppState, { now, windowVisible, isShown }: DueOptions): DueNotices {
  const causes = state.restoring ? [] : causesOf(state, now)
  const holding = holdingCauses(state, now)
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
  return { show, seen: [...inView, ...rest].map(({ cause }) => cause), holding }
}

/** The causes of all that would be shown to a user who has seen nothing. */
export function holdingCauses(state: AppState, now: number): ReadonlySet<string> {
  return new Set(state.restoring ? [] : causesOf(state, now).map(({ cause }) => cause))
}

/** When, after `now`, passing time alone may make something due; null: never. */
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

function causesOf(state: AppState, now: number): readonly Due[] {
  const trouble = storageTrouble(state)
  // It comes and goes with each document that is written: once a day is enough.
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

/** Of the local calendar. */
function day(now: number): string {
  return new Date(now).toDateString()
}
