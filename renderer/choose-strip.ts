/** At most one strip is shown: the most urgent. */
import type { Alert, AppState, Failure, Notice, Organisation, ProxyState } from '../preload/contract/index.ts'

/** From here on the end of an authorization is worth a word. */
export const endsSoonMs = 3 * 24 * 60 * 60 * 1000

export type StripContent =
  | { readonly kind: 'proxy'; readonly asked: NonNullable<ProxyState['challenge']> }
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
  /** A sign-in that goes on, or has ended, on another screen than this one. */
  | { readonly kind: 'sign-in'; readonly signIn: 'consent' | 'waiting' | 'ended' }
  | { readonly kind: 'notice'; readonly notice: Notice }

/** `organisation` is the one on screen, null before and while signing in. */
export function chooseStrip(
  state: Pick<AppState, 'notices' | 'signIn' | 'proxy'>,
  organisation: Organisation | null,
  now: number,
): StripContent | null {
  const notice = (kind: Notice['kind']): StripContent | null => {
    const found = state.notices.find((one) => one.kind === kind)
    return found ? { kind: 'notice', notice: found } : null
  }
  // Until it has its password nothing else can be mended.
  if (state.proxy.challenge !== null) return { kind: 'proxy', asked: state.proxy.challenge }
  return (
    (organisation && brokenSession(organisation)) ??
    notice('storage') ??
    notice('file-set-aside') ??
    (organisation && onScreen(organisation, now)) ??
    (organisation && alert(organisation, now)) ??
    (organisation && elsewhere(state.signIn)) ??
    notice('crashed') ??
    notice('window-rebuilt') ??
    notice('update') ??
    notice('no-tray') ??
    notice('lives-in-tray')
  )
}

function brokenSession(organisation: Organisation): StripContent | null {
  const { session } = organisation
  if (session.kind === 'sign-in-again') return { kind: 'sign-in-again', organisation, since: session.since }
  if (session.kind === 'unreadable') return { kind: 'unreadable', organisation }
  if (session.kind === 'active' && session.unsaved) return { kind: 'unsaved', failure: session.unsaved }
  return null
}

/** The most urgent of what the user wants to be told of, unless that is enough for today. */
function alert(organisation: Organisation, now: number): StripContent | null {
  const { session, alerts, snoozedUntil } = organisation
  const [first] = alerts
  if (session.kind !== 'active' || first === undefined || (snoozedUntil !== null && now < snoozedUntil))
    return null
  return { kind: 'alert', organisation, alert: first }
}

function elsewhere({ kind }: AppState['signIn']): StripContent | null {
  const isWorthIt = kind === 'consent' || kind === 'waiting' || kind === 'ended'
  return isWorthIt ? { kind: 'sign-in', signIn: kind } : null
}

function onScreen(organisation: Organisation, now: number): StripContent | null {
  const { session, trouble } = organisation
  if (session.kind !== 'active') return null
  if (organisation.arrived) return { kind: 'just-arrived', organisation }
  if (trouble) return { kind: 'trouble', organisation, failure: trouble.failure, since: trouble.since }
  const until = session.authorizationUntil
  if (until !== null && until - now < endsSoonMs) return { kind: 'ends-soon', organisation, until }
  return null
}
