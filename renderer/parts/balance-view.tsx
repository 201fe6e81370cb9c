import type { ComponentChildren } from 'preact'
import type { Balance } from '../../preload/contract/index.ts'
import { age, moment, money } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { useNowForReading } from '../use-now.ts'
import { Amount, Figure } from './amount.tsx'
import { Icon } from './icon.tsx'

const text = words.overview

type BalanceProps = {
  balance: Balance
  stale: boolean
  /** Colours the bar as a warning. */
  low: boolean
  sinceYesterdayCents: number | null
  /** Beside the figure. */
  action: ComponentChildren
  /** Below the figure. */
  topUpNote?: ComponentChildren
}

export function BalanceView(props: BalanceProps) {
  const { balance, stale, low } = props
  const isBelowZero = !stale && balance.spendableCents < 0
  return (
    <section aria-label={text.balance}>
      <p class="figure-label">{text.spendable}</p>
      <div class="figure-row">
        <Figure cents={balance.spendableCents} stale={stale} />
        {props.action}
      </div>
      <p class={isBelowZero ? 'delta warn-ink' : 'delta'}>
        <Caption balance={balance} stale={stale} sinceYesterdayCents={props.sinceYesterdayCents} />
      </p>
      {props.topUpNote}
      <BalanceBar balance={balance} stale={stale} low={low} />
      <Breakdown
        credit={<Amount cents={balance.creditCents} />}
        held={<Amount cents={-balance.heldCents} />}
        hasHeld={balance.heldCents > 0}
      />
    </section>
  )
}

/** Always one sentence: the age of a stale figure, else what is unusual, else the change within 24 hours. */
function Caption(props: Pick<BalanceProps, 'balance' | 'stale' | 'sinceYesterdayCents'>) {
  const { balance, stale, sinceYesterdayCents: change } = props
  const now = useNowForReading(balance.readAt)
  if (stale) return text.asOf(moment(balance.readAt, now), age(balance.readAt, now))
  if (balance.creditCents < 0) return text.creditBelowZero
  if (balance.spendableCents < 0) return text.heldOverCredit
  if (balance.spendableCents === 0 && balance.heldCents === 0) return text.nothingLeft
  if (change === null) return text.explained
  if (Math.round(change) === 0) return text.asADayAgo
  const amount = money(Math.abs(change)).text
  return change < 0 ? text.lessThanADayAgo(amount) : text.moreThanADayAgo(amount)
}

/** Solid is spendable, hatched is held. All hatched if more is held than there is credit, empty if there is nothing. */
function BalanceBar({ balance, stale, low }: Pick<BalanceProps, 'balance' | 'stale' | 'low'>) {
  const { spendableCents, heldCents } = balance
  const share = spendableCents <= 0 ? 0 : spendableCents / (spendableCents + heldCents)
  return (
    <div
      class="balance-bar"
      role="img"
      aria-label={text.split(money(spendableCents).text, money(heldCents).text)}
    >
      {share > 0 && (
        <i
          class={stale ? 'spendable is-stale' : low ? 'spendable low' : 'spendable'}
          style={{ width: `${share * 100}%` }}
        />
      )}
      {heldCents > 0 && <i class="hatch rest" />}
      {share === 0 && heldCents <= 0 && <i class="none" />}
    </div>
  )
}

function Breakdown(props: { credit: ComponentChildren; held: ComponentChildren; hasHeld: boolean }) {
  const { credit, held, hasHeld } = props
  return (
    <dl class="breakdown">
      <div>
        <dt>{text.credit}</dt>
        <dd>{credit}</dd>
      </div>
      <div>
        <dt>
          {text.held}
          {hasHeld && <i class="swatch hatch" />}
        </dt>
        <dd>{held}</dd>
      </div>
    </dl>
  )
}

/** Placeholder of the same size as the balance, so that the layout is stable. */
export function BalanceLoading({ action }: { action: ComponentChildren }) {
  return (
    <section aria-label={text.balance} aria-busy="true">
      <p class="figure-label">{text.spendable}</p>
      <div class="figure-row">
        <p class="figure">
          <span class="unseen">{text.reading}</span>
          <span class="skeleton skeleton-figure" />
        </p>
        {action}
      </div>
      <p class="delta">
        <span class="skeleton skeleton-line" />
      </p>
      <div class="balance-bar">
        <i class="none" />
      </div>
      <Breakdown
        credit={<span class="skeleton skeleton-amount" />}
        held={<span class="skeleton skeleton-amount" />}
        hasHeld={false}
      />
    </section>
  )
}

/** No balance has been read yet, and reading fails; the strip explains why. */
export function BalanceUnavailable({ action }: { action: ComponentChildren }) {
  return (
    <section aria-label={text.balance}>
      <p class="figure-label">{text.spendable}</p>
      <div class="figure-row">
        <p class="figure is-stale" aria-hidden="true">
          –
        </p>
        {action}
      </div>
      <p class="delta">{text.notRead}</p>
      <div class="balance-bar">
        <i class="none" />
      </div>
      <Breakdown credit={<span class="ink-3">–</span>} held={<span class="ink-3">–</span>} hasHeld={false} />
    </section>
  )
}

/** Replaces the balance of an organisation that pays by invoice: its amounts are meaningless. */
export function InvoiceNotice({ name }: { name: string }) {
  return (
    <section aria-label={text.balance}>
      <p class="figure-label">{text.balance}</p>
      <h2 class="headline">{text.invoice}</h2>
      <p class="lede">{text.invoiceExplained(<bdi>{name}</bdi>)}</p>
      <p class="actions gap">
        <button type="button" class="btn" onClick={() => send('link.open', { destination: 'billing' })}>
          {text.openBilling}
          <Icon name="out" />
        </button>
      </p>
    </section>
  )
}
