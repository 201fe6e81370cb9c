/** Forecasts in words, never more exact than they can be. */
import type { Forecast } from '../preload/contract/index.ts'
import { duration, money } from '../words/format.ts'
import { words } from '../words/index.ts'

const dayMs = 24 * 3600_000
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
