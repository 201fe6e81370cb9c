/** The large chart: what was spendable over time, with a cursor for pointer and keyboard. Time runs left to right. */
import { useRef } from 'preact/hooks'
import type { HistoryView } from '../../preload/contract/index.ts'
import { added, axisMoney, date, moment, money, monthName, timeOfDay, weekday } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { across, down, nearest } from './line.ts'
import { moneyScale } from './money-scale.ts'
import { Plot, percent, TickLabel } from './plot.tsx'
import { type Tick, timeTicks } from './time-ticks.ts'

const text = words.activity

export function HistoryChart(props: {
  view: HistoryView
  stale: boolean
  now: number
  /** Which reading is pointed at; null: the last one, without a cursor. */
  cursor: number | null
  point: (cursor: number | null) => void
}) {
  const { view, stale, now, cursor, point } = props
  const { points } = view
  const plot = useRef<HTMLDivElement>(null)
  const span = { from: view.from, to: Math.max(view.to, view.from + 1) }
  const amounts = points.map(({ spendableCents }) => spendableCents)
  const scale = moneyScale(Math.min(...amounts), Math.max(...amounts))
  const last = points.length - 1
  const at = points[cursor ?? last]
  if (!at) return null

  const follow = (event: PointerEvent) => {
    const place = plot.current?.getBoundingClientRect()
    if (!place) return
    const share = Math.min(1, Math.max(0, (event.clientX - place.left) / place.width))
    point(nearest(points, span.from + share * (span.to - span.from)))
  }
  const move = (event: KeyboardEvent) => {
    const to = leadsTo(event.key, cursor ?? last, last)
    if (to === undefined) return
    event.preventDefault()
    point(to)
  }
  const heldSaid = at.heldCents > 0 ? text.held(money(at.heldCents).text) : null
  return (
    <div
      class="chart large"
      role="slider"
      tabIndex={0}
      aria-readonly="true"
      aria-label={text.chartLabel(date(view.from, now), date(view.to, now))}
      aria-valuemin={1}
      aria-valuemax={points.length}
      aria-valuenow={(cursor ?? last) + 1}
      aria-valuetext={text.spoken(money(at.spendableCents).text, moment(at.at, now), heldSaid)}
      onKeyDown={move}
      onBlur={() => point(null)}
    >
      <div
        class={stale ? 'plot is-old' : 'plot'}
        ref={plot}
        onPointerMove={follow}
        onPointerDown={follow}
        onPointerLeave={() => point(null)}
      >
        <Plot
          view={view}
          span={span}
          scale={scale}
          under={scale.lines.map((cents) => (
            <div
              key={cents}
              class={cents === 0 ? 'grid zero' : 'grid'}
              style={{ top: percent(down(cents, scale)) }}
            >
              <span>{axisMoney(cents, scale.step)}</span>
            </div>
          ))}
          over={
            <>
              <Rises view={view} span={span} />
              {cursor !== null && <div class="cursor" style={{ left: percent(across(at.at, span)) }} />}
              <i
                class={stale && cursor === null ? 'now is-old' : 'now'}
                style={{ left: percent(across(at.at, span)), top: percent(down(at.spendableCents, scale)) }}
              />
            </>
          }
        />
      </div>
      <div class="ticks">
        {timeTicks(view.range, view.from, view.to).map((tick) => (
          <TickLabel key={tick.at} left={across(tick.at, span)} isStrong={tick.isLast}>
            {inWords(tick)}
          </TickLabel>
        ))}
      </div>
    </div>
  )
}

type Span = { readonly from: number; readonly to: number }

/** Where the credit rose. Those that stand too near to another go without their amount. */
function Rises({ view, span }: { view: HistoryView; span: Span }) {
  let lastNamed = -1
  return (
    <>
      {view.rises.map((rise) => {
        const left = across(rise.at, span)
        const isNamed = left - lastNamed > 0.2 || lastNamed < 0
        if (isNamed) lastNamed = left
        const amount = added(rise.cents)
        return (
          <div
            key={rise.at}
            class={`mark-up ${rise.here ? '' : 'elsewhere'} ${left > 0.7 ? 'leans-back' : ''}`}
            style={{ left: percent(left) }}
          >
            {isNamed && <span>{rise.here ? amount : text.elsewhere(amount)}</span>}
          </div>
        )
      })}
    </>
  )
}

/** Arrows go on by one reading, the page keys by a tenth: 500 of them are many. */
function leadsTo(key: string, here: number, last: number): number | undefined {
  const page = Math.max(1, Math.round(last / 10))
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, here - 1)
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(last, here + 1)
    case 'PageDown':
      return Math.max(0, here - page)
    case 'PageUp':
      return Math.min(last, here + page)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}

function inWords({ at, is }: Tick): string {
  switch (is) {
    case 'time':
      return timeOfDay(at)
    case 'weekday':
      return weekday(at)
    case 'date':
      // Without its year: two of them would lie on each other.
      return date(at, at)
    case 'month':
      return monthName(at)
  }
}
