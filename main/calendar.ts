/** The local calendar. Days and hours are asked of the system, as not every day has 24 hours. */

export const dayMs = 24 * 3_600_000
export const hourMs = 3_600_000

export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0)
}

export function startOfHour(at: number): number {
  return new Date(at).setMinutes(0, 0, 0)
}

/** The first moment of the next day. */
export function nextDay(at: number): number {
  const date = new Date(at)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1).getTime()
}

/** The same time of day so many days ago. */
export function daysAgo(at: number, days: number): number {
  const date = new Date(at)
  return date.setDate(date.getDate() - days)
}

/** YYYY-MM-DD in the local calendar. */
export function localDate(at: number): string {
  const date = new Date(at)
  const twoDigits = (value: number): string => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`
}
