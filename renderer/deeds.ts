/** What a button, a shortcut and the palette do alike: a command with its arguments, or null when it can't be done. */
import type { AppState, CommandArguments, CommandName, Organisation } from '../preload/contract/index.ts'

export type Deed = { [N in CommandName]: readonly [N, CommandArguments<N>] }[CommandName]

/** The organisation that is on screen; null while there is none, or while a sign-in is shown. */
export function onScreen({ view, organisations }: AppState): Organisation | null {
  if (view.screen === 'sign-in') return null
  return organisations.find((one) => one.id === view.organisationId) ?? organisations[0] ?? null
}

export function refresh({ id, session, refreshing }: Organisation): Deed | null {
  if (session.kind !== 'active' || refreshing) return null
  return ['organisation.refresh', { organisationId: id }]
}

/** Without the permission its dialog comes first. */
export function topUp({ id, permissions, balance, session }: Organisation): Deed | null {
  if (session.kind !== 'active' || balance?.invoiced === true) return null
  const dialog = permissions.includes('add-money')
    ? ({ kind: 'top-up', organisationId: id } as const)
    : ({ kind: 'allow', organisationId: id, permission: 'add-money' } as const)
  return ['dialog.open', { dialog }]
}

/** @param appId the app that the key is for; null lets the user choose */
export function newKey({ id, permissions, session }: Organisation, appId: string | null): Deed | null {
  if (session.kind !== 'active') return null
  const dialog = permissions.includes('manage')
    ? ({ kind: 'new-key', organisationId: id, appId } as const)
    : ({ kind: 'allow', organisationId: id, permission: 'manage' } as const)
  return ['dialog.open', { dialog }]
}

/** With the same permissions. */
export function signInAgain({ id, permissions, session }: Organisation): Deed | null {
  if (session.kind === 'signing-out') return null
  return ['sign-in.start', { permissions: [...permissions], again: id }]
}
