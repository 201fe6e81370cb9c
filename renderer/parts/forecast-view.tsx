import type { HistoryView, Organisation } from '../../preload/contract/index.ts'
import { SmallChart } from '../chart/small-chart.tsx'
import { describeForecast } from '../format-forecast.ts'
import { isStale } from '../organisation-status.ts'
import { ageTickMs, useNow } from '../use-now.ts'
import { Icon } from './icon.tsx'

/** How long the balance lasts, and a chart that leads to the activity. */
export function ForecastView({
  organisation,
  past,
}: {
  organisation: Organisation
  past: HistoryView | null
}) {
  const now = useNow(ageTickMs)
  const stale = isStale(organisation)
  const { title, description, tone } = describeForecast(organisation, stale, now)
  const { forecast } = organisation.history
  return (
    <section class="section">
      <h2 class={`headline title-with-icon ${stale ? 'ink-2' : tone}`}>
        {!stale && tone !== '' && <Icon name="warn" />}
        {title}
      </h2>
      <p class="lede">{description}</p>
      {/* Before a day of readings there is no line to draw. Reserves the height while the history loads. */}
      {forecast.kind !== 'not-enough' && (
        <div class="chart-frame">
          {past && <SmallChart view={past} forecast={forecast} stale={stale} now={now} />}
        </div>
      )}
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
