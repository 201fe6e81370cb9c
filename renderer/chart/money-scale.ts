/** The money axis of a chart. */
export type MoneyScale = {
  /** Cents at the lower and the upper edge; zero lies between them or on one of them. */
  readonly from: number
  readonly to: number
  /** Cents from one grid line to the next. */
  readonly step: number
  /** The grid lines, the lowest first, both edges among them. */
  readonly lines: readonly number[]
}

/** Round numbers of whole cents, so that no label needs more digits than money has. */
const roundest = [1, 2, 5]

/**
 * The scale from zero (or from below it, where the balance was) to what was highest.
 * @param most how many steps at most
 */
export function moneyScale(lowest: number, highest: number, most = 4): MoneyScale {
  const below = Math.min(0, Math.floor(lowest))
  const above = Math.max(0, Math.ceil(highest))
  let step = roundStep((above - below) / most)
  while (Math.ceil(above / step) + Math.ceil(-below / step) > most) step = roundStep(step * 1.01)
  const from = -Math.ceil(-below / step) * step || 0
  const to = Math.max(Math.ceil(above / step) * step, from + step)
  const count = Math.round((to - from) / step)
  return { from, to, step, lines: Array.from({ length: count + 1 }, (_, index) => from + index * step) }
}

/** The roundest step that isn't smaller. */
function roundStep(atLeast: number): number {
  const whole = Math.max(1, atLeast)
  const power = 10 ** Math.floor(Math.log10(whole))
  const found = roundest.find((digit) => digit * power >= whole * (1 - 1e-9))
  return found === undefined ? 10 * power : found * power
}
