/** "Not today": no notification of an organisation until the day is over. */
import type { CommandContext } from '../commands.ts'
import { done, type HandlersOf, withOrganisation } from './handlers.ts'

export function snoozeCommands({ organisations, toasts }: CommandContext): HandlersOf<'organisation.quiet'> {
  return {
    'organisation.quiet': withOrganisation(organisations, (organisation, { quiet }) => {
      organisation.setSnoozed(quiet)
      if (quiet) toasts.show({ kind: 'quiet', organisationId: organisation.id })
      return done
    }),
  }
}
