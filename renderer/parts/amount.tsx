import { money } from '../../words/format.ts'

/** An amount within text. */
export function Amount({ cents }: { cents: number }) {
  return <span class="num">{money(cents).text}</span>
}

/** The large amount. Long amounts get a smaller font at the same line height, so that the layout is stable. */
export function Figure({ cents, stale }: { cents: number; stale: boolean }) {
  const amount = money(cents)
  const length =
    amount.inWords || amount.text.length > 12 ? 'is-longer' : amount.text.length > 9 ? 'is-long' : ''
  return (
    <p class={`figure ${length} ${stale ? 'is-stale' : ''}`}>
      {/* Preact writes an empty text into the page at each render, which draws a frame. */}
      {amount.before || null}
      <span class="cents">{amount.cents}</span>
      {amount.after || null}
    </p>
  )
}
