import { useRef } from 'preact/hooks'
import type { HistoryView } from '../../preload/contract/index.ts'
import { added, axisMoney, date, moment, money, monthName, timeOfDay, weekday } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { nearestIndex, xShare, yShare } from './chart-path.ts'
import { moneyScale } from './money-scale.ts'
import { Plot, percent, TickLabel } from './plot.tsx'
import { type Tick, timeTicks } from './time-ticks.ts'

const text = words.activity

/** The spendable balance over time, with a cursor for pointer and keyboard. Runs left to right in every language. */
export function HistoryChart(props: {
  view: HistoryView
  stale: boolean
  now: number
  /** The index of the selected reading; null: the last one, without a visible cursor. */
  cursor: number | null
  onCursorChange: (cursor: number | null) => void
}) {
  const { view, stale, now, cursor, onCursorChange } = props
  const { points } = view
  const plot = useRef<HTMLDivElement>(null)
  const span = { from: view.from, to: Math.max(view.to, view.from + 1) }
  const amounts = points.map(({ spendableCents }) => spendableCents)
  const scale = moneyScale(Math.min(...amounts), Math.max(...amounts))
  const last = points.length - 1
  const reading = points[cursor ?? last]
  if (!reading) return null

  const followPointer = (event: PointerEvent) => {
    const bounds = plot.current?.getBoundingClientRect()
    if (!bounds) return
    const share = Math.min(1, Math.max(0, (event.clientX - bounds.left) / bounds.width))
    onCursorChange(nearestIndex(points, span.from + share * (span.to - span.from)))
  }
  const handleKey = (event: KeyboardEvent) => {
    const target = cursorAfterKey(event.key, cursor ?? last, last)
    if (target === undefined) return
    event.preventDefault()
    onCursorChange(target)
  }
  const heldText = reading.heldCents > 0 ? text.held(money(reading.heldCents).text) : null
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
      aria-valuetext={text.spoken(money(reading.spendableCents).text, moment(reading.at, now), heldText)}
      onKeyDown={handleKey}
      onBlur={() => onCursorChange(null)}
    >
      <div
        class={stale ? 'plot is-stale' : 'plot'}
        ref={plot}
        onPointerMove={followPointer}
        onPointerDown={followPointer}
        onPointerLeave={() => onCursorChange(null)}
      >
        <Plot
          view={view}
          span={span}
          scale={scale}
          background={scale.lines.map((cents) => (
            <div
              key={cents}
              class={cents === 0 ? 'grid zero' : 'grid'}
              style={{ top: percent(yShare(cents, scale)) }}
            >
              <span>{axisMoney(cents, scale.step)}</span>
            </div>
          ))}
          overlay={
            <>
              <Rises view={view} span={span} />
              {cursor !== null && <div class="cursor" style={{ left: percent(xShare(reading.at, span)) }} />}
              <i
                class={stale && cursor === null ? 'now is-stale' : 'now'}
                style={{
                  left: percent(xShare(reading.at, span)),
                  top: percent(yShare(reading.spendableCents, scale)),
                }}
              />
            </>
          }
        />
      </div>
      <div class="ticks">
        {timeTicks(view.range, view.from, view.to).map((tick) => (
          <TickLabel key={tick.at} left={xShare(tick.at, span)} isStrong={tick.isCurrent} hasRoomAfter>
            {tickText(tick)}
          </TickLabel>
        ))}
      </div>
    </div>
  )
}

type Span = { readonly from: number; readonly to: number }

/** Marks rises of the credit. Labels that would overlap are left out. */
function Rises({ view, span }: { view: HistoryView; span: Span }) {
  let lastLabelled = -1
  return (
    <>
      {view.rises.map((rise, index) => {
        const left = xShare(rise.at, span)
        const isLabelled = left - lastLabelled > 0.2 || lastLabelled < 0
        if (isLabelled) lastLabelled = left
        const amount = added(rise.cents)
        return (
          <div
            key={index}
            class={`mark-up ${rise.here ? '' : 'elsewhere'} ${left < 0.15 ? 'at-left' : left > 0.8 ? 'at-right' : ''}`}
            style={{ left: percent(left) }}
          >
            {isLabelled && <span>{rise.here ? amount : text.elsewhere(amount)}</span>}
          </div>
        )
      })}
    </>
  )
}

/** The page keys move by a tenth: there may be 500 readings. */
function cursorAfterKey(key: string, current: number, last: number): number | undefined {
  const page = Math.max(1, Math.round(last / 10))
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, current - 1)
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(last, current + 1)
    case 'PageDown':
      return Math.max(0, current - page)
    case 'PageUp':
      return Math.min(last, current + page)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}

function tickText({ at, unit }: Tick): string {
  switch (unit) {
    case 'time':
      return timeOfDay(at)
    case 'weekday':
      return weekday(at)
    case 'date':
      // Relative to itself, so that the year is left out: with it, labels would overlap.
      return date(at, at)
    case 'month':
      return monthName(at)
  }
}
