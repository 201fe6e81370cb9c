/** Forecasts in words, never more exact than they can be. */
import type { Forecast, Organisation } from '../preload/contract/index.ts'
import { duration, moment, money, timeOfDay } from '../words/format.ts'
import { words } from '../words/index.ts'

const hourMs = 3600_000
const dayMs = 24 * hourMs
const text = words.overview.forecast

/** "About 9 days left". */
export function formatTimeLeft(ms: number): string {
  const days = ms / dayMs
  if (days < 1) return text.lessThanADay
  if (days > 60) return text.moreThanTwoMonths
  return text.about(Math.round(days))
}

/** The period that a forecast is based on: "7 days", "30 hours". */
export function formatBasis(ms: number): string {
  return ms >= 2 * dayMs ? text.days(Math.round(ms / dayMs)) : duration(ms)
}

/**
 * "at this week’s pace, $20.14 a day".
 * @param knownAt when the balance was read, if it is stale; else null
 */
export function formatPace(forecast: Forecast & { kind: 'known' }, knownAt: string | null): string {
  const perDay = money(forecast.perDayCents).text
  if (knownAt !== null) return text.knownAt(knownAt, perDay)
  const isWeek = forecast.basisMs >= 6.5 * dayMs
  return isWeek ? text.thisWeek(perDay) : text.lastDays(formatBasis(forecast.basisMs), perDay)
}

export type ForecastText = { title: string; description: string; tone: '' | 'warn-ink' | 'danger-ink' }

/** The text of a forecast and its urgency. An outdated forecast is never urgent. */
export function describeForecast(
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
