/** The settings, the limits of an organisation, and taking both to another computer. */
import { definedMembers } from '../defined-members.ts'
import { type CommandContext, type CommandHandlers, done, withOrganisation } from './handlers.ts'

export function settingsCommands({ settings, organisations, importExport }: CommandContext) {
  return {
    'settings.change': ({ change }) => settings.change(definedMembers(change)),
    'limits.change': withOrganisation(organisations, (organisation, { change }) => {
      organisation.setLimits({ ...organisation.limits, ...definedMembers(change) })
      return done
    }),
    'data.export': () => importExport.exportAll(),
    'data.import': () => importExport.readFile(),
    'data.import-now': () => importExport.importFound(),
  } satisfies Partial<CommandHandlers>
}
