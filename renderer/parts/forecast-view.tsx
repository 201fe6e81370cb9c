/** For how long it lasts, the week that this rests on, and where it leads. */
import type { HistoryView, Organisation } from '../../preload/contract/index.ts'
import { moment } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { basis, pace, timeLeft } from '../forecast-words.ts'
import { later } from '../later.tsx'
import { isStale } from '../stale.ts'
import { agesEveryMs, useNow } from '../use-now.ts'

const text = words.overview.forecast
const SmallChart = later(() => import('../chart/small-chart.tsx').then((part) => part.SmallChart))

export function ForecastView({
  organisation,
  week,
}: {
  organisation: Organisation
  week: HistoryView | null
}) {
  const now = useNow(agesEveryMs)
  const stale = isStale(organisation)
  const { title, explained } = said(organisation, stale, now)
  return (
    <section class="sect">
      <h2 class={stale ? 'headline ink-2' : 'headline'}>{title}</h2>
      <p class="lede">{explained}</p>
      {/* Its place is kept while it is read. */}
      <div class={organisation.history.readings > 1 ? 'chart-place' : ''}>
        {week && <SmallChart view={week} forecast={organisation.history.forecast} stale={stale} now={now} />}
      </div>
    </section>
  )
}

export function ForecastLoading() {
  return (
    <section class="sect" aria-hidden="true">
      <p class="headline">
        <span class="sk sk-headline" />
      </p>
      <p class="lede">
        <span class="sk sk-lede" />
      </p>
      <div class="chart-place" />
    </section>
  )
}

function said(
  { balance, history: { forecast } }: Organisation,
  stale: boolean,
  now: number,
): { title: string; explained: string } {
  switch (forecast.kind) {
    case 'not-enough': {
      const since = forecast.since === null ? null : moment(forecast.since, now)
      return { title: text.notEnough, explained: text.notEnoughExplained(since) }
    }
    case 'no-spending':
      return { title: text.noSpending, explained: text.noSpendingExplained(basis(forecast.basisMs)) }
    case 'known': {
      const knownAt = stale && balance ? moment(balance.readAt, now) : null
      const isEmpty = balance !== null && balance.spendableCents <= 0
      const title = isEmpty ? text.nothingLeft : timeLeft(forecast.runsOutAt - now)
      return { title, explained: pace(forecast, knownAt) }
    }
  }
}
