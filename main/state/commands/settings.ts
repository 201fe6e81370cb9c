/** What the user chooses, for the app and for an organisation, and taking it to another computer. */
import type { App } from '../app.ts'
import { definedMembers } from '../defined-members.ts'
import { done, type HandlersOf, isKnown, unknown } from './handlers.ts'

type Names = 'settings.change' | 'limits.change' | 'data.export' | 'data.import' | 'data.import-now'

export function settingsCommands(app: App): HandlersOf<Names> {
  return {
    'settings.change': ({ change }) => app.settings.change(definedMembers(change)),
    'limits.change': ({ organisationId, change }) => {
      if (!isKnown(app, organisationId)) return unknown
      app.accounts.limits.keep(organisationId, {
        ...app.accounts.limits.get(organisationId),
        ...definedMembers(change),
      })
      app.accounts.showLimits()
      return done
    },
    'data.export': () => app.moving.exportAll(),
    'data.import': () => app.moving.readFile(),
    'data.import-now': () => app.moving.importFound(),
  }
}
