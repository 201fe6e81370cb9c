import type { HistoryView, Organisation } from '../../preload/contract/index.ts'
import { moment } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { formatBasis, formatPace, formatTimeLeft } from '../format-forecast.ts'
import { lazy } from '../lazy.tsx'
import { isStale } from '../organisation-status.ts'
import { ageTickMs, useNow } from '../use-now.ts'

const text = words.overview.forecast
const SmallChart = lazy(() => import('../chart/small-chart.tsx').then((part) => part.SmallChart))

/** How long the balance lasts, and a chart of the week that the forecast is based on. */
export function ForecastView({
  organisation,
  week,
}: {
  organisation: Organisation
  week: HistoryView | null
}) {
  const now = useNow(ageTickMs)
  const stale = isStale(organisation)
  const { title, description } = forecastText(organisation, stale, now)
  return (
    <section class="section">
      <h2 class={stale ? 'headline ink-2' : 'headline'}>{title}</h2>
      <p class="lede">{description}</p>
      {/* Reserves the height while the history loads. */}
      <div class={organisation.history.readings > 1 ? 'chart-frame' : ''}>
        {week && <SmallChart view={week} forecast={organisation.history.forecast} stale={stale} now={now} />}
      </div>
    </section>
  )
}

export function ForecastLoading() {
  return (
    <section class="section" aria-hidden="true">
      <p class="headline">
        <span class="skeleton skeleton-headline" />
      </p>
      <p class="lede">
        <span class="skeleton skeleton-lede" />
      </p>
      <div class="chart-frame" />
    </section>
  )
}

function forecastText(
  { balance, history: { forecast } }: Organisation,
  stale: boolean,
  now: number,
): { title: string; description: string } {
  switch (forecast.kind) {
    case 'not-enough': {
      const since = forecast.since === null ? null : moment(forecast.since, now)
      return { title: text.notEnough, description: text.notEnoughExplained(since) }
    }
    case 'no-spending':
      return { title: text.noSpending, description: text.noSpendingExplained(formatBasis(forecast.basisMs)) }
    case 'known': {
      const knownAt = stale && balance ? moment(balance.readAt, now) : null
      const isEmpty = balance !== null && balance.spendableCents <= 0
      const title = isEmpty ? text.nothingLeft : formatTimeLeft(forecast.runsOutAt - now)
      return { title, description: formatPace(forecast, knownAt) }
    }
  }
}
