import { expect, test } from 'vitest'
import { sparklinePath } from './sparkline-path.ts'

const box = { width: 64, height: 20, padding: 2 }

test('is zero based, and ends in a point', () => {
  const { path, end } = sparklinePath([100, 50, 75], box)
  expect(path).toBe('M2 2L32 10L62 6')
  expect(end).toEqual({ x: 62, y: 6 })
})

test('leaves a gap where nothing was read', () => {
  expect(sparklinePath([null, 100, null, 50, 50], box).path).toBe('M17 2M47 10L62 10')
})

test('shows less than nothing below a line at zero', () => {
  expect(sparklinePath([100, -100], box).path).toBe('M2 2L62 18')
})

test('an empty balance lies on the ground', () => {
  expect(sparklinePath([0, 0], box).path).toBe('M2 18L62 18')
  expect(sparklinePath([], box)).toEqual({ path: '', end: null })
})
