/** The screens of an organisation, in the order in which they are offered everywhere. */
import type { CommandArguments, Organisation } from '../preload/contract/index.ts'
import { endsSoonMs } from './choose-strip.ts'
import type { IconName } from './parts/icon.tsx'

export type Section = CommandArguments<'view.show'>['screen']

export const sections: readonly { readonly screen: Section; readonly icon: IconName }[] = [
  { screen: 'overview', icon: 'overview' },
  { screen: 'keys', icon: 'key' },
  { screen: 'activity', icon: 'activity' },
  { screen: 'session', icon: 'session' },
  { screen: 'settings', icon: 'settings' },
]

/** Whether something waits on that screen for the user. */
export function needsLook(section: Section, { keys, session }: Organisation, now: number): boolean {
  switch (section) {
    case 'keys':
      return keys.rotateDue > 0 || keys.failed !== null
    case 'session': {
      if (session.kind === 'signing-out') return false
      if (session.kind !== 'active') return true
      const until = session.authorizationUntil
      return session.unsaved !== null || (until !== null && until - now < endsSoonMs)
    }
    default:
      return false
  }
}
