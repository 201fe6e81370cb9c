/** How much is left: the figure, where it comes from, and what is held of it. */
import type { ComponentChildren } from 'preact'
import type { Balance } from '../../preload/contract/index.ts'
import { age, moment, money } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { agesEveryMs, useNow } from '../use-now.ts'
import { Amount, Figure } from './amount.tsx'

const text = words.overview

export function BalanceView({ balance, stale }: { balance: Balance; stale: boolean }) {
  return (
    <section aria-label={text.balance}>
      <p class="figure-label">{text.spendable}</p>
      <Figure cents={balance.spendableCents} stale={stale} />
      <p class="delta">
        <Explained balance={balance} stale={stale} />
      </p>
      <Split balance={balance} stale={stale} />
      <Ledger credit={<Amount cents={balance.creditCents} />} held={<Amount cents={-balance.heldCents} />} />
    </section>
  )
}

/** One sentence, always there: how old the figure is if that matters, else what it means. */
function Explained({ balance, stale }: { balance: Balance; stale: boolean }) {
  const now = useNow(agesEveryMs)
  if (stale) return text.asOf(moment(balance.readAt, now), age(balance.readAt, now))
  if (balance.creditCents < 0) return text.creditBelowZero
  if (balance.spendableCents < 0) return text.heldOverCredit
  if (balance.spendableCents === 0 && balance.heldCents === 0) return text.nothingLeft
  return text.explained
}

/** Solid is free, hatched is held; more held than credit is hatched all over, and nothing at all is an empty track. */
function Split({ balance, stale }: { balance: Balance; stale: boolean }) {
  const { spendableCents: free, heldCents: held } = balance
  const share = free <= 0 ? 0 : free / (free + held)
  return (
    <div class="split" role="img" aria-label={text.split(money(free).text, money(held).text)}>
      {share > 0 && <i class={stale ? 'free is-stale' : 'free'} style={{ width: `${share * 100}%` }} />}
      {held > 0 && <i class="hatch rest" />}
      {share === 0 && held <= 0 && <i class="none" />}
    </div>
  )
}

function Ledger({ credit, held }: { credit: ComponentChildren; held: ComponentChildren }) {
  return (
    <dl class="ledger">
      <div>
        <dt>{text.credit}</dt>
        <dd>{credit}</dd>
      </div>
      <div>
        <dt>
          {text.held}
          <i class="swatch hatch" />
        </dt>
        <dd>{held}</dd>
      </div>
    </dl>
  )
}

/** Nothing is known yet: the same sizes, so that nothing moves when it comes. */
export function BalanceLoading() {
  return (
    <section aria-label={text.balance} aria-busy="true">
      <p class="figure-label">{text.spendable}</p>
      <p class="figure">
        <span class="unseen">{text.reading}</span>
        <span class="sk sk-figure" />
      </p>
      <p class="delta">
        <span class="sk sk-line" />
      </p>
      <div class="split">
        <i class="none" />
      </div>
      <Ledger credit={<span class="sk sk-amount" />} held={<span class="sk sk-amount" />} />
    </section>
  )
}

/** It could not be read so far; the strip says why. */
export function BalanceNotRead() {
  return (
    <section aria-label={text.balance}>
      <p class="figure-label">{text.spendable}</p>
      <p class="figure is-stale" aria-hidden="true">
        –
      </p>
      <p class="delta">{text.notRead}</p>
      <div class="split">
        <i class="none" />
      </div>
      <Ledger credit={<span class="ink-3">–</span>} held={<span class="ink-3">–</span>} />
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
    </section>
  )
}
