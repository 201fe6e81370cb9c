import { afterEach, describe, expect, test } from 'vitest'
import type { Language } from '../preload/contract/index.ts'
import {
  age,
  countdown,
  currencySign,
  date,
  decimalDollars,
  duration,
  moment,
  money,
  spokenSentences,
  timeLeft,
  timeOfDay,
  wholeSeconds,
} from './format.ts'
import { load, speak } from './index.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const now = new Date(2026, 10, 23, 14, 32).getTime()

const speakForTest = async (language: Language) => speak(await load(language))
afterEach(() => speakForTest('en'))

describe('money', () => {
  test.each([
    [18420, '$184.20'],
    [0, '$0.00'],
    [-410, '−$4.10'],
    [123456789, '$1,234,567.89'],
    [100.5, '$1.01'],
    [-100.5, '−$1.01'],
    [100.49, '$1.00'],
    [0.5, '$0.01'],
    [0.49, 'less than $0.01'],
    [-0.2, 'less than $0.01 below zero'],
    [-0, '$0.00'],
    [9.1e-13, '$0.00'],
    [-9.1e-13, '$0.00'],
  ])('%d cents is %s', (cents, text) => {
    expect(money(cents).text).toBe(text)
  })

  test('sets the cents apart', () => {
    expect(money(-18420)).toMatchObject({ before: '−$184', cents: '.20', after: '', inWords: false })
    expect(money(0.3)).toMatchObject({ before: 'less than $0.01', cents: '', inWords: true })
  })
})

test.each([
  [18420, '184.20'],
  [0, '0.00'],
  [-410, '-4.10'],
  [123456789, '1234567.89'],
  [17000.5, '170.005'],
  [-0.2, '-0.002'],
  [1e15, '10000000000000.00'],
])('%d cents for other programs: %s', (cents, text) => {
  expect(decimalDollars(cents)).toBe(text)
  expect(Number(text)).toBe(cents / 100)
})

test.each([
  ['en', '$50.00', '$', ''],
  ['de', '50,00\u00a0$', '', '\u00a0$'],
  ['es', '50,00\u00a0US$', '', '\u00a0US$'],
  ['fr', '50,00\u00a0$US', '', '\u00a0$US'],
  ['ja', '$50.00', '$', ''],
  ['pt-BR', 'US$\u00a050,00', 'US$\u00a0', ''],
  ['zh-CN', 'US$50.00', 'US$', ''],
] as const)(
  '%s writes dollars as %s, and a field has the sign there too',
  async (language, text, before, after) => {
    await speakForTest(language)
    expect(money(5000).text).toBe(text)
    expect(currencySign()).toEqual({ before, after })
  },
)

test.each([
  ['en', '10 minutes', '90 seconds', 'A title. A sentence. Why?'],
  ['ja', '10分', '90秒', 'A title。A sentence.Why?'],
  ['zh-CN', '10 分钟', '90 秒', 'A title。A sentence.Why?'],
] as const)(
  '%s writes durations and joins sentences by its own rules',
  async (language, ten, ninety, spoken) => {
    await speakForTest(language)
    expect([duration(10 * minute), duration(90 * second)]).toEqual([ten, ninety])
    expect(spokenSentences('A title', '', 'A sentence.', 'Why?')).toBe(spoken)
  },
)

describe('age', () => {
  test.each([
    [0, 'just now'],
    [59 * second, 'just now'],
    [minute, '1 min ago'],
    [59 * minute + 59 * second, '59 min ago'],
    [hour, '1 h ago'],
    [5 * hour + 40 * minute, '5 h ago'],
    [24 * hour, 'Nov 22'],
    [-5 * minute, 'just now'],
  ])('%d ms ago is %s', (passed, text) => {
    expect(age(now - passed, now)).toBe(text)
  })
})

describe('times', () => {
  test('the hour is written as the system has it', () => {
    expect(timeOfDay(now, false)).toBe('14:32')
    expect(timeOfDay(new Date(2026, 10, 23, 0, 5).getTime(), false)).toBe('00:05')
    expect(timeOfDay(now, true)).toMatch(/^2:32\sPM$/)
  })

  test('the year is named only where it differs', () => {
    expect(date(new Date(2026, 1, 1).getTime(), now)).toBe('Feb 1')
    expect(date(new Date(2027, 1, 1).getTime(), now)).toBe('Feb 1, 2027')
  })

  test('the day is named only where it is another one', () => {
    expect(moment(new Date(2026, 10, 23, 9, 12).getTime(), now, false)).toBe('09:12')
    expect(moment(new Date(2026, 10, 22, 23, 59).getTime(), now, false)).toBe('Nov 22, 23:59')
  })
})

describe('durations', () => {
  test.each([
    [522 * second, '8:42'],
    [hour + 8 * minute + 2 * second, '1:08:02'],
    [1, '0:01'],
    [0, '0:00'],
    [-minute, '0:00'],
  ])('a countdown of %d ms is %s', (ms, text) => {
    expect(countdown(ms)).toBe(text)
  })

  test.each([
    [10 * minute, '10 minutes'],
    [90 * second, '90 seconds'],
    [second, '1 second'],
    [0, '1 second'],
    [3 * hour, '3 hours'],
  ])('%d ms in words is %s', (ms, text) => {
    expect(duration(ms)).toBe(text)
  })

  test('whole seconds reach zero only at the end', () => {
    expect([1001, 1000, 1, 0, -1].map(wholeSeconds)).toEqual([2, 1, 1, 0, 0])
  })
})

test.each([
  [75.9 * 24 * hour, '75 days'],
  [7 * 24 * hour - minute, '6 days 23 h'],
  [25 * hour, '1 day 1 h'],
  [2 * 24 * hour, '2 days'],
  [3 * hour + 4 * minute, '3 h 4 min'],
  [7 * minute + 12 * second, '7 min 12 s'],
  [7 * minute + 11.2 * second, '7 min 12 s'],
  [minute, '1 min'],
  [59 * second, '59 s'],
  [-1, '0 s'],
])('%d ms are left as %s', (ms, text) => {
  expect(timeLeft(ms)).toBe(text)
})
