import { useState } from 'preact/hooks'
import { maxTopUpCents } from '../../preload/contract/bounds.ts'
import type { Organisation } from '../../preload/contract/index.ts'
import { axisMoney, money, plainMoney, sentences } from '../../words/format.ts'
import { laterWords } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { Choices } from '../parts/choices.tsx'
import { Field } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { leastCents, leftToday, parseAmount, refusal } from './amount.ts'
import { daysWorth } from './days-worth.ts'

const text = laterWords.topUp.choose
const offered = [1000, 2500, 5000, 10_000]

/** What was chosen, as long as the dialog is open: one of those offered, or what was typed. */
export type Chosen = { readonly offered: number | null; readonly typed: string }

/** Half of the most, or what the user's own limit allows. */
export function firstChoice({ limits, addedTodayCents }: Organisation): Chosen {
  const left = leftToday(limits.topUpPerDayCents, addedTodayCents) ?? maxTopUpCents
  const fits = [5000, 2500, 1000].find((cents) => cents <= left)
  return { offered: fits ?? 5000, typed: '' }
}

/** The first step: how much. */
export function Choose(props: {
  organisation: Organisation
  titleId: string
  chosen: Chosen
  choose: (chosen: Chosen) => void
  next: (cents: number) => void
  cancel: () => void
}) {
  const { organisation, chosen, choose } = props
  const { balance, history, limits, addedTodayCents } = organisation
  const [left, setLeft] = useState(false)
  const leftCents = leftToday(limits.topUpPerDayCents, addedTodayCents)
  const amount = amountOf(chosen)
  const why = whyNot(chosen, leftCents)
  // While typing only what can't become right by typing on is said.
  const isSaid =
    why !== null && (left || chosen.typed === '' || why === 'too-much' || why === 'not-an-amount')
  const perDay = history.forecast.kind === 'known' ? history.forecast.perDayCents : null
  const notes = [
    amount !== null && perDay !== null && perDay > 0 ? daysWorth(amount, perDay) : '',
    leftCents === null ? '' : text.limit(money(leftCents).text),
  ].filter((note) => note !== '')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        setLeft(true)
        if (amount !== null && why === null) props.next(amount)
      }}
    >
      <h2 id={props.titleId}>{text.title(<bdi>{organisation.name}</bdi>)}</h2>
      {balance && <p class="say">{text.spendable(money(balance.spendableCents).text)}</p>}
      <Choices
        label={laterWords.topUp.amount}
        class="amounts"
        choices={offered.map((cents) => ({ value: cents, text: axisMoney(cents, 100) }))}
        chosen={chosen.offered}
        choose={(cents) => choose({ offered: cents, typed: '' })}
        first
      />
      <Field
        label={text.other}
        value={chosen.typed}
        onInput={(typed) =>
          choose({ offered: typed === '' ? firstChoice(organisation).offered : null, typed })
        }
        onLeave={() => setLeft(chosen.typed !== '')}
        placeholder={text.between(plainMoney(leastCents), plainMoney(maxTopUpCents))}
        inputMode="decimal"
        class="money"
        note={sentences(...notes)}
        error={isSaid && why !== null ? inWords(why, leftCents) : null}
      />
      <div class="acts end">
        {why === 'too-much' && (
          <button
            type="button"
            class="btn quiet at-start"
            onClick={() => send('link.open', { destination: 'billing' })}
          >
            {laterWords.topUp.billing}
            <Icon name="out" />
          </button>
        )}
        <button type="button" class="btn quiet" onClick={props.cancel}>
          {laterWords.topUp.cancel}
        </button>
        <button type="submit" class="btn primary" aria-disabled={why !== null}>
          {text.next}
        </button>
      </div>
    </form>
  )
}

type Why = keyof typeof text.wrong

function amountOf({ offered: one, typed }: Chosen): number | null {
  if (typed === '') return one
  const parsed = parseAmount(typed)
  return parsed.kind === 'amount' ? parsed.cents : null
}

function whyNot(chosen: Chosen, leftCents: number | null): Why | null {
  const amount = amountOf(chosen)
  return amount === null ? 'not-an-amount' : refusal(amount, leftCents)
}

function inWords(why: Why, leftCents: number | null): string {
  const [least, most] = [money(leastCents).text, money(maxTopUpCents).text]
  switch (why) {
    case 'not-an-amount':
      return text.wrong['not-an-amount'](least, most)
    case 'too-little':
      return text.wrong['too-little'](least)
    case 'too-much':
      return text.wrong['too-much'](most)
    case 'over-limit':
      return text.wrong['over-limit'](money(leftCents ?? 0).text)
    case 'limit-reached':
      return text.wrong['limit-reached']
  }
}
