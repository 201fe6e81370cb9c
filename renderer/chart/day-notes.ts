/** Notes beside a day of the history, for days whose numbers are incomplete. */
import type { HistoryDay } from '../../preload/contract/index.ts'
import { isMidnight } from './time-ticks.ts'

export type DayNote =
  | { readonly kind: 'so-far' }
  /** The first reading was in the middle of the day. */
  | { readonly kind: 'from'; readonly at: number }
  | { readonly kind: 'not-read'; readonly ms: number }

/** Shorter gaps are normal: the time between two readings, or a short suspend. */
export const minGapMs = 3600_000

export function isToday(day: Pick<HistoryDay, 'from'>, now: number): boolean {
  return new Date(day.from).toDateString() === new Date(now).toDateString()
}

export function dayNotes(day: HistoryDay, now: number): readonly DayNote[] {
  const notes: DayNote[] = []
  if (isToday(day, now)) notes.push({ kind: 'so-far' })
  else if (!isMidnight(day.from)) notes.push({ kind: 'from', at: day.from })
  if (day.unreadMs >= minGapMs) notes.push({ kind: 'not-read', ms: day.unreadMs })
  return notes
}
