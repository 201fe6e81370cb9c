import type { Forecast, HistoryView } from '../../preload/contract/index.ts'
import { date, money } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { across, box, down } from './line.ts'
import { moneyScale } from './money-scale.ts'
import { Plot, percent, TickLabel } from './plot.tsx'

const text = words.overview.forecast

/** So that a forecast of months leaves the week that it rests on to be seen. */
const aheadAtMost = 3

/** The last week, and where it leads at this pace. No axis: the numbers stand above. */
export function SmallChart(props: { view: HistoryView; forecast: Forecast; stale: boolean; now: number }) {
  const { view, forecast, stale, now } = props
  const [first, last] = [view.points[0], view.points.at(-1)]
  if (!first || !last || view.points.length < 2) return null
  const runsOutAt = forecast.kind === 'known' && last.spendableCents > 0 ? forecast.runsOutAt : null
  const past = Math.max(1, last.at - first.at)
  const ends = runsOutAt === null ? last.at : Math.min(runsOutAt, last.at + past * aheadAtMost)
  // A little room after the end, for its name.
  const span = { from: first.at, to: ends + (runsOutAt === null ? 0 : (ends - first.at) * 0.02) }
  const amounts = view.points.map((point) => point.spendableCents)
  const highest = Math.max(...amounts, 0)
  const lowest = Math.min(...amounts, 0)
  const scale = { ...moneyScale(lowest, highest), from: lowest, to: Math.max(highest * 1.02, lowest + 1) }
  const place = { left: across(last.at, span), top: down(last.spendableCents, scale) }
  const end = runsOutAt === null ? null : forecastEnd(runsOutAt, ends, last)
  const zero = down(0, scale)
  return (
    <figure class="chart bare" role="img" aria-label={spoken(view, runsOutAt, now)}>
      <div class={stale ? 'plot is-old' : 'plot'}>
        <Plot
          view={view}
          span={span}
          scale={scale}
          under={
            <>
              <div class="grid zero" style={{ top: percent(zero) }} />
              {end && (
                <div class="ahead-fill" style={{ clipPath: below(place, end, { span, scale, zero }) }} />
              )}
            </>
          }
          over={
            <i
              class={stale ? 'now is-old' : 'now'}
              style={{ left: percent(place.left), top: percent(place.top) }}
            />
          }
          {...(end ? { ahead: aheadPath(place, end, { span, scale }) } : {})}
        />
      </div>
      <div class="ticks">
        {place.left > 0.25 && <TickLabel left={0}>{date(first.at, now)}</TickLabel>}
        <TickLabel left={place.left} isStrong>
          {stale ? date(last.at, now) : text.today}
        </TickLabel>
        {end?.isZero && across(end.at, span) - place.left > 0.25 && (
          <TickLabel left={across(end.at, span)}>{date(end.at, now)}</TickLabel>
        )}
      </div>
    </figure>
  )
}

type End = { readonly at: number; readonly cents: number; readonly isZero: boolean }
type Place = { readonly left: number; readonly top: number }
type Frame = {
  readonly span: { readonly from: number; readonly to: number }
  readonly scale: { readonly from: number; readonly to: number }
}

/** Where the forecast leaves the chart: at zero, or before it if that is too far ahead. */
function forecastEnd(runsOutAt: number, ends: number, last: { at: number; spendableCents: number }): End {
  const whole = runsOutAt - last.at
  const left = whole <= 0 ? 0 : (runsOutAt - ends) / whole
  return { at: ends, cents: last.spendableCents * Math.max(0, left), isZero: ends === runsOutAt }
}

function aheadPath(now: Place, end: End, { span, scale }: Frame): string {
  const point = (left: number, top: number) => `${left * box.width} ${top * box.height}`
  return `M${point(now.left, now.top)}L${point(across(end.at, span), down(end.cents, scale))}`
}

function below(now: Place, end: End, { span, scale, zero }: Frame & { zero: number }): string {
  const [x, y] = [across(end.at, span), down(end.cents, scale)]
  const corners = [
    [now.left, now.top],
    [x, y],
    [x, zero],
    [now.left, zero],
  ] as const
  return `polygon(${corners.map(([left, top]) => `${percent(left)} ${percent(top)}`).join(', ')})`
}

function spoken(view: HistoryView, runsOutAt: number | null, now: number): string {
  const [first, last] = [view.points[0], view.points.at(-1)]
  if (!first || !last) return ''
  const past = text.chart(
    date(first.at, now),
    money(first.spendableCents).text,
    money(last.spendableCents).text,
  )
  return runsOutAt === null ? past : `${past} ${text.chartEnd(date(runsOutAt, now))}`
}
