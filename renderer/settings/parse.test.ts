import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moneyForField, parseMoney, parseWhole } from './parse.ts'

test.each([
  ['10', 1000],
  ['10.5', 1050],
  ['10,50', 1050],
  [' $ 1,000.00 ', 100_000],
  ['1.000,00', 100_000],
  ['1,000', 100_000],
  ['10,50\u202f$', 1050],
  ['1\u202f000,00\u00a0$', 100_000],
  ['.5', 50],
  ['', null],
  ['  ', null],
])('%j is %j cents', (typed, value) => {
  expect(parseMoney(typed)).toEqual({ ok: true, value })
})

test.each([
  'ten',
  '-5',
  '0',
  '0.00',
  '1.2.3',
  '10.555',
  '1.000',
  '10,5555',
  '1,00,0',
  '.',
  '$',
  '1e3',
  '99999999999999999',
  '１０',
])('%j is no amount', (typed) => {
  expect(parseMoney(typed)).toEqual({ ok: false })
})

test('whole numbers, from 1 on', () => {
  expect(parseWhole(' 3 ', 365)).toEqual({ ok: true, value: 3 })
  expect(parseWhole('365', 365)).toEqual({ ok: true, value: 365 })
  expect(parseWhole('', 365)).toEqual({ ok: true, value: null })
  for (const typed of ['0', '366', '1.5', '-1', 'three', '9999999999'])
    expect(parseWhole(typed, 365)).toEqual({ ok: false })
})

test('what stands in the field is read as what it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 12 }), (cents) => {
      expect(parseMoney(moneyForField(cents))).toEqual({ ok: true, value: cents })
    }),
  )
})
