/** "Not today": nothing is said of an organisation until the day is over. */
import type { App } from '../app.ts'
import { done, type HandlersOf, isKnown, unknown } from './handlers.ts'

export function quietCommands(app: App): HandlersOf<'organisation.quiet'> {
  return {
    'organisation.quiet': ({ organisationId, quiet }) => {
      if (!isKnown(app, organisationId)) return unknown
      app.accounts.setQuiet(organisationId, quiet)
      if (quiet) app.toasts.say({ kind: 'quiet', organisationId })
      return done
    },
  }
}
