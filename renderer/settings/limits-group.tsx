import { maxDaysLeft, maxRotateAfterDays } from '../../preload/contract/bounds.ts'
import type { CommandArguments, Limits, Organisation } from '../../preload/contract/index.ts'
import { laterWords } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { NumberRow } from './number-row.tsx'
import { formatMoneyInput, parseMoney, parseWhole } from './parse-number.ts'
import { SwitchRow } from './setting-row.tsx'

const text = laterWords.settings
const defaultRotateAfterDays = 90

type MoneyLimit = 'spendableBelowCents' | 'spentWithinHourCents' | 'topUpPerDayCents'

/** The alerts and spending limits of an organisation. An empty field turns one off. */
export function LimitsGroup({ organisation }: { organisation: Organisation }) {
  const { id: organisationId, limits } = organisation
  const change = (change: CommandArguments<'limits.change'>['change']) =>
    send('limits.change', { organisationId, change })
  const moneyField = (limit: MoneyLimit, name: string, description?: string) => (
    <NumberRow
      name={name}
      description={description}
      money
      value={formatMoneyInput(limits[limit])}
      parse={parseMoney}
      errorText={text.badMoney}
      onCommit={(value) => change({ [limit]: value } satisfies Partial<Limits>)}
    />
  )
  return (
    // Remounted for each organisation, so that unsaved input is never applied to another one.
    <section key={organisationId} aria-labelledby="limits-head">
      <h2 class="group-head first" id="limits-head">
        {text.limits}
      </h2>
      {moneyField('spendableBelowCents', text.spendableBelow)}
      <NumberRow
        name={text.daysLeftBelow}
        value={limits.daysLeftBelow === null ? '' : String(limits.daysLeftBelow)}
        parse={(typed) => parseWhole(typed, maxDaysLeft)}
        errorText={text.badDays(maxDaysLeft)}
        onCommit={(value) => change({ daysLeftBelow: value })}
      />
      {moneyField('spentWithinHourCents', text.spentWithinHour, text.spentWithinHourExplained)}
      {moneyField('topUpPerDayCents', text.topUpPerDay, text.topUpPerDayExplained)}
      <SwitchRow
        name={text.rotate}
        checked={limits.rotateAfterDays !== null}
        onChange={(on) => change({ rotateAfterDays: on ? defaultRotateAfterDays : null })}
      />
      {limits.rotateAfterDays !== null && (
        <NumberRow
          name={text.rotateAfter}
          value={String(limits.rotateAfterDays)}
          parse={(typed) => parseWhole(typed, maxRotateAfterDays)}
          errorText={text.badDays(maxRotateAfterDays)}
          onCommit={(value) => change({ rotateAfterDays: value })}
        />
      )}
    </section>
  )
}
