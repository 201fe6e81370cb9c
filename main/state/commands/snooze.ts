/** "Mute today": no notifications of an organisation until midnight. */
import type { Organisations } from '../../organisation/organisations.ts'
import type { Toasts } from '../toasts.ts'
import { type CommandHandlers, done, withOrganisation } from './handlers.ts'

type SnoozeDeps = {
  readonly organisations: Organisations
  readonly toasts: Toasts
}

export function snoozeCommands({ organisations, toasts }: SnoozeDeps) {
  return {
    'organisation.snooze': withOrganisation(organisations, (organisation, { snoozed }) => {
      organisation.setSnoozed(snoozed)
      if (snoozed) toasts.show({ kind: 'snoozed', organisationId: organisation.id })
      return done
    }),
  } satisfies Partial<CommandHandlers>
}
