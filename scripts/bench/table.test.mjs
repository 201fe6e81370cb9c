import { expect, test } from 'vitest'
import { median, summarise, table } from './table.mjs'

const row = (change) => ({
  name: 'start',
  unit: 'ms',
  app: [110],
  bare: [100],
  goal: { ratio: 1.15 },
  ...change,
})

test('takes the median of the samples', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 3, 2])).toBe(2.5)
})

test('compares the median of the pairs’ ratios with the goal', () => {
  expect(summarise(row({}))).toMatchObject({ ratio: 1.1, reached: true })
  expect(summarise(row({ app: [116, 900, 90], bare: [100, 800, 50] }))).toMatchObject({
    ratio: 1.16,
    reached: false,
  })
})

test('compares the median of a row without a bare app with its limit', () => {
  const alone = { bare: [], goal: { max: 50 } }
  expect(summarise(row({ ...alone, app: [50, 10, 900] })).reached).toBe(true)
  expect(summarise(row({ ...alone, app: [51] })).reached).toBe(false)
})

test('misses the goal when nothing was measured', () => {
  expect(summarise(row({ app: [] })).reached).toBe(false)
  expect(summarise(row({ bare: [] })).reached).toBe(false)
  expect(summarise(row({ app: [], bare: [], goal: { max: 50 } })).reached).toBe(false)
})

test('prints medians, spread, ratio and goal', () => {
  expect(table([row({ app: [100, 130, 120], bare: [100, 100, 100] })])).toContain(
    '| start, ms | 120 (100–130) | 100 (100–100) | 1.20 | ≤ 1.15 | **no** |',
  )
})
