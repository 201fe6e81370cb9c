import type { ComponentChildren, CSSProperties } from 'preact'
import { currencySign } from '../../words/format.ts'

/** A field for an amount, with the currency's sign where the language has it. */
export function MoneyBox({ children }: { children: ComponentChildren }) {
  const { before, after } = currencySign()
  const room = (sign: string) => (sign === '' ? '0px' : `calc(${sign.length}ch + 4px)`)
  const style = { '--before': room(before), '--after': room(after) } as CSSProperties
  return (
    <span class="money" style={style}>
      <span class="before" aria-hidden="true">
        {before}
      </span>
      {children}
      <span class="after" aria-hidden="true">
        {after}
      </span>
    </span>
  )
}
