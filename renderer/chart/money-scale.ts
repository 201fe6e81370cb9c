/** The money axis of a chart. */
export type MoneyScale = {
  /** Cents at the lower and the upper edge; the range includes zero. */
  readonly from: number
  readonly to: number
  /** Cents between two grid lines. */
  readonly step: number
  /** The grid lines in ascending order, including both edges. */
  readonly lines: readonly number[]
}

/** Steps are whole cents, so that no label needs more than two decimals. */
const roundDigits = [1, 2, 5]

/** Returns a scale that covers both amounts and zero with at most `maxSteps` steps. */
export function moneyScale(lowest: number, highest: number, maxSteps = 4): MoneyScale {
  const below = Math.min(0, Math.floor(lowest))
  const above = Math.max(0, Math.ceil(highest))
  let step = roundStep((above - below) / maxSteps)
  while (Math.ceil(above / step) + Math.ceil(-below / step) > maxSteps) step = roundStep(step * 1.01)
  const from = -Math.ceil(-below / step) * step || 0
  const to = Math.max(Math.ceil(above / step) * step, from + step)
  const count = Math.round((to - from) / step)
  return { from, to, step, lines: Array.from({ length: count + 1 }, (_, index) => from + index * step) }
}

/** The next round step that is at least `min`. */
function roundStep(min: number): number {
  const cents = Math.max(1, min)
  const power = 10 ** Math.floor(Math.log10(cents))
  const digit = roundDigits.find((candidate) => candidate * power >= cents * (1 - 1e-9))
  return (digit ?? 10) * power
}
