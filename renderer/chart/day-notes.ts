/** What has to be said beside a day, for its numbers to be understood. */
import type { HistoryDay } from '../../preload/contract/index.ts'
import { isMidnight } from './time-ticks.ts'

export type DayNote =
  | { readonly kind: 'so-far' }
  /** Reading began in the middle of it. */
  | { readonly kind: 'from'; readonly at: number }
  | { readonly kind: 'not-read'; readonly ms: number }

/** Shorter gaps are the usual ones between two readings, or a computer that was shut for a coffee. */
const worthSayingMs = 3600_000

export function isToday(day: Pick<HistoryDay, 'from'>, now: number): boolean {
  return new Date(day.from).toDateString() === new Date(now).toDateString()
}

export function dayNotes(day: HistoryDay, now: number): readonly DayNote[] {
  const notes: DayNote[] = []
  if (isToday(day, now)) notes.push({ kind: 'so-far' })
  else if (!isMidnight(day.from)) notes.push({ kind: 'from', at: day.from })
  if (day.unreadMs >= worthSayingMs) notes.push({ kind: 'not-read', ms: day.unreadMs })
  return notes
}
