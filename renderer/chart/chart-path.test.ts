import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { HistoryPoint } from '../../preload/contract/index.ts'
import { chartPaths, nearestIndex, segments, spanWithForecast, xShare, yShare } from './chart-path.ts'
import { moneyScale } from './money-scale.ts'

const point = (at: number, spendableCents = 100): HistoryPoint => ({ at, spendableCents, heldCents: 0 })
const span = { from: 0, to: 1000 }

describe('the path of a chart', () => {
  test('breaks at gaps', () => {
    const points = [point(0), point(10), point(20), point(90), point(100)]
    const read = segments({ points, gaps: [{ from: 20, to: 90 }] })
    expect(read.map((segment) => segment.map(({ at }) => at))).toEqual([
      [0, 10, 20],
      [90, 100],
    ])
  })

  test('draws from left to right and fills down to zero', () => {
    const view = { points: [point(0, 200), point(500, 100), point(1000, 0)], gaps: [] }
    expect(chartPaths(view, span, moneyScale(0, 200))).toEqual({
      line: 'M0 0L500 50L1000 100',
      fill: 'M0 0L500 50L1000 100L1000 100L0 100Z',
    })
  })

  test('draws a single reading as a dot', () => {
    expect(chartPaths({ points: [point(500, 100)], gaps: [] }, span, moneyScale(0, 200))).toEqual({
      line: 'M500 50h0',
      fill: '',
    })
  })

  test('fills upwards below zero', () => {
    const scale = moneyScale(-100, 100)
    expect(yShare(0, scale)).toBe(0.5)
    expect(chartPaths({ points: [point(0, -100), point(1000, -100)], gaps: [] }, span, scale).fill).toContain(
      'L1000 50L0 50Z',
    )
  })

  test('clamps positions to the chart', () => {
    expect([xShare(-5, span), xShare(2000, span), xShare(5, { from: 3, to: 3 })]).toEqual([0, 1, 0])
  })
})

test('a forecast takes half of the width at most', () => {
  expect(spanWithForecast(0, 70, null)).toEqual({ from: 0, to: 70 })
  expect(spanWithForecast(0, 70, 100)).toEqual({ from: 0, to: 100 })
  expect(spanWithForecast(0, 70, 900)).toEqual({ from: 0, to: 140 })
})

test('nearestIndex finds the reading with the least distance', () => {
  const times = fc.uniqueArray(fc.nat(10_000), { minLength: 1, maxLength: 50 })
  fc.assert(
    fc.property(times, fc.nat(10_000), (found, at) => {
      const points = found.sort((a, b) => a - b).map((time) => point(time))
      const best = Math.min(...points.map((candidate) => Math.abs(candidate.at - at)))
      expect(Math.abs((points[nearestIndex(points, at)]?.at ?? Number.NaN) - at)).toBe(best)
    }),
  )
  expect(nearestIndex([], 5)).toBe(-1)
})
