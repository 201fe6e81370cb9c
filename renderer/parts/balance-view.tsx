/** How much is left: the figure, where it comes from, and what is held of it. */
import type { ComponentChildren } from 'preact'
import type { Balance } from '../../preload/contract/index.ts'
import { age, moment, money } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { agesEveryMs, useNow } from '../use-now.ts'
import { Amount, Figure } from './amount.tsx'
import { Icon } from './icon.tsx'

const text = words.overview

type BalanceProps = {
  balance: Balance
  stale: boolean
  /** Below what the user wants to be warned of. */
  low: boolean
  sinceYesterdayCents: number | null
  /** Stands beside the figure. */
  act: ComponentChildren
  /** Stands below it: what isn't settled. */
  unsettled?: ComponentChildren
}

export function BalanceView(props: BalanceProps) {
  const { balance, stale, low } = props
  const isBelowZero = !stale && balance.spendableCents < 0
  return (
    <section aria-label={text.balance}>
      <p class="figure-label">{text.spendable}</p>
      <div class="figure-row">
        <Figure cents={balance.spendableCents} stale={stale} />
        {props.act}
      </div>
      <p class={isBelowZero ? 'delta warn-ink' : 'delta'}>
        <Explained balance={balance} stale={stale} sinceYesterdayCents={props.sinceYesterdayCents} />
      </p>
      {props.unsettled}
      <Split balance={balance} stale={stale} low={low} />
      <Ledger
        credit={<Amount cents={balance.creditCents} />}
        held={<Amount cents={-balance.heldCents} />}
        hatched={balance.heldCents > 0}
      />
    </section>
  )
}

/** One sentence, always there: how old the figure is if that matters, else what changed, or what it means. */
function Explained(props: Pick<BalanceProps, 'balance' | 'stale' | 'sinceYesterdayCents'>) {
  const { balance, stale, sinceYesterdayCents: change } = props
  const now = useNow(agesEveryMs)
  if (stale) return text.asOf(moment(balance.readAt, now), age(balance.readAt, now))
  if (balance.creditCents < 0) return text.creditBelowZero
  if (balance.spendableCents < 0) return text.heldOverCredit
  if (balance.spendableCents === 0 && balance.heldCents === 0) return text.nothingLeft
  if (change === null) return text.explained
  if (Math.round(change) === 0) return text.asYesterday
  const amount = money(Math.abs(change)).text
  return change < 0 ? text.lessThanYesterday(amount) : text.moreThanYesterday(amount)
}

/** Solid is free, hatched is held; more held than credit is hatched all over, and nothing at all is an empty track. */
function Split({ balance, stale, low }: Pick<BalanceProps, 'balance' | 'stale' | 'low'>) {
  const { spendableCents: free, heldCents: held } = balance
  const share = free <= 0 ? 0 : free / (free + held)
  return (
    <div class="split" role="img" aria-label={text.split(money(free).text, money(held).text)}>
      {share > 0 && (
        <i class={stale ? 'free is-stale' : low ? 'free low' : 'free'} style={{ width: `${share * 100}%` }} />
      )}
      {held > 0 && <i class="hatch rest" />}
      {share === 0 && held <= 0 && <i class="none" />}
    </div>
  )
}

function Ledger(props: { credit: ComponentChildren; held: ComponentChildren; hatched: boolean }) {
  const { credit, held, hatched } = props
  return (
    <dl class="ledger">
      <div>
        <dt>{text.credit}</dt>
        <dd>{credit}</dd>
      </div>
      <div>
        <dt>
          {text.held}
          {hatched && <i class="swatch hatch" />}
        </dt>
        <dd>{held}</dd>
      </div>
    </dl>
  )
}

/** Nothing is known yet: the same sizes, so that nothing moves when it comes. */
export function BalanceLoading({ act }: { act: ComponentChildren }) {
  return (
    <section aria-label={text.balance} aria-busy="true">
      <p class="figure-label">{text.spendable}</p>
      <div class="figure-row">
        <p class="figure">
          <span class="unseen">{text.reading}</span>
          <span class="sk sk-figure" />
        </p>
        {act}
      </div>
      <p class="delta">
        <span class="sk sk-line" />
      </p>
      <div class="split">
        <i class="none" />
      </div>
      <Ledger credit={<span class="sk sk-amount" />} held={<span class="sk sk-amount" />} hatched={false} />
    </section>
  )
}

/** It could not be read so far; the strip says why. */
export function BalanceNotRead({ act }: { act: ComponentChildren }) {
  return (
    <section aria-label={text.balance}>
      <p class="figure-label">{text.spendable}</p>
      <div class="figure-row">
        <p class="figure is-stale" aria-hidden="true">
          –
        </p>
        {act}
      </div>
      <p class="delta">{text.notRead}</p>
      <div class="split">
        <i class="none" />
      </div>
      <Ledger credit={<span class="ink-3">–</span>} held={<span class="ink-3">–</span>} hatched={false} />
    </section>
  )
}

/** An organisation that pays by invoice has amounts, but they mean nothing. */
export function InvoiceExplained({ name }: { name: string }) {
  return (
    <section aria-label={text.balance}>
      <p class="figure-label">{text.balance}</p>
      <h2 class="headline">{text.invoice}</h2>
      <p class="lede">{text.invoiceExplained(<bdi>{name}</bdi>)}</p>
      <p class="acts gap">
        <button type="button" class="btn" onClick={() => send('link.open', { destination: 'billing' })}>
          {text.openBilling}
          <Icon name="out" />
        </button>
      </p>
    </section>
  )
}
