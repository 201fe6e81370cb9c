/** How a forecast is said: "about", and never more exactly than it can be known. */
import type { Forecast } from '../preload/contract/index.ts'
import { duration, money } from '../words/format.ts'
import { words } from '../words/index.ts'

const dayMs = 24 * 3600_000
const text = words.overview.forecast

/** "About 9 days left". */
export function timeLeft(ms: number): string {
  const days = ms / dayMs
  if (days < 1) return text.lessThanADay
  if (days > 60) return text.moreThanTwoMonths
  return text.about(Math.round(days))
}

/** "7 days", "30 hours". */
export function basis(ms: number): string {
  return ms >= 2 * dayMs ? text.days(Math.round(ms / dayMs)) : duration(ms)
}

/** "at this week’s pace, $20.14 a day"; `knownAt` when that isn't now. */
export function pace(forecast: Forecast & { kind: 'known' }, knownAt: string | null): string {
  const perDay = money(forecast.perDayCents).text
  if (knownAt !== null) return text.knownAt(knownAt, perDay)
  const isWeek = forecast.basisMs >= 6.5 * dayMs
  return isWeek ? text.thisWeek(perDay) : text.lastDays(basis(forecast.basisMs), perDay)
}
