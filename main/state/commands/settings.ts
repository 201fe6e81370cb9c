/** The settings, the limits of an organisation, and taking both to another computer. */
import type { CommandContext } from '../commands.ts'
import { definedMembers } from '../defined-members.ts'
import { done, type HandlersOf, withOrganisation } from './handlers.ts'

type Names = 'settings.change' | 'limits.change' | 'data.export' | 'data.import' | 'data.import-now'

export function settingsCommands({
  settings,
  organisations,
  importExport,
}: CommandContext): HandlersOf<Names> {
  return {
    'settings.change': ({ change }) => settings.change(definedMembers(change)),
    'limits.change': withOrganisation(organisations, (organisation, { change }) => {
      organisation.setLimits({ ...organisation.limits, ...definedMembers(change) })
      return done
    }),
    'data.export': () => importExport.exportAll(),
    'data.import': () => importExport.readFile(),
    'data.import-now': () => importExport.importFound(),
  }
}
