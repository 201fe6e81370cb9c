import { expect, test } from 'vitest'
import { UserInput } from './user-input.ts'

test('counts a click, a touch or a key press once, within a time limit', () => {
  let now = 0
  const input = new UserInput(() => now)
  expect(input.consume(5000)).toBe(false)
  for (const type of ['mouseDown', 'touchStart', 'gestureTap', 'keyDown', 'rawKeyDown'] as const) {
    input.add({ type })
    now += 5000
    expect(input.consume(5000), type).toBe(true)
    expect(input.consume(5000), type).toBe(false)
    input.add({ type })
    now += 5001
    expect(input.consume(5000), type).toBe(false)
  }
})

test('ignores moving, scrolling and releasing', () => {
  const input = new UserInput(() => 0)
  for (const type of ['mouseMove', 'mouseEnter', 'mouseWheel', 'mouseUp', 'keyUp', 'touchEnd'] as const)
    input.add({ type })
  expect(input.consume(5000)).toBe(false)
})

test('an input stays known until it is consumed or too old', () => {
  let now = 0
  const input = new UserInput(() => now)
  expect(input.isWithin(2000)).toBe(false)
  input.add({ type: 'keyDown' })
  now = 2000
  expect(input.isWithin(2000)).toBe(true)
  expect(input.isWithin(1999)).toBe(false)
  expect(input.consume(2000)).toBe(true)
  expect(input.isWithin(2000)).toBe(false)
})
