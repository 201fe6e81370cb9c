import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moneyScale } from './money-scale.ts'

describe('the scale of the money axis', () => {
  test.each([
    [18_000, 27_520, 10_000, [0, 10_000, 20_000, 30_000]],
    [0, 100, 50, [0, 50, 100]],
    [0, 3, 1, [0, 1, 2, 3]],
    [0, 0, 1, [0, 1]],
    [-318, 500, 500, [-500, 0, 500]],
    [-900, -100, 500, [-1000, -500, 0]],
  ])('%d to %d cents goes in steps of %d', (lowest, highest, step, lines) => {
    expect(moneyScale(lowest, highest)).toMatchObject({ step, lines })
  })

  test('holds every amount and zero, in few round steps, zero on a line', () => {
    const cents = fc.double({ min: -1e9, max: 1e9, noNaN: true })
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        const { from, to, step, lines } = moneyScale(Math.min(a, b), Math.max(a, b))
        expect(from).toBeLessThanOrEqual(Math.min(0, a, b))
        expect(to).toBeGreaterThanOrEqual(Math.max(0, a, b))
        expect(lines).toContain(0)
        expect(lines.length).toBeGreaterThan(1)
        expect(lines.length).toBeLessThanOrEqual(5)
        expect(Number.isInteger(step)).toBe(true)
      }),
    )
  })
})
