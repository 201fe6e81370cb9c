/** What the window shows of a history: a curve of at most 500 points, what is missing in it, and its days. */
import type { HistoryDay, HistoryPoint, HistoryRange, HistoryView } from '../../../preload/contract/index.ts'
import { dayMs, daysAgo, hourMs, nextDay } from '../../calendar.ts'
import type { Series } from './series.ts'
import { allForMs, hourlyForMs } from './thin.ts'

type Stretch = { readonly from: number; readonly to: number }

const mostPoints = 500
const trendDays = 14
const daysIn = { day: 1, week: 7, month: 30, year: 365 } as const satisfies Record<HistoryRange, number>
const gapLeastMs = 20 * 60_000

/** @param paceMs how often the balance is usually read */
export function historyView(series: Series, range: HistoryRange, now: number, paceMs: number): HistoryView {
  const from = daysAgo(now, daysIn[range])
  const inRange = (at: number): boolean => at > from && at <= now
  const gaps = gapsIn(series, from, now, paceMs)
  return {
    range,
    from,
    to: now,
    points: pointsIn(series, from, now),
    gaps,
    rises: series.rises.filter(({ at }) => inRange(at)),
    days: daysOf(series, gaps, from, now),
    spentCents: series.spent(from, now),
  }
}

/**
 * How long may lie between two readings before it is said that nothing was read: three readings of the usual pace,
 * 20 minutes at least. Older readings are thinned, so there only longer gaps can be seen.
 */
export function longestStepMs(at: number, now: number, paceMs: number): number {
  const usual = Math.max(3 * paceMs, gapLeastMs)
  if (now - at <= allForMs) return usual
  // Two readings of neighbouring hours, or of neighbouring days, one of which may have up to 27 hours (Antarctica).
  return now - at <= hourlyForMs ? Math.max(usual, 2 * hourMs) : 2 * dayMs + 3 * hourMs
}

/** Where nothing was read, from the first reading on. */
function gapsIn(series: Series, from: number, to: number, paceMs: number): Stretch[] {
  const gaps: Stretch[] = []
  const add = (start: number, end: number): void => {
    const isGap = end - start > longestStepMs(start, to, paceMs)
    if (isGap && end > from) gaps.push({ from: Math.max(start, from), to: end })
  }
  const until = series.indexAfter(to)
  for (let index = Math.max(series.indexAfter(from), 1); index < until; index += 1) {
    add(series.reading(index - 1).at, series.reading(index).at)
  }
  if (until > 0) add(series.reading(until - 1).at, to)
  return gaps
}

/** Of each slice of time the first, the lowest, the highest and the last: no peak is lost. */
function pointsIn(series: Series, from: number, to: number): HistoryPoint[] {
  const start = series.indexAfter(from - 1)
  const end = series.indexAfter(to)
  if (end - start <= mostPoints) return range(start, end).map((index) => pointAt(series, index))
  const slices = mostPoints / 4
  const points: HistoryPoint[] = []
  for (let slice = 0, index = start; slice < slices; slice += 1) {
    const sliceEnd = series.indexAfter(from + ((to - from) * (slice + 1)) / slices)
    const indices = range(index, Math.min(sliceEnd, end))
    points.push(...extremes(series, indices).map((one) => pointAt(series, one)))
    index = Math.max(index, sliceEnd)
  }
  return points
}

function extremes(series: Series, indices: readonly number[]): number[] {
  const [first] = indices
  if (first === undefined) return []
  let [low, high] = [first, first]
  for (const index of indices) {
    const spendable = pointAt(series, index).spendableCents
    if (spendable < pointAt(series, low).spendableCents) low = index
    if (spendable > pointAt(series, high).spendableCents) high = index
  }
  return [...new Set([first, low, high, indices.at(-1) ?? first])].sort((a, b) => a - b)
}

/** The local calendar's days from the first reading on, newest first. */
function daysOf(series: Series, gaps: readonly Stretch[], from: number, to: number): HistoryDay[] {
  const days: HistoryDay[] = []
  const began = series.first?.at ?? to
  for (let start = Math.max(from, began); start < to; start = nextDay(start)) {
    const end = Math.min(nextDay(start), to)
    // Midnight is the next day's, now is today's.
    const until = end === to ? end : end - 1
    const lastIndex = series.indexAfter(until) - 1
    const wasRead = lastIndex >= 0 && series.reading(lastIndex).at >= start
    days.push({
      from: start,
      to: end,
      spentCents: series.spent(start, end),
      addedCents: series.risen(start - 1, until),
      leftCents: wasRead ? pointAt(series, lastIndex).spendableCents : null,
      unreadMs: gaps.reduce((sum, gap) => sum + overlap(gap, start, end), 0),
    })
  }
  return days.reverse()
}

/** What was spendable a day before the newest reading, if it was read within an hour of then. */
export function sinceYesterdayCents(series: Series): number | null {
  const { last } = series
  if (last === null) return null
  const yesterday = daysAgo(last.at, 1)
  const after = series.indexAfter(yesterday)
  const near = [after - 1, after]
    .filter((index) => index >= 0 && Math.abs(series.reading(index).at - yesterday) <= hourMs)
    .sort((a, b) => Math.abs(series.reading(a).at - yesterday) - Math.abs(series.reading(b).at - yesterday))
  const [nearest] = near
  if (nearest === undefined) return null
  return last.creditCents - last.heldCents - pointAt(series, nearest).spendableCents
}

/** See `HistorySummary.trend`. Ends with the newest reading; empty without one. */
export function trend(series: Series): readonly (number | null)[] {
  const { last } = series
  if (last === null) return []
  return Array.from({ length: trendDays + 1 }, (_, index) => {
    const at = daysAgo(last.at, trendDays - index)
    const found = series.indexAfter(at) - 1
    if (found < 0 || series.reading(found).at <= at - dayMs) return null
    return Math.round(pointAt(series, found).spendableCents)
  })
}

function pointAt(series: Series, index: number): HistoryPoint {
  const { at, creditCents, heldCents } = series.reading(index)
  return { at, spendableCents: creditCents - heldCents, heldCents }
}

function overlap(gap: Stretch, from: number, to: number): number {
  return Math.max(Math.min(gap.to, to) - Math.max(gap.from, from), 0)
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(to - from, 0) }, (_, index) => from + index)
}
