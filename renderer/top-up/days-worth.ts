import { oneDecimal } from '../../words/format.ts'
import { laterWords } from '../../words/index.ts'

const text = laterWords.topUp.choose.worth

/** "About 2.5 days’ worth.": how long an amount lasts at this rate. */
export function formatDaysWorth(cents: number, perDayCents: number): string {
  const days = cents / perDayCents
  if (days < 0.75) return text.lessThanADay
  if (days > 60) return text.moreThanTwoMonths
  // Half days matter only for short periods.
  const shown = days < 10 ? Math.round(days * 2) / 2 : Math.round(days)
  return text.about(oneDecimal(shown), shown === 1)
}
