import type { HistoryView, Organisation } from '../../preload/contract/index.ts'
import { moment, money, timeOfDay } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { formatBasis, formatPace, formatTimeLeft } from '../format-forecast.ts'
import { lazy } from '../lazy.tsx'
import { isStale } from '../organisation-status.ts'
import { ageTickMs, useNow } from '../use-now.ts'
import { Icon } from './icon.tsx'

const text = words.overview.forecast
const hourMs = 3600_000
const dayMs = 24 * hourMs
const SmallChart = lazy(() => import('../chart/small-chart.tsx').then((part) => part.SmallChart))

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
  const { title, description, tone } = forecastText(organisation, stale, now)
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

type ForecastText = { title: string; description: string; tone: '' | 'warn-ink' | 'danger-ink' }

function forecastText(
  { balance, history: { forecast } }: Organisation,
  stale: boolean,
  now: number,
): ForecastText {
  const tone = ''
  switch (forecast.kind) {
    case 'not-enough': {
      const since = forecast.since === null ? null : moment(forecast.since, now)
      return { title: text.notEnough, description: text.notEnoughExplained(since), tone }
    }
    case 'no-spending':
      return {
        title: text.noSpending,
        description: text.noSpendingExplained(formatBasis(forecast.basisMs)),
        tone,
      }
    case 'known': {
      const pace = formatPace(forecast, stale && balance ? moment(balance.readAt, now) : null)
      if (balance !== null && balance.spendableCents <= 0)
        return {
          title: text.nothingLeft,
          description: stale ? pace : text.nothingLeftExplained,
          tone: 'danger-ink',
        }
      const leftMs = forecast.runsOutAt - now
      const title = formatTimeLeft(leftMs)
      if (stale || leftMs >= dayMs) return { title, description: pace, tone }
      const hour = Math.round(forecast.runsOutAt / hourMs) * hourMs
      const perDay = money(forecast.perDayCents).text
      return { title, description: text.runsOutAbout(timeOfDay(hour), perDay), tone: 'warn-ink' }
    }
  }
}
