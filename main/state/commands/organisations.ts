/** Organisations: showing and reading them. */
import type { App } from '../app.ts'
import { done, type HandlersOf, isKnown, unknown } from './handlers.ts'

type Names = 'organisation.show' | 'organisation.refresh' | 'organisation.dismiss-arrival'

export function organisationCommands(app: App): HandlersOf<Names> {
  const { state } = app
  return {
    'organisation.show': ({ organisationId, screen }) => {
      if (!isKnown(app, organisationId)) return unknown
      app.show(organisationId, screen)
      return done
    },
    'organisation.refresh': ({ organisationId }) => {
      if (!isKnown(app, organisationId)) return unknown
      // Progress and result are in the state.
      void app.balances.refresh(organisationId)
      return done
    },
    'organisation.dismiss-arrival': ({ organisationId }) => {
      state.updateOrganisation(organisationId, { arrived: null })
      return done
    },
  }
}
