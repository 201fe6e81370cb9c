import { expect, test } from 'vitest'
import { formatDaysWorth } from './days-worth.ts'

test.each([
  [5000, 2014, 'About 2.5 days’ worth.'],
  [2000, 2014, 'About a day’s worth.'],
  [1000, 2014, 'Less than a day’s worth.'],
  [10_000, 800, 'About 13 days’ worth.'],
  [10_000, 160, 'More than two months’ worth.'],
  [10_000, 0.5, 'More than two months’ worth.'],
])('%d cents at %d a day: %s', (cents, perDay, expected) => {
  expect(formatDaysWorth(cents, perDay)).toBe(expected)
})
