import { afterEach, describe, expect, test } from 'vitest'
import type { DisplayLanguage, RegionalFormats } from '../preload/contract/index.ts'
import { load, speak } from './desktop.ts'
import {
  age,
  axisMoney,
  count,
  countdown,
  currencySign,
  date,
  decimalDollars,
  duration,
  moment,
  money,
  percent,
  plainMoney,
  spokenSentences,
  timeLeft,
  timeOfDay,
  weekdayDate,
  wholeSeconds,
} from './format.ts'
import { setRegionalFormats } from './time-texts.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const now = new Date(2026, 10, 23, 14, 32).getTime()

/** Speaks a language on a system with these formats. */
async function speakWith(language: DisplayLanguage, formats: Partial<RegionalFormats>): Promise<void> {
  speak(await load(language))
  setRegionalFormats({ times: null, numbers: null, money: null, ...formats })
}
afterEach(() => speakWith('en', {}))

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

test('uses the formats of the language where ICU lacks those of the region', async () => {
  const formatted = () => [money(123456).text, count(1234), moment(now - 99 * hour, now)]
  await speakWith('de', {})
  const own = formatted()
  await speakWith('de', { times: 'tlh-XX', numbers: 'tlh-XX', money: 'tlh-XX' })
  expect(formatted()).toEqual(own)
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
    await speakWith(language, {})
    expect(money(5000).text).toBe(text)
    expect(currencySign()).toEqual({ before, after })
  },
)

test.each([
  ['en', 30_000, 10_000, '$300'],
  ['en', -30_000, 10_000, '−$300'],
  ['en', 150, 50, '$1.50'],
  ['pt-BR', 200_000, 50_000, '$\u00a02.000'],
  ['es', 200_000, 50_000, '2000\u00a0$'],
] as const)('%s: %d cents on an axis with steps of %d: %s', async (language, cents, step, text) => {
  await speakWith(language, {})
  expect(axisMoney(cents, step)).toBe(text)
})

test.each([
  ['en', '10 minutes', '90 seconds', 'A title. A sentence. Why?'],
  ['ja', '10分', '90秒', 'A title。A sentence.Why?'],
  ['zh-CN', '10 分钟', '90 秒', 'A title。A sentence.Why?'],
] as const)(
  '%s writes durations and joins sentences by its own rules',
  async (language, ten, ninety, spoken) => {
    await speakWith(language, {})
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
  const narrow = (text: string) => text.replaceAll(/\s/g, ' ')

  test('without regional formats, as is usual in the language of the words', async () => {
    expect(narrow(timeOfDay(now))).toBe('2:32 PM')
    await speakWith('de', {})
    expect(timeOfDay(now)).toBe('14:32')
  })

  test.each([
    ['en', 'de-DE', '14:32', '23 Nov', 'Mon, 23 Nov'],
    ['en', 'en-GB', '14:32', '23 Nov', 'Mon, 23 Nov'],
    ['en', 'fr-CA', '14:32', 'Nov 23', 'Mon, Nov 23'],
    ['en', 'ja-JP', '14:32', 'Nov 23', 'Mon, Nov 23'],
    ['en', 'ar-EG', '2:32 PM', 'Nov 23', 'Mon, Nov 23'],
    ['en', 'he-IL', '14:32', '23 Nov', 'Mon, 23 Nov'],
    ['de', 'en-US', '2:32 PM', '23. Nov.', 'Mo, 23. Nov.'],
    ['zh-CN', 'en-US', '下午2:32', '11月23日', '11月23日 周一'],
    ['pt-BR', 'pt-PT', '14:32', '23/11', 'segunda, 23/11'],
    ['ja', 'en-US', '午後2:32', '11月23日', '11月23日（月）'],
  ] as const)('%s words, %s times: %s, %s', async (language, times, time, day, weekday) => {
    await speakWith(language, { times })
    expect(narrow(timeOfDay(now))).toBe(time)
    expect(date(now, now)).toBe(day)
    expect(weekdayDate(now, now)).toBe(weekday)
  })

  test('midnight is 00 on a clock of 24 hours', async () => {
    await speakWith('en', { times: 'en-GB' })
    expect(timeOfDay(new Date(2026, 10, 23, 0, 5).getTime())).toBe('00:05')
  })

  test('the year is named only where it differs', () => {
    expect(date(new Date(2026, 1, 1).getTime(), now)).toBe('Feb 1')
    expect(date(new Date(2027, 1, 1).getTime(), now)).toBe('Feb 1, 2027')
  })

  test('the day is named only where it is another one', async () => {
    await speakWith('en', { times: 'en-CA' })
    expect(narrow(moment(new Date(2026, 10, 23, 9, 12).getTime(), now))).toBe('9:12 a.m.')
    expect(narrow(moment(new Date(2026, 10, 22, 23, 59).getTime(), now))).toBe('Nov 22, 11:59 p.m.')
  })
})

describe('numbers and amounts in the formats of the system', () => {
  /** Versions of ICU differ in these. */
  const plain = (text: string) => text.replaceAll(/\s/g, ' ').replaceAll('’', "'")

  test.each([
    ['de-DE', '1.234,56 $', '12.345'],
    ['en-GB', 'US$1,234.56', '12,345'],
    ['fr-FR', '1 234,56 $US', '12 345'],
    ['de-CH', "$ 1'234.56", "12'345"],
    ['hi-IN', '$1,234.56', '12,345'],
    ['bn-BD', '1,234.56 US$', '12,345'],
    // Arabic letters or marks of direction amid English: the format of the language instead.
    ['ar-EG', '$1,234.56', '12,345'],
    ['he-IL', '$1,234.56', '12,345'],
    ['fa-IR', '$1,234.56', '12,345'],
  ])('English words on a system of %s: %s', async (tag, amount, number) => {
    await speakWith('en', { numbers: tag, money: tag })
    expect(plain(money(123_456).text)).toBe(amount)
    expect(plain(money(-123_456).text)).toBe(`−${amount}`)
    expect(plain(count(12_345))).toBe(number)
  })

  test('the language that is chosen changes words only', async () => {
    await speakWith('de', { times: 'en-US', numbers: 'en-US', money: 'en-US' })
    expect(money(123_456).text).toBe('$1,234.56')
    expect(money(0.2).text).toBe('weniger als $0.01')
    expect(age(now - minute, now)).toBe('vor 1 Min.')
  })

  test('amounts are formatted apart from other numbers', async () => {
    await speakWith('en', { numbers: 'en-US', money: 'de-DE' })
    expect([money(123_456).cents, plainMoney(123_456), count(12_345), percent(0.45)]).toEqual([
      ',56',
      '1.234,56',
      '12,345',
      '45%',
    ])
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

describe('a change of the time zone', () => {
  const zone = process.env.TZ
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  })

  test('is followed at once, and each time has the offset of its own day', () => {
    const winter = Date.UTC(2026, 0, 15, 11, 5)
    const summer = Date.UTC(2026, 6, 15, 22, 30)
    process.env.TZ = 'Europe/Berlin'
    expect([timeOfDay(winter), timeOfDay(summer), date(summer, summer)]).toEqual([
      '12:05 PM',
      '12:30 AM',
      'Jul 16',
    ])
    process.env.TZ = 'Africa/Lagos'
    expect([timeOfDay(winter), timeOfDay(summer), date(summer, summer)]).toEqual([
      '12:05 PM',
      '11:30 PM',
      'Jul 15',
    ])
    process.env.TZ = 'Asia/Kathmandu'
    expect([timeOfDay(winter), weekdayDate(summer, summer)]).toEqual(['4:50 PM', 'Thu, Jul 16'])
  })
})
