import * as v from 'valibot'
import { expect, it } from 'vitest'
import { boundsSchema, noSavedBounds, openingBounds } from './window-bounds.ts'

const display = { x: 0, y: 27, width: 1280, height: 997 }
const second = { x: -1920, y: 0, width: 1920, height: 1080 }

it('opens with the default size where the system puts it', () => {
  expect(openingBounds(null, [display])).toEqual({ width: 420, height: 640 })
})

it('opens where it was', () => {
  const saved = { x: -500, y: 100, width: 500, height: 700 }
  expect(openingBounds(saved, [display, second])).toEqual(saved)
})

it('opens on another display when its own is gone or its title bar is out of reach', () => {
  const size = { width: 420, height: 640 }
  expect(openingBounds({ x: -1000, y: 100, ...size }, [display])).toEqual(size)
  expect(openingBounds({ x: 1279, y: 100, ...size }, [display])).toEqual(size)
  expect(openingBounds({ x: 100, y: -10, ...size }, [display])).toEqual(size)
  expect(openingBounds({ x: 100, y: 1020, ...size }, [display])).toEqual(size)
  expect(openingBounds({ x: 1100, y: 900, ...size }, [display])).toEqual({ x: 1100, y: 900, ...size })
})

it('is at least the minimum size and fits the display', () => {
  const saved = { x: 10, y: 30, width: 5000, height: 100 }
  expect(openingBounds(saved, [display])).toEqual({ x: 10, y: 30, width: 1280, height: 480 })
})

it('ignores a malformed document', () => {
  const bounds = { x: 1, y: 2, width: 400, height: 500 }
  expect(v.is(boundsSchema, JSON.parse(JSON.stringify({ ...noSavedBounds, bounds })))).toBe(true)
  expect(v.is(boundsSchema, { version: 1, bounds: { ...bounds, x: 1e99 } })).toBe(false)
  expect(v.is(boundsSchema, { version: 2, bounds })).toBe(false)
})
