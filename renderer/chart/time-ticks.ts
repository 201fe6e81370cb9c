/** Where the time axis of a chart is labelled: at the beginnings and middles of what the local calendar has. */
import type { HistoryRange } from '../../preload/contract/index.ts'

export type Tick = {
  readonly at: number
  /** What it stands for: this hour, the day or the month around it. */
  readonly is: 'time' | 'weekday' | 'date' | 'month'
  /** The day, or the month, that is not over yet. */
  readonly isLast: boolean
}

const hourMs = 3600_000

/** Within `from` and `to`, the earliest first. */
export function timeTicks(range: HistoryRange, from: number, to: number): readonly Tick[] {
  switch (range) {
    case 'day':
      // "12:00 AM" is wide, and one at the edge would lean into the next.
      return every(from, to, 'time', (day) => [0, 6, 12, 18].map((hour) => inDay(day, hour))).filter(
        ({ at }) => Math.min(at - from, to - at) > (to - from) / 20,
      )
    case 'week':
      return middles(daysBetween(from, to), from, to, 'weekday')
    case 'month': {
      const days = daysBetween(from, to)
      // Counted back from today, which is the day that is looked for.
      const weekly = days.filter((_, index) => (days.length - 1 - index) % 7 === 0)
      return inside(weekly, from, to).map((at, index, all) => ({
        at,
        is: 'date',
        isLast: index === all.length - 1,
      }))
    }
    case 'year':
      return middles(monthsBetween(from, to), from, to, 'month').filter(
        (_, index, all) => (all.length - 1 - index) % 2 === 0,
      )
  }
}

function every(
  from: number,
  to: number,
  is: Tick['is'],
  within: (day: number) => readonly number[],
): readonly Tick[] {
  const all = daysBetween(from, to).flatMap(within)
  return inside(all, from, to).map((at) => ({ at, is, isLast: false }))
}

function inside(times: readonly number[], from: number, to: number): readonly number[] {
  return times.filter((at) => at >= from && at <= to)
}

/** A label for each span, in its middle; what is cut off by the edge counts from the edge. */
function middles(begins: readonly number[], from: number, to: number, is: Tick['is']): readonly Tick[] {
  return begins.flatMap((begin, index) => {
    const [first, end] = [Math.max(begin, from), Math.min(begins[index + 1] ?? to, to)]
    const isLast = index === begins.length - 1
    // Too little of it is there to stand for it; the one that goes on is named all the same.
    const isSliver = end - first < (to - from) / (begins.length * 1.6)
    return isSliver && !isLast ? [] : [{ at: (first + end) / 2, is, isLast }]
  })
}

/** The midnights, from the one before `from` on; a day has 23 or 25 hours where the clocks change. */
function daysBetween(from: number, to: number): readonly number[] {
  const days: number[] = []
  const day = new Date(from)
  day.setHours(0, 0, 0, 0)
  while (day.getTime() < to) {
    days.push(day.getTime())
    day.setDate(day.getDate() + 1)
    day.setHours(0, 0, 0, 0)
  }
  return days
}

function monthsBetween(from: number, to: number): readonly number[] {
  const months: number[] = []
  const month = new Date(from)
  month.setDate(1)
  month.setHours(0, 0, 0, 0)
  while (month.getTime() < to) {
    months.push(month.getTime())
    month.setMonth(month.getMonth() + 1)
  }
  return months
}

function inDay(day: number, hour: number): number {
  const at = new Date(day)
  at.setHours(hour, 0, 0, 0)
  return at.getTime()
}

/** Whether the time is the local midnight, to the minute. */
export function isMidnight(at: number): boolean {
  const local = new Date(at)
  const begin = new Date(at)
  begin.setHours(0, 0, 0, 0)
  return local.getTime() - begin.getTime() < hourMs / 60
}
