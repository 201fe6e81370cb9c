/** The local calendar. Days and hours are computed by `Date`, since not every day has 24 hours. */

export const dayMs = 24 * 3_600_000
export const hourMs = 3_600_000

export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0)
}

/**
 * Counted back from `at`: of two equal hours, when the clocks go back, it tells which one. After a change of half an
 * hour it may lie before the change.
 */
export function startOfHour(at: number): number {
  const date = new Date(at)
  return at - date.getMinutes() * 60_000 - date.getSeconds() * 1000 - date.getMilliseconds()
}

/** The first moment of the next day, after `at`. */
export function nextDay(at: number): number {
  const date = new Date(at)
  const midnight = new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1).getTime()
  if (midnight > at) return midnight
  // The clocks went back to before midnight, and this is the first one. The second comes in less than an hour.
  return startOfHour(at) + hourMs
}

/** The same time of day so many days ago. A day that the zone skipped, crossing the date line, doesn't count. */
export function daysAgo(at: number, days: number): number {
  const datesAgo = (dates: number): number => {
    const date = new Date(at)
    return date.setDate(date.getDate() - dates)
  }
  const passed = Math.round((at - datesAgo(days)) / dayMs)
  return datesAgo(2 * days - passed)
}

/** YYYY-MM-DD in the local calendar. */
export function localDate(at: number): string {
  const date = new Date(at)
  const twoDigits = (value: number): string => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`
}
