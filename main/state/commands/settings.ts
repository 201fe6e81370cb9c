/** The settings, the limits of an organisation, and taking both to another computer. */
import { isLooser } from '../charge-guard.ts'
import { definedMembers } from '../defined-members.ts'
import { type CommandContext, type CommandHandlers, done, withOrganisation } from './handlers.ts'

export function settingsCommands({ settings, organisations, importExport, chargeGuard }: CommandContext) {
  return {
    'settings.change': ({ change }) => settings.change(definedMembers(change)),
    'limits.change': withOrganisation(organisations, async (organisation, { change }) => {
      const defined = definedMembers(change)
      const { topUpPerDayCents: fromCents } = organisation.limits
      const { topUpPerDayCents: toCents = fromCents } = defined
      if (fromCents !== null && isLooser(fromCents, toCents)) {
        const question = { kind: 'raise-limit', organisation: organisation.name, fromCents, toCents } as const
        const agreed = await chargeGuard.ask(question)
        if (!agreed.ok) return agreed
      }
      organisation.setLimits({ ...organisation.limits, ...defined })
      return done
    }),
    'data.export': () => importExport.exportAll(),
    'data.import': () => importExport.readFile(),
    'import.read': () => importExport.contents(),
    'data.import-now': () => importExport.importFound(),
  } satisfies Partial<CommandHandlers>
}
