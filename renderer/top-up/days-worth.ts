import { count } from '../../words/format.ts'
import { laterWords } from '../../words/index.ts'

const text = laterWords.topUp.choose.worth

/** "About 2½ days’ worth.": how long an amount lasts at this rate. */
export function formatDaysWorth(cents: number, perDayCents: number): string {
  const days = cents / perDayCents
  if (days < 0.75) return text.lessThanADay
  if (days > 60) return text.moreThanTwoMonths
  // Half days matter only for short periods.
  const halves = days < 10 ? Math.round(days * 2) : Math.round(days) * 2
  return text.about(`${count(Math.floor(halves / 2))}${halves % 2 === 1 ? '½' : ''}`, halves === 2)
}
