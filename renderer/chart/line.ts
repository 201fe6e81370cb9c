/** The line of a chart as SVG paths, in a box of its own units that is stretched to its place. */
import type { HistoryPoint, HistoryView } from '../../preload/contract/index.ts'
import type { MoneyScale } from './money-scale.ts'

/** How wide and high the box is. */
export const box = { width: 1000, height: 100 }

type Span = { readonly from: number; readonly to: number }

/** Where a time lies, as a share of the width. */
export function across(at: number, { from, to }: Span): number {
  return to <= from ? 0 : Math.min(1, Math.max(0, (at - from) / (to - from)))
}

/** Where an amount lies, as a share of the height, from the top. */
export function down(cents: number, scale: Pick<MoneyScale, 'from' | 'to'>): number {
  return Math.min(1, Math.max(0, (scale.to - cents) / (scale.to - scale.from)))
}

/** The stretches that were read without a gap between. */
export function stretches(view: Pick<HistoryView, 'points' | 'gaps'>): readonly (readonly HistoryPoint[])[] {
  const all: HistoryPoint[][] = []
  let before: HistoryPoint | undefined
  for (const point of view.points) {
    const since = before?.at
    const apart = since === undefined || view.gaps.some((gap) => gap.from < point.at && gap.to > since)
    if (apart) all.push([point])
    else all.at(-1)?.push(point)
    before = point
  }
  return all
}

/** The line, and what lies between it and zero. A reading alone is a dot. */
export function paths(
  view: Pick<HistoryView, 'points' | 'gaps'>,
  span: Span,
  scale: MoneyScale,
): { readonly line: string; readonly fill: string } {
  const zero = round(down(0, scale) * box.height)
  const drawn = stretches(view).map((points) => {
    const places = points.map((point) => place(point, span, scale))
    const line = places.length === 1 ? `M${places[0]}h0` : `M${places.join('L')}`
    const [first, last] = [points[0], points.at(-1)]
    const fill =
      first && last && places.length > 1
        ? `${line}L${round(across(last.at, span) * box.width)} ${zero}L${round(across(first.at, span) * box.width)} ${zero}Z`
        : ''
    return { line, fill }
  })
  return { line: drawn.map(({ line }) => line).join(''), fill: drawn.map(({ fill }) => fill).join('') }
}

/** The reading that is nearest to a time; −1 when there is none. */
export function nearest(points: readonly HistoryPoint[], at: number): number {
  let [low, high] = [0, points.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((points[middle]?.at ?? 0) < at) low = middle + 1
    else high = middle
  }
  const [one, other] = [points[low - 1], points[low]]
  if (one && other && at - one.at < other.at - at) return low - 1
  return other ? low : -1
}

function place(point: HistoryPoint, span: Span, scale: MoneyScale): string {
  return `${round(across(point.at, span) * box.width)} ${round(down(point.spendableCents, scale) * box.height)}`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
