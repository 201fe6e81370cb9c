import type { Forecast, HistoryView } from '../../preload/contract/index.ts'
import { date, money, sentences } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { spanWithForecast, viewBox, xShare, yShare } from './chart-path.ts'
import { moneyScale } from './money-scale.ts'
import { Plot, percent, TickLabel } from './plot.tsx'

const text = words.overview.forecast

/** The past and the forecast, which takes half of the width at most. No axis: the text above names the amounts. */
export function SmallChart(props: { view: HistoryView; forecast: Forecast; stale: boolean; now: number }) {
  const { view, forecast, stale, now } = props
  const [first, last] = [view.points[0], view.points.at(-1)]
  if (!first || !last || view.points.length < 2) return null
  const runsOutAt = forecast.kind === 'known' && last.spendableCents > 0 ? forecast.runsOutAt : null
  const span = spanWithForecast(first.at, last.at, runsOutAt)
  const amounts = view.points.map((point) => point.spendableCents)
  const highest = Math.max(...amounts, 0)
  const lowest = Math.min(...amounts, 0)
  const scale = { ...moneyScale(lowest, highest), from: lowest, to: Math.max(highest * 1.02, lowest + 1) }
  const lastPosition = { left: xShare(last.at, span), top: yShare(last.spendableCents, scale) }
  const end = runsOutAt === null ? null : forecastEnd(runsOutAt, span.to, last)
  return (
    <div class="chart-link-frame">
      <figure class="chart bare" role="img" aria-label={chartLabel(view, runsOutAt, now)}>
        <div class={stale ? 'plot is-stale' : 'plot'}>
          <Plot
            view={view}
            span={span}
            scale={scale}
            background={<div class="grid zero" style={{ top: percent(yShare(0, scale)) }} />}
            overlay={
              <i
                class={stale ? 'now is-stale' : 'now'}
                style={{ left: percent(lastPosition.left), top: percent(lastPosition.top) }}
              />
            }
            forecastPath={end ? forecastPath(lastPosition, end, { span, scale }) : undefined}
          />
        </div>
        <div class="ticks">
          {lastPosition.left > 0.25 && <TickLabel left={0}>{date(first.at, now)}</TickLabel>}
          <TickLabel left={lastPosition.left} isStrong>
            {stale ? date(last.at, now) : text.today}
          </TickLabel>
          {end?.isZero && xShare(end.at, span) - lastPosition.left > 0.25 && (
            <TickLabel left={xShare(end.at, span)}>{date(end.at, now)}</TickLabel>
          )}
        </div>
      </figure>
      <button
        type="button"
        class="chart-link"
        aria-label={words.overview.allActivity}
        title={words.overview.allActivity}
        onClick={() => send('view.show', { screen: 'activity' })}
      />
    </div>
  )
}

type ForecastEnd = { readonly at: number; readonly cents: number; readonly isZero: boolean }
type Position = { readonly left: number; readonly top: number }
type Frame = {
  readonly span: { readonly from: number; readonly to: number }
  readonly scale: { readonly from: number; readonly to: number }
}

/** The end of the forecast line: at zero, or earlier if zero is too far in the future. */
function forecastEnd(
  runsOutAt: number,
  endsAt: number,
  last: { at: number; spendableCents: number },
): ForecastEnd {
  const totalMs = runsOutAt - last.at
  const left = totalMs <= 0 ? 0 : (runsOutAt - endsAt) / totalMs
  return { at: endsAt, cents: last.spendableCents * Math.max(0, left), isZero: endsAt === runsOutAt }
}

function forecastPath(now: Position, end: ForecastEnd, { span, scale }: Frame): string {
  const point = (left: number, top: number) => `${left * viewBox.width} ${top * viewBox.height}`
  return `M${point(now.left, now.top)}L${point(xShare(end.at, span), yShare(end.cents, scale))}`
}

function chartLabel(view: HistoryView, runsOutAt: number | null, now: number): string {
  const [first, last] = [view.points[0], view.points.at(-1)]
  if (!first || !last) return ''
  const past = text.chart(
    date(first.at, now),
    money(first.spendableCents).text,
    money(last.spendableCents).text,
  )
  return runsOutAt === null ? past : sentences(past, text.chartEnd(date(runsOutAt, now)))
}
