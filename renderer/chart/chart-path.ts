/** The line of a chart as SVG paths, in units of a view box that is stretched to the size of the chart. */
import type { HistoryPoint, HistoryView } from '../../preload/contract/index.ts'
import type { MoneyScale } from './money-scale.ts'

export const viewBox = { width: 1000, height: 100 }

type Span = { readonly from: number; readonly to: number }

/** The horizontal position of a time, from 0 to 1. */
export function xShare(at: number, { from, to }: Span): number {
  return to <= from ? 0 : Math.min(1, Math.max(0, (at - from) / (to - from)))
}

/** The span of a chart with a forecast, which takes half of the width at most. @param runsOutAt null: no forecast */
export function spanWithForecast(firstAt: number, lastAt: number, runsOutAt: number | null): Span {
  const pastMs = Math.max(1, lastAt - firstAt)
  return { from: firstAt, to: runsOutAt === null ? lastAt : Math.min(runsOutAt, lastAt + pastMs) }
}

/** The vertical position of an amount, from 0 at the top to 1. */
export function yShare(cents: number, scale: Pick<MoneyScale, 'from' | 'to'>): number {
  return Math.min(1, Math.max(0, (scale.to - cents) / (scale.to - scale.from)))
}

/** Splits the readings at the gaps. */
export function segments(view: Pick<HistoryView, 'points' | 'gaps'>): readonly (readonly HistoryPoint[])[] {
  const result: HistoryPoint[][] = []
  let previous: HistoryPoint | undefined
  for (const point of view.points) {
    const previousAt = previous?.at
    const isFirst =
      previousAt === undefined || view.gaps.some((gap) => gap.from < point.at && gap.to > previousAt)
    if (isFirst) result.push([point])
    else result.at(-1)?.push(point)
    previous = point
  }
  return result
}

/** The line, and the area between it and zero. A single reading becomes a dot. */
export function chartPaths(
  view: Pick<HistoryView, 'points' | 'gaps'>,
  span: Span,
  scale: MoneyScale,
): { readonly line: string; readonly fill: string } {
  const zero = round(yShare(0, scale) * viewBox.height)
  const parts = segments(view).map((points) => {
    const coordinates = points.map((point) => toCoordinates(point, span, scale))
    const line = coordinates.length === 1 ? `M${coordinates[0]}h0` : `M${coordinates.join('L')}`
    const [first, last] = [points[0], points.at(-1)]
    const fill =
      first && last && coordinates.length > 1
        ? `${line}L${round(xShare(last.at, span) * viewBox.width)} ${zero}L${round(xShare(first.at, span) * viewBox.width)} ${zero}Z`
        : ''
    return { line, fill }
  })
  return { line: parts.map(({ line }) => line).join(''), fill: parts.map(({ fill }) => fill).join('') }
}

/** The index of the reading nearest to a time, by binary search; −1 if there is none. */
export function nearestIndex(points: readonly HistoryPoint[], at: number): number {
  let [low, high] = [0, points.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((points[middle]?.at ?? 0) < at) low = middle + 1
    else high = middle
  }
  const [before, after] = [points[low - 1], points[low]]
  if (before && after && at - before.at < after.at - at) return low - 1
  return after ? low : -1
}

function toCoordinates(point: HistoryPoint, span: Span, scale: MoneyScale): string {
  return `${round(xShare(point.at, span) * viewBox.width)} ${round(yShare(point.spendableCents, scale) * viewBox.height)}`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
