/** Settings, limits of an organisation, export and import. */
import type { Organisations } from '../../organisation/organisations.ts'
import type { ChargeGuard } from '../charge-guard.ts'
import { isLooser } from '../charge-guard.ts'
import { definedMembers } from '../defined-members.ts'
import type { ImportExport } from '../import-export.ts'
import type { SettingsInForce } from '../settings-in-force.ts'
import { type CommandHandlers, done, withOrganisation } from './handlers.ts'

type SettingsDeps = {
  readonly settings: SettingsInForce
  readonly organisations: Organisations
  readonly importExport: ImportExport
  readonly chargeGuard: ChargeGuard
}

export function settingsCommands({ settings, organisations, importExport, chargeGuard }: SettingsDeps) {
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
