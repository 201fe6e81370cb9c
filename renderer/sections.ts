/** The screens of an organisation, in the order of the navigation, the shortcuts and the palette. */
import type { CommandArguments, Organisation } from '../preload/contract/index.ts'
import { expiresSoon } from './organisation-status.ts'
import type { IconName } from './parts/icon.tsx'

export type Section = Exclude<CommandArguments<'view.show'>['screen'], 'all'>

export const sections: readonly { readonly screen: Section; readonly icon: IconName }[] = [
  { screen: 'overview', icon: 'overview' },
  { screen: 'keys', icon: 'key' },
  { screen: 'activity', icon: 'activity' },
  { screen: 'session', icon: 'session' },
  { screen: 'settings', icon: 'settings' },
]

/** Whether the navigation marks the section with a dot. */
export function needsAttention(section: Section, { keys, session }: Organisation, now: number): boolean {
  switch (section) {
    case 'keys':
      return keys.unfinished > 0 || keys.failed !== null
    case 'session':
      if (session.kind === 'signing-out') return false
      return session.kind !== 'active' || session.unsaved !== null || expiresSoon(session, now)
    default:
      return false
  }
}
