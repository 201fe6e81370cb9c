import { expect, it } from 'vitest'
import { RestartLimit } from './restart-limit.ts'

it('allows three in a minute, and more once the first are older', () => {
  const limit = new RestartLimit(3, 60_000)
  expect([0, 10, 20, 30].map((now) => limit.allows(now))).toEqual([true, true, true, false])
  expect(limit.allows(59_999)).toBe(false)
  expect(limit.allows(60_000)).toBe(true)
  expect(limit.allows(60_001)).toBe(false)
})
