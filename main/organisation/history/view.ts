/** The view of a history for the window: a curve of at most 500 points, the gaps in it, and totals for each day. */
import type { HistoryDay, HistoryPoint, HistoryRange, HistoryView } from '../../../preload/contract/index.ts'
import { dayMs, daysAgo, hourMs, nextDay } from '../../calendar.ts'
import { keepAllMs, keepHourlyMs } from './downsample.ts'
import type { Series } from './series.ts'

type TimeRange = { readonly from: number; readonly to: number }

const maxPoints = 500
const trendDays = 14
const rangeDays = { day: 1, week: 7, month: 30, year: 365 } as const satisfies Record<HistoryRange, number>
const minGapMs = 20 * 60_000

/** @param readIntervalMs the regular interval between two readings */
export function historyView(
  series: Series,
  range: HistoryRange,
  now: number,
  readIntervalMs: number,
): HistoryView {
  const from = daysAgo(now, rangeDays[range])
  const inRange = (at: number): boolean => at > from && at <= now
  const gaps = findGaps(series, from, now, readIntervalMs)
  return {
    range,
    from,
    to: now,
    points: samplePoints(series, from, now),
    gaps,
    rises: series.rises.filter(({ at }) => inRange(at)),
    days: dailyTotals(series, gaps, from, now),
    spentCents: series.spent(from, now),
  }
}

/**
 * A longer time between two readings is shown as a gap: three regular intervals, at least 20 minutes. Old readings are
 * downsampled, so only longer gaps can be seen among them.
 */
export function gapThresholdMs(at: number, now: number, readIntervalMs: number): number {
  const threshold = Math.max(3 * readIntervalMs, minGapMs)
  if (now - at <= keepAllMs) return threshold
  // The readings kept for two consecutive hours or days can lie almost two of them apart. A day can have 27 hours
  // (Antarctica).
  return now - at <= keepHourlyMs ? Math.max(threshold, 2 * hourMs) : 2 * dayMs + 3 * hourMs
}

/** The gaps after the first reading. */
function findGaps(series: Series, from: number, to: number, readIntervalMs: number): TimeRange[] {
  const gaps: TimeRange[] = []
  const add = (start: number, end: number): void => {
    const isGap = end - start > gapThresholdMs(start, to, readIntervalMs)
    if (isGap && end > from) gaps.push({ from: Math.max(start, from), to: end })
  }
  const until = series.firstIndexAfter(to)
  for (let index = Math.max(series.firstIndexAfter(from), 1); index < until; index += 1) {
    add(series.reading(index - 1).at, series.reading(index).at)
  }
  if (until > 0) add(series.reading(until - 1).at, to)
  return gaps
}

/** The first, lowest, highest and last reading of each time slice, so that no peak is lost. */
function samplePoints(series: Series, from: number, to: number): HistoryPoint[] {
  const start = series.firstIndexAfter(from - 1)
  const end = series.firstIndexAfter(to)
  const slices = maxPoints / 4
  const points: HistoryPoint[] = []
  if (end - start <= maxPoints) {
    for (let index = start; index < end; index += 1) points.push(pointAt(series, index))
    return points
  }
  for (let slice = 0, index = start; slice < slices; slice += 1) {
    const sliceEnd = Math.min(series.firstIndexAfter(from + ((to - from) * (slice + 1)) / slices), end)
    if (sliceEnd <= index) continue
    for (const one of extremes(series, index, sliceEnd)) points.push(pointAt(series, one))
    index = sliceEnd
  }
  return points
}

/** Of the readings from `start` up to but excluding `end`, in ascending order. */
function extremes(series: Series, start: number, end: number): Set<number> {
  let [low, high] = [start, start]
  for (let index = start; index < end; index += 1) {
    const spendable = series.spendableCents(index)
    if (spendable < series.spendableCents(low)) low = index
    if (spendable > series.spendableCents(high)) high = index
  }
  return new Set([start, Math.min(low, high), Math.max(low, high), end - 1])
}

/** Totals for each day of the local calendar since the first reading, newest first. */
function dailyTotals(series: Series, gaps: readonly TimeRange[], from: number, to: number): HistoryDay[] {
  const days: HistoryDay[] = []
  const firstAt = series.first?.at ?? to
  for (let start = Math.max(from, firstAt); start < to; start = nextDay(start)) {
    const end = Math.min(nextDay(start), to)
    // Midnight belongs to the next day. The end of the range is included.
    const until = end === to ? end : end - 1
    const lastIndex = series.firstIndexAfter(until) - 1
    const hasReading = lastIndex >= 0 && series.reading(lastIndex).at >= start
    days.push({
      from: start,
      to: end,
      spentCents: series.spent(start, end),
      addedCents: series.sumOfRises(start - 1, until),
      leftCents: hasReading ? series.spendableCents(lastIndex) : null,
      unreadMs: gaps.reduce((sum, gap) => sum + overlap(gap, start, end), 0),
    })
  }
  return days.reverse()
}

/** How much the spendable amount has changed within a day; null without a reading within an hour of a day ago. */
export function sinceYesterdayCents(series: Series): number | null {
  const { last } = series
  if (last === null) return null
  const yesterday = daysAgo(last.at, 1)
  const after = series.firstIndexAfter(yesterday)
  const near = [after - 1, after]
    .filter((index) => index >= 0 && Math.abs(series.reading(index).at - yesterday) <= hourMs)
    .sort((a, b) => Math.abs(series.reading(a).at - yesterday) - Math.abs(series.reading(b).at - yesterday))
  const [nearest] = near
  if (nearest === undefined) return null
  return last.creditCents - last.heldCents - series.spendableCents(nearest)
}

/** See `HistorySummary.trend`. Ends with the newest reading; empty without one. */
export function trend(series: Series): readonly (number | null)[] {
  const { last } = series
  if (last === null) return []
  return Array.from({ length: trendDays + 1 }, (_, index) => {
    const at = daysAgo(last.at, trendDays - index)
    const lastIndex = series.firstIndexAfter(at) - 1
    if (lastIndex < 0 || series.reading(lastIndex).at <= at - dayMs) return null
    return Math.round(series.spendableCents(lastIndex))
  })
}

function pointAt(series: Series, index: number): HistoryPoint {
  const { at, creditCents, heldCents } = series.reading(index)
  return { at, spendableCents: creditCents - heldCents, heldCents }
}

function overlap(gap: TimeRange, from: number, to: number): number {
  return Math.max(Math.min(gap.to, to) - Math.max(gap.from, from), 0)
}
