import { useState } from 'preact/hooks'
import { maxTopUpCents } from '../../preload/contract/bounds.ts'
import type { Organisation } from '../../preload/contract/index.ts'
import { money, plainMoney, sentences, wholeMoney } from '../../words/format.ts'
import { laterWords } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { Field } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { RadioGroup } from '../parts/radio-group.tsx'
import { checkAmount, leftToday, minTopUpCents, parseAmount } from './amount.ts'
import { formatDaysWorth } from './days-worth.ts'

const text = laterWords.topUp.choose
const presets = [1000, 2500, 5000, 10_000]

/** The selected preset, or the custom amount in the field. */
export type AmountChoice = { readonly preset: number | null; readonly custom: string }

/** Preselects $50.00, or the largest preset within the user's daily limit. */
export function defaultChoice({ limits, addedTodayCents }: Organisation): AmountChoice {
  const left = leftToday(limits.topUpPerDayCents, addedTodayCents) ?? maxTopUpCents
  const fits = [5000, 2500, 1000].find((cents) => cents <= left)
  return { preset: fits ?? 5000, custom: '' }
}

/** The first step of a top-up. */
export function ChooseAmount(props: {
  organisation: Organisation
  titleId: string
  choice: AmountChoice
  onChange: (choice: AmountChoice) => void
  onNext: (cents: number) => void
  onCancel: () => void
}) {
  const { organisation, choice, onChange } = props
  const { balance, history, limits, addedTodayCents } = organisation
  const [wasLeft, setWasLeft] = useState(false)
  const leftCents = leftToday(limits.topUpPerDayCents, addedTodayCents)
  const amount = choiceCents(choice)
  const found = choiceError(choice, leftCents)
  // Over the user's own limit main asks once more, so that is no error.
  const isOverLimit = found === 'over-limit' || found === 'limit-reached'
  const error = isOverLimit ? null : found
  // While typing, shows only errors that more digits can't fix.
  const isErrorShown =
    error !== null && (wasLeft || choice.custom === '' || error === 'too-much' || error === 'not-an-amount')
  const perDay = history.forecast.kind === 'known' ? history.forecast.perDayCents : null
  const notes = [
    amount !== null && perDay !== null && perDay > 0 ? formatDaysWorth(amount, perDay) : '',
    isOverLimit ? errorText(found, leftCents) : leftCents === null ? '' : text.limit(money(leftCents).text),
  ].filter((note) => note !== '')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        setWasLeft(true)
        if (amount !== null && error === null) props.onNext(amount)
      }}
    >
      <h2 id={props.titleId}>{text.title(<bdi>{organisation.name}</bdi>)}</h2>
      {balance && <p class="dialog-text">{text.spendable(money(balance.spendableCents).text)}</p>}
      <RadioGroup
        label={laterWords.topUp.amount}
        class="amounts"
        options={presets.map((cents) => ({ value: cents, text: wholeMoney(cents) }))}
        value={choice.preset}
        onChange={(cents) => onChange({ preset: cents, custom: '' })}
        initialFocus
      />
      <Field
        label={text.other}
        value={choice.custom}
        onInput={(custom) =>
          onChange({ preset: custom === '' ? defaultChoice(organisation).preset : null, custom })
        }
        onBlur={() => setWasLeft(choice.custom !== '')}
        placeholder={text.between(plainMoney(minTopUpCents), plainMoney(maxTopUpCents))}
        inputMode="decimal"
        money
        note={sentences(...notes)}
        error={isErrorShown && error !== null ? errorText(error, leftCents) : null}
      />
      <div class="actions end">
        {error === 'too-much' && (
          <button
            type="button"
            class="btn quiet at-start"
            onClick={() => send('link.open', { destination: 'billing' })}
          >
            {laterWords.topUp.billing}
            <Icon name="out" />
          </button>
        )}
        <button type="button" class="btn quiet" onClick={props.onCancel}>
          {laterWords.topUp.cancel}
        </button>
        <button type="submit" class="btn primary" aria-disabled={error !== null}>
          {text.next}
        </button>
      </div>
    </form>
  )
}

type ChoiceError = keyof typeof text.wrong

function choiceCents({ preset, custom }: AmountChoice): number | null {
  if (custom === '') return preset
  const parsed = parseAmount(custom)
  return parsed.kind === 'amount' ? parsed.cents : null
}

function choiceError(choice: AmountChoice, leftCents: number | null): ChoiceError | null {
  const amount = choiceCents(choice)
  return amount === null ? 'not-an-amount' : checkAmount(amount, leftCents)
}

function errorText(error: ChoiceError, leftCents: number | null): string {
  const [min, max] = [money(minTopUpCents).text, money(maxTopUpCents).text]
  switch (error) {
    case 'not-an-amount':
      return text.wrong['not-an-amount'](min, max)
    case 'too-little':
      return text.wrong['too-little'](min)
    case 'too-much':
      return text.wrong['too-much'](max)
    case 'over-limit':
      return text.wrong['over-limit'](money(leftCents ?? 0).text)
    case 'limit-reached':
      return text.wrong['limit-reached']
  }
}
