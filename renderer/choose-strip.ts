/** Decides which strip to show: at most one, the most urgent. */
import type { Alert, AppState, Failure, Notice, Organisation, ProxyState } from '../preload/contract/index.ts'
import { expiresSoon } from './organisation-status.ts'

export type StripContent =
  | { readonly kind: 'proxy'; readonly challenge: NonNullable<ProxyState['challenge']> }
  | { readonly kind: 'sign-in-again'; readonly organisation: Organisation; readonly since: number }
  | { readonly kind: 'unreadable'; readonly organisation: Organisation }
  | { readonly kind: 'unsaved'; readonly failure: Failure }
  | { readonly kind: 'just-arrived'; readonly organisation: Organisation }
  | {
      readonly kind: 'trouble'
      readonly organisation: Organisation
      readonly failure: Failure
      readonly since: number
    }
  | { readonly kind: 'ends-soon'; readonly organisation: Organisation; readonly until: number }
  | { readonly kind: 'alert'; readonly organisation: Organisation; readonly alert: Alert }
  /** A sign-in that is in progress, or has failed, on another screen. */
  | { readonly kind: 'sign-in'; readonly signIn: 'consent' | 'waiting' | 'ended' }
  | { readonly kind: 'notice'; readonly notice: Notice }

/** @param organisation the one on screen; null on the sign-in screens */
export function chooseStrip(
  state: Pick<AppState, 'notices' | 'signIn' | 'proxy'>,
  organisation: Organisation | null,
  now: number,
): StripContent | null {
  const notice = (kind: Notice['kind']): StripContent | null => {
    const found = state.notices.find((candidate) => candidate.kind === kind)
    return found ? { kind: 'notice', notice: found } : null
  }
  // No request gets through until the proxy has its password.
  if (state.proxy.challenge !== null) return { kind: 'proxy', challenge: state.proxy.challenge }
  return (
    (organisation && sessionStrip(organisation)) ??
    notice('keyring-waits') ??
    notice('storage') ??
    notice('file-set-aside') ??
    (organisation && organisationStrip(organisation, now)) ??
    (organisation && alertStrip(organisation, now)) ??
    (organisation && signInStrip(state.signIn)) ??
    notice('crashed') ??
    notice('window-rebuilt') ??
    notice('update') ??
    notice('no-tray') ??
    notice('lives-in-tray')
  )
}

function sessionStrip(organisation: Organisation): StripContent | null {
  const { session } = organisation
  if (session.kind === 'sign-in-again') return { kind: 'sign-in-again', organisation, since: session.since }
  if (session.kind === 'unreadable') return { kind: 'unreadable', organisation }
  if (session.kind === 'active' && session.unsaved) return { kind: 'unsaved', failure: session.unsaved }
  return null
}

/** Null while the alerts are snoozed. */
function alertStrip(organisation: Organisation, now: number): StripContent | null {
  const { session, alerts, snoozedUntil } = organisation
  const [first] = alerts
  if (session.kind !== 'active' || first === undefined || (snoozedUntil !== null && now < snoozedUntil))
    return null
  return { kind: 'alert', organisation, alert: first }
}

function signInStrip({ kind }: AppState['signIn']): StripContent | null {
  const needsUser = kind === 'consent' || kind === 'waiting' || kind === 'ended'
  return needsUser ? { kind: 'sign-in', signIn: kind } : null
}

function organisationStrip(organisation: Organisation, now: number): StripContent | null {
  const { session, trouble } = organisation
  if (session.kind !== 'active') return null
  if (organisation.arrived) return { kind: 'just-arrived', organisation }
  if (trouble) return { kind: 'trouble', organisation, failure: trouble.failure, since: trouble.since }
  const until = session.authorizationUntil
  if (until !== null && expiresSoon(session, now)) return { kind: 'ends-soon', organisation, until }
  return null
}
