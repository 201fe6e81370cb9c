/** "Not today": no notification of an organisation until the day is over. */
import type { CommandContext } from '../commands.ts'
import { done, type HandlersOf, withOrganisation } from './handlers.ts'

export function snoozeCommands({ organisations, toasts }: CommandContext): HandlersOf<'organisation.snooze'> {
  return {
    'organisation.snooze': withOrganisation(organisations, (organisation, { snoozed }) => {
      organisation.setSnoozed(snoozed)
      if (snoozed) toasts.show({ kind: 'snoozed', organisationId: organisation.id })
      return done
    }),
  }
}
