/** What both charts draw alike: the line with what lies below it, and the stretches that were not read. */
import type { ComponentChildren } from 'preact'
import type { HistoryView } from '../../preload/contract/index.ts'
import { across, box, paths } from './line.ts'
import type { MoneyScale } from './money-scale.ts'

type Span = { readonly from: number; readonly to: number }

export function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`
}

export function Plot(props: {
  view: Pick<HistoryView, 'points' | 'gaps'>
  span: Span
  scale: MoneyScale
  /** Under the line, and over it. */
  under?: ComponentChildren
  over?: ComponentChildren
  ahead?: string
}) {
  const { view, span, scale } = props
  const { line, fill } = paths(view, span, scale)
  return (
    <>
      {props.under}
      {view.gaps.map((gap) => {
        const left = across(gap.from, span)
        return (
          <div
            key={gap.from}
            class="gap"
            style={{ left: percent(left), width: percent(across(gap.to, span) - left) }}
          />
        )
      })}
      <svg viewBox={`0 0 ${box.width} ${box.height}`} preserveAspectRatio="none" aria-hidden="true">
        <path class="fill" d={fill} />
        <path d={line} />
        {props.ahead !== undefined && <path class="ahead" d={props.ahead} />}
      </svg>
      {props.over}
    </>
  )
}

/** A label of the time axis; at the edges it leans inward. */
export function TickLabel(props: { left: number; isStrong?: boolean; children: ComponentChildren }) {
  const edge = props.left < 0.04 ? 'first' : props.left > 0.975 ? 'last' : ''
  return (
    <span class={`${edge} ${props.isStrong ? 'strong' : ''}`} style={{ left: percent(props.left) }}>
      {props.children}
    </span>
  )
}
