/** What both charts have in common: the line, the area below it, and the gaps. */
import type { ComponentChildren } from 'preact'
import type { HistoryView } from '../../preload/contract/index.ts'
import { chartPaths, viewBox, xShare } from './chart-path.ts'
import type { MoneyScale } from './money-scale.ts'

type Span = { readonly from: number; readonly to: number }

export function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`
}

export function Plot(props: {
  view: Pick<HistoryView, 'points' | 'gaps'>
  span: Span
  scale: MoneyScale
  background?: ComponentChildren
  overlay?: ComponentChildren
  /** The path of the forecast. */
  forecastPath?: string | undefined
}) {
  const { view, span, scale } = props
  const { line, fill } = chartPaths(view, span, scale)
  return (
    <>
      {props.background}
      {view.gaps.map((gap) => {
        const left = xShare(gap.from, span)
        return (
          <div
            key={gap.from}
            class="gap"
            style={{ left: percent(left), width: percent(xShare(gap.to, span) - left) }}
          />
        )
      })}
      <svg viewBox={`0 0 ${viewBox.width} ${viewBox.height}`} preserveAspectRatio="none" aria-hidden="true">
        <path class="fill" d={fill} />
        <path d={line} />
        {props.forecastPath !== undefined && <path class="forecast" d={props.forecastPath} />}
      </svg>
      {props.overlay}
    </>
  )
}

/** A label of the time axis; aligned inwards at the edges. */
export function TickLabel(props: {
  left: number
  isStrong?: boolean
  /** There is room beside the axis, so only labels at the very end need to be aligned inwards. */
  hasRoomAfter?: true
  children: ComponentChildren
}) {
  const alignEndFrom = props.hasRoomAfter ? 0.975 : 0.93
  const edge = props.left < 0.04 ? 'first' : props.left > alignEndFrom ? 'last' : ''
  return (
    <span class={`${edge} ${props.isStrong ? 'strong' : ''}`} style={{ left: percent(props.left) }}>
      {props.children}
    </span>
  )
}
