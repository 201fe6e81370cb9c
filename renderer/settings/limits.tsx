import { maxDaysLeft, maxRotateAfterDays } from '../../preload/contract/bounds.ts'
import type { CommandArguments, Limits, Organisation } from '../../preload/contract/index.ts'
import { laterWords } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { NumberField } from './number-field.tsx'
import { moneyForField, parseMoney, parseWhole } from './parse.ts'
import { Switch } from './rows.tsx'

const text = laterWords.settings
/** What reminding begins with. */
const rotateAfterDays = 90

type MoneyLimit = 'spendableBelowCents' | 'spentWithinHourCents' | 'topUpPerDayCents'

/** What the owner of this organisation wants to be warned of, or kept from. An empty field is off. */
export function LimitsGroup({ organisation }: { organisation: Organisation }) {
  const { id: organisationId, limits } = organisation
  const change = (change: CommandArguments<'limits.change'>['change']) =>
    send('limits.change', { organisationId, change })
  const moneyField = (limit: MoneyLimit, name: string, explained?: string) => (
    <NumberField
      name={name}
      {...(explained === undefined ? {} : { explained })}
      money
      shown={moneyForField(limits[limit])}
      parse={parseMoney}
      wrong={text.badMoney}
      onCommit={(value) => change({ [limit]: value } satisfies Partial<Limits>)}
    />
  )
  return (
    // Another organisation has its own fields: what is typed for one is never kept for another.
    <section key={organisationId} aria-labelledby="limits-head">
      <h2 class="group-head" id="limits-head">
        {text.limitsOf(<bdi>{organisation.name}</bdi>)}
      </h2>
      {moneyField('spendableBelowCents', text.spendableBelow)}
      <NumberField
        name={text.daysLeftBelow}
        shown={limits.daysLeftBelow === null ? '' : String(limits.daysLeftBelow)}
        parse={(typed) => parseWhole(typed, maxDaysLeft)}
        wrong={text.badDays(maxDaysLeft)}
        onCommit={(value) => change({ daysLeftBelow: value })}
      />
      {moneyField('spentWithinHourCents', text.spentWithinHour, text.spentWithinHourExplained)}
      {moneyField('topUpPerDayCents', text.topUpPerDay, text.topUpPerDayExplained)}
      <Switch
        name={text.rotate}
        checked={limits.rotateAfterDays !== null}
        onChange={(on) => change({ rotateAfterDays: on ? rotateAfterDays : null })}
      />
      {limits.rotateAfterDays !== null && (
        <NumberField
          name={text.rotateAfter}
          shown={String(limits.rotateAfterDays)}
          parse={(typed) => parseWhole(typed, maxRotateAfterDays)}
          wrong={text.badDays(maxRotateAfterDays)}
          onCommit={(value) => change({ rotateAfterDays: value })}
        />
      )}
    </section>
  )
}
