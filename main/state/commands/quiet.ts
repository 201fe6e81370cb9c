/** "Not today": nothing is said of an organisation until the day is over. */
import type { App } from '../app.ts'
import { done, type HandlersOf, isKnown, unknown } from './handlers.ts'

export function quietCommands(app: App): HandlersOf<'organisation.snooze'> {
  return {
    'organisation.snooze': ({ organisationId, snoozed }) => {
      if (!isKnown(app, organisationId)) return unknown
      app.accounts.setQuiet(organisationId, snoozed)
      if (snoozed) app.toasts.say({ kind: 'snoozed', organisationId })
      return done
    },
  }
}
