import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkAmount, leftToday, parseAmount } from './amount.ts'

describe('parsing an amount', () => {
  test.each([
    ['25', 2500],
    ['25.5', 2550],
    ['25,50', 2550],
    ['25.', 2500],
    ['.5', 50],
    ['$12.50', 1250],
    [' 12.50 $ ', 1250],
    ['US$ 12,50', 1250],
    ['12,50\u00a0$US', 1250],
    ['1,000', 100_000],
    ['1,234,567.89', 123_456_789],
    ['0', 0],
    ['007', 700],
  ])('%s is %d cents', (typed, cents) => {
    expect(parseAmount(typed)).toEqual({ kind: 'amount', cents })
  })

  test.each(['', '   ', '$'])('"%s" is empty', (typed) => {
    expect(parseAmount(typed)).toEqual({ kind: 'empty' })
  })

  test.each([
    'abc',
    '1.234',
    '1.2.3',
    '-5',
    '1e3',
    '1,00,0',
    '12,5000',
    '.',
    '٣',
    '0x10',
    '5 €',
    '9'.repeat(40),
  ])('refuses "%s"', (typed) => {
    expect(parseAmount(typed)).toEqual({ kind: 'not-an-amount' })
  })

  test('is exact to the cent', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), (cents) => {
        expect(parseAmount((cents / 100).toFixed(2))).toEqual({ kind: 'amount', cents })
      }),
    )
  })
})

describe('checking an amount', () => {
  test.each([
    [99, null, 'too-little'],
    [100, null, null],
    [10_000, null, null],
    [10_001, null, 'too-much'],
    [5000, 5000, null],
    [5001, 5000, 'over-limit'],
    [5000, 0, 'limit-reached'],
    [5000, 99, 'limit-reached'],
  ])('%d cents with %s left of the limit: %s', (cents, left, why) => {
    expect(checkAmount(cents, left)).toBe(why)
  })

  test('nothing is left if more was added than the limit allows', () => {
    expect([leftToday(null, 500), leftToday(15_000, 5000), leftToday(1000, 5000)]).toEqual([null, 10_000, 0])
  })
})
