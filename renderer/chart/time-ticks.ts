/** The labels of the time axis of a chart, by the local calendar. */
import type { HistoryRange } from '../../preload/contract/index.ts'

export type Tick = {
  readonly at: number
  /** What the label names: a time of day, or the day or month around it. */
  readonly unit: 'time' | 'weekday' | 'date' | 'month'
  /** The current day or month. */
  readonly isCurrent: boolean
}

const hourMs = 3600_000

/** Returns the ticks between `from` and `to` in ascending order. */
export function timeTicks(range: HistoryRange, from: number, to: number): readonly Tick[] {
  switch (range) {
    case 'day':
      // "12:00 AM" is wide: aligned inwards at the edge, it would overlap the next label.
      return ticksWithinDays(from, to, 'time', (day) =>
        [0, 6, 12, 18].map((hour) => atHour(day, hour)),
      ).filter(({ at }) => Math.min(at - from, to - at) > (to - from) / 20)
    case 'week':
      return middleTicks(daysBetween(from, to), from, to, 'weekday')
    case 'month': {
      const days = daysBetween(from, to)
      // Counted back from today, so that today has a label.
      const weekly = days.filter((_, index) => (days.length - 1 - index) % 7 === 0)
      return clip(weekly, from, to).map((at, index, all) => ({
        at,
        unit: 'date',
        isCurrent: index === all.length - 1,
      }))
    }
    case 'year':
      return middleTicks(monthsBetween(from, to), from, to, 'month').filter(
        (_, index, all) => (all.length - 1 - index) % 2 === 0,
      )
  }
}

function ticksWithinDays(
  from: number,
  to: number,
  unit: Tick['unit'],
  within: (day: number) => readonly number[],
): readonly Tick[] {
  const all = daysBetween(from, to).flatMap(within)
  return clip(all, from, to).map((at) => ({ at, unit, isCurrent: false }))
}

function clip(times: readonly number[], from: number, to: number): readonly number[] {
  return times.filter((at) => at >= from && at <= to)
}

/** A tick in the middle of each day or month, or of its part within the axis. */
function middleTicks(
  starts: readonly number[],
  from: number,
  to: number,
  unit: Tick['unit'],
): readonly Tick[] {
  return starts.flatMap((start, index) => {
    const [first, end] = [Math.max(start, from), Math.min(starts[index + 1] ?? to, to)]
    const isCurrent = index === starts.length - 1
    // Too narrow for a label, unless it is the current one.
    const isSliver = end - first < (to - from) / (starts.length * 1.6)
    return isSliver && !isCurrent ? [] : [{ at: (first + end) / 2, unit, isCurrent }]
  })
}

/** Local midnights, from the one before `from` on. A day may have 23 or 25 hours, so they aren't 24 hours apart. */
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
    // A month may begin at 1:00, where the clocks go forward at midnight.
    month.setHours(0, 0, 0, 0)
  }
  return months
}

function atHour(day: number, hour: number): number {
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
