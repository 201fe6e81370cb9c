import fc from 'fast-check'
import { expect, it } from 'vitest'
import { union } from './movable.ts'

const row = fc.record({ id: fc.integer({ min: 0, max: 9 }), said: fc.integer({ min: 0, max: 2 }) })
const rows = fc.array(row)
const byId = (here: { id: number; said: number }[], come: { id: number; said: number }[]) =>
  union(here, come, ({ id }) => id)
/** Rows that are the same only when they say the same: readings. */
const whole = (one: { id: number; said: number }) => `${one.id} ${one.said}`

it('twice is once', () => {
  fc.assert(
    fc.property(rows, rows, (here, come) => {
      const once = byId(here, come)
      expect(byId(once, come)).toEqual(once)
    }),
  )
})

it('rows that are here stay as they are, and every other one comes once', () => {
  fc.assert(
    fc.property(fc.uniqueArray(row, { selector: ({ id }) => id }), rows, (here, come) => {
      const all = byId(here, come)
      expect(all.slice(0, here.length)).toEqual(here)
      const ids = all.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(new Set(ids)).toEqual(new Set([...here, ...come].map(({ id }) => id)))
    }),
  )
})

it('of rows that are the same only as a whole, it does not matter in which order they come', () => {
  const sorted = (all: { id: number; said: number }[]) => all.map(whole).sort()
  fc.assert(
    fc.property(rows, rows, rows, (a, b, c) => {
      const oneWay = union(union(a, b, whole), c, whole)
      const other = union(union(c, a, whole), b, whole)
      expect(sorted(oneWay)).toEqual(sorted(other))
    }),
  )
})
