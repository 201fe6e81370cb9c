/** Commands that buttons, shortcuts and the palette share. Each is null while it can't run. */
import type { AppState, CommandArguments, CommandName, Organisation } from '../preload/contract/index.ts'

export type Command = { [N in CommandName]: readonly [N, CommandArguments<N>] }[CommandName]

/** The organisation on screen; null before the first sign-in, and while a sign-in or all of them are shown. */
export function currentOrganisation({ view, organisations }: AppState): Organisation | null {
  if (view.screen === 'sign-in' || view.screen === 'all') return null
  return organisations.find(({ id }) => id === view.organisationId) ?? organisations[0] ?? null
}

export function refreshCommand({ id, session, refreshing }: Organisation): Command | null {
  if (session.kind !== 'active' || refreshing) return null
  return ['organisation.refresh', { organisationId: id }]
}

export function refreshAllCommand({ view, organisations }: AppState): Command | null {
  const isPossible = organisations.some(({ session }) => session.kind === 'active')
  return view.screen === 'all' && isPossible ? ['organisations.refresh', {}] : null
}

/** Opens the permission dialog instead if topping up isn't permitted. */
export function topUpCommand({ id, permissions, balance, session }: Organisation): Command | null {
  if (session.kind !== 'active' || balance?.invoiced === true) return null
  const dialog = permissions.includes('add-money')
    ? ({ kind: 'top-up', organisationId: id } as const)
    : ({ kind: 'allow', organisationId: id, permission: 'add-money' } as const)
  return ['dialog.open', { dialog }]
}

/**
 * Opens the permission dialog instead if managing keys isn't permitted.
 * @param appId the app that the key is for; null lets the user choose
 */
export function newKeyCommand(
  { id, permissions, session }: Organisation,
  appId: string | null,
): Command | null {
  if (session.kind !== 'active') return null
  const dialog = permissions.includes('manage')
    ? ({ kind: 'new-key', organisationId: id, appId } as const)
    : ({ kind: 'allow', organisationId: id, permission: 'manage' } as const)
  return ['dialog.open', { dialog }]
}

/** Requests the permissions that the organisation has now. */
export function signInAgainCommand({ id, permissions, session }: Organisation): Command | null {
  if (session.kind === 'signing-out') return null
  return ['sign-in.start', { permissions: [...permissions], again: id }]
}
