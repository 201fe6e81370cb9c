import fc from 'fast-check'
import { expect, test } from 'vitest'
import { load, speak, words } from '../../words/index.ts'
import { setRegionalFormats } from '../../words/time-texts.ts'
import { formatMoneyInput, parseMoney, parseWhole } from './parse-number.ts'

test.each([
  ['10', 1000],
  ['10.5', 1050],
  ['10,50', 1050],
  [' $ 1,000.00 ', 100_000],
  ['1.000,00', 100_000],
  ['1,000', 100_000],
  ['10,50\u202f$', 1050],
  ['1\u202f000,00\u00a0$', 100_000],
  ['US$ 10,50', 1050],
  ['10,50\u202f$US', 1050],
  ['.5', 50],
  ['', null],
  ['  ', null],
])('parses %j as %j cents', (typed, value) => {
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
])('refuses %j', (typed) => {
  expect(parseMoney(typed)).toEqual({ ok: false })
})

test.each([
  ['en', '1,000', '1.000'],
  ['de', '1.000', '1,000'],
  ['pt-BR', '1.000', '1,000'],
  ['ja', '1,000', '1.000'],
] as const)('%s: parses %j as a thousand and refuses %j', async (language, thousand, ambiguous) => {
  const before = words
  speak(await load(language))
  expect(parseMoney(thousand)).toEqual({ ok: true, value: 100_000 })
  expect(parseMoney(ambiguous)).toEqual({ ok: false })
  for (const typed of ['1.000,50', '1,000.50', '1000,5', '1000.50', '1\u202f000,50', '1 000,50 $'])
    expect(parseMoney(typed)).toEqual({ ok: true, value: 100_050 })
  speak(before)
})

test('the regional format decides what groups thousands, not the language', () => {
  setRegionalFormats({ times: null, numbers: null, money: 'de-DE' })
  expect(parseMoney('1.000')).toEqual({ ok: true, value: 100_000 })
  expect(parseMoney('1,000')).toEqual({ ok: false })
  setRegionalFormats({ times: null, numbers: null, money: 'de-CH' })
  for (const typed of ["1'000.50", '$ 1’000.50'])
    expect(parseMoney(typed)).toEqual({ ok: true, value: 100_050 })
  setRegionalFormats({ times: null, numbers: null, money: null })
})

test('parses whole numbers within the limits', () => {
  expect(parseWhole(' 3 ', 365)).toEqual({ ok: true, value: 3 })
  expect(parseWhole('365', 365)).toEqual({ ok: true, value: 365 })
  expect(parseWhole('', 365)).toEqual({ ok: true, value: null })
  for (const typed of ['0', '366', '1.5', '-1', 'three', '9999999999'])
    expect(parseWhole(typed, 365)).toEqual({ ok: false })
})

test('parses what it has formatted', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 12 }), (cents) => {
      expect(parseMoney(formatMoneyInput(cents))).toEqual({ ok: true, value: cents })
    }),
  )
})
