import { describe, expect, test } from 'vitest'
import type { HistoryDay } from '../../preload/contract/index.ts'
import { dayNotes, isToday } from './day-notes.ts'

const hour = 3600_000
const at = (day: number, hours = 0) => new Date(2026, 10, day, hours).getTime()
const now = at(18, 14)

const day = (change: Partial<HistoryDay>): HistoryDay => ({
  from: at(17),
  to: at(18),
  spentCents: 100,
  addedCents: 0,
  leftCents: 100,
  unreadMs: 0,
  ...change,
})

describe('notes of a day', () => {
  test('none for a complete day', () => {
    expect(dayNotes(day({}), now)).toEqual([])
  })

  test('marks today', () => {
    expect(isToday(day({ from: at(18) }), now)).toBe(true)
    expect(dayNotes(day({ from: at(18), to: now }), now)).toEqual([{ kind: 'so-far' }])
  })

  test('gives the time of a first reading in the middle of the day', () => {
    expect(dayNotes(day({ from: at(11, 14), to: at(12) }), now)).toEqual([{ kind: 'from', at: at(11, 14) }])
  })

  test('gives the length of gaps from one hour on', () => {
    expect(dayNotes(day({ unreadMs: hour - 1 }), now)).toEqual([])
    expect(dayNotes(day({ unreadMs: 13 * hour }), now)).toEqual([{ kind: 'not-read', ms: 13 * hour }])
  })
})
