/** "Mute today": no notification of an organisation until the day is over. */
import { type CommandContext, type CommandHandlers, done, withOrganisation } from './handlers.ts'

export function snoozeCommands({ organisations, toasts }: CommandContext) {
  return {
    'organisation.snooze': withOrganisation(organisations, (organisation, { snoozed }) => {
      organisation.setSnoozed(snoozed)
      if (snoozed) toasts.show({ kind: 'snoozed', organisationId: organisation.id })
      return done
    }),
  } satisfies Partial<CommandHandlers>
}
