import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanText, displayName, graphemes } from './text.ts'

test('removes what could reorder or break a line', () => {
  expect(cleanText('a\u202Eb\u2066c\u0000d\ne\u2028f\u200F')).toBe('abc d e f')
})

test('keeps every script and truncates between characters', () => {
  expect(cleanText(' a b~ ')).toBe('a b~')
  expect(cleanText(` ${'x'.repeat(10)} `, 10)).toBe('x'.repeat(10))
  expect(cleanText(` ${'x'.repeat(11)} `, 10)).toBe(`${'x'.repeat(9)}…`)
  expect([cleanText('a\tb'), cleanText('a\u007Fb')]).toEqual(['a b', 'a b'])
  expect(cleanText('Tomás 東京 🙂')).toBe('Tomás 東京 🙂')
  expect(cleanText('🙂'.repeat(300), 10)).toBe(`${'🙂'.repeat(9)}…`)
})

/** Nothing of these is visible: blanks, marks without ink, and letters that are drawn as blanks. */
const unseen = [
  '',
  '  ',
  '\u00A0\u2003',
  '\u200B',
  '\u200E',
  '\u2060',
  '\u00AD',
  '\u3164',
  '\uFFA0',
  '\u2800',
  '\u115F',
].concat(['\uFE0F', '\u034F', '\u{E0041}', '\u180E', '\u{1D159}', '\uFFF9\uFFFB', ' \u2800\u200B\n\u00AD '])

test.each(unseen)('%j shows nothing, so it counts as empty', (text) => {
  expect(cleanText(text)).toBe('')
  expect(displayName('org_1', text)).toBe('org_1')
  expect(displayName(text, null)).toBe('?')
})

test('a name is shown as it is, and without one the ID', () => {
  expect(displayName('org_1', 'Halden')).toBe('Halden')
  expect(displayName('org_1', null)).toBe('org_1')
  // The joiner is part of the family.
  expect(displayName('org_1', '👨\u200D👩\u200D👧')).toBe('👨\u200D👩\u200D👧')
})

test('truncates between grapheme clusters', () => {
  const family = '👩🏻‍❤️‍💋‍👩🏻'
  expect(cleanText(`${'x'.repeat(196)}🇩🇪🇫🇷`)).toBe(`${'x'.repeat(196)}🇩🇪🇫🇷`)
  expect(cleanText(`${'x'.repeat(197)}🇩🇪🇫🇷`)).toBe(`${'x'.repeat(197)}🇩🇪…`)
  expect(cleanText(`${'x'.repeat(198)}🇩🇪🇫🇷`)).toBe(`${'x'.repeat(198)}…`)
  expect(cleanText(family.repeat(12), 25)).toBe(`${family.repeat(2)}…`)
  expect(cleanText('e\u0301'.repeat(12), 10)).toBe(`${'e\u0301'.repeat(4)}…`)
  expect(cleanText('क्ष्म्यांक'.repeat(3))).toBe('क्ष्म्यांक'.repeat(3))
})

test('bounds a single grapheme cluster', () => {
  expect(cleanText(`a${'\u0301'.repeat(150)}b`)).toBe(`a${'\u0301'.repeat(4)}b`)
  expect(cleanText('\u0301'.repeat(150))).toBe('\u0301'.repeat(4))
  expect(cleanText(`${'👩\u200D'.repeat(99)}👩`)).toBe('👩\u200D👩\u200D👩\u200D👩\u200D👩')
  expect([...cleanText(`a${'\u200C\u0301'.repeat(99)}`)].length).toBeLessThanOrEqual(10)
  expect([...graphemes(`a${'🏽'.repeat(99)}`)]).toEqual([`a${'🏽'.repeat(9)}`])
})

test('never cuts within a grapheme cluster of ordinary length', () => {
  const clusters = ['a', 'é', 'e\u0301', '🇩🇪', '🇫🇷', '👩🏻‍❤️‍💋‍👩🏻', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '3️⃣', 'ध', '각', '\u{1D49C}']
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...clusters), { maxLength: 60 }), fc.nat(40), (names, max) => {
      const text = names.join('')
      const whole = Array.from(new Intl.Segmenter('und').segment(text), ({ segment }) => segment)
      expect([...graphemes(text)]).toEqual(whole)
      const cleaned = cleanText(text, max + 1)
      expect([...cleaned].length).toBeLessThanOrEqual(max + 1)
      const beginnings = whole.map((_, index) => `${whole.slice(0, index).join('')}…`)
      expect([...beginnings, text]).toContain(cleaned)
    }),
  )
})

const face = '❤️\u200D🔥'
const flag = '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}'

test.each([
  ['emoji with their joiners and forms', `${face} 👩🏻\u200D🚀 ✔\uFE0E 3\uFE0F\u20E3 ${flag}`],
  ['Persian with a non-joiner', 'می\u200Cخواهم'],
  ['Indic conjuncts', 'क्\u200Dष ක්\u200Dර'],
  ['a variant of a Han character', '葛\u{E0100}城'],
])('keeps %s', (_, text) => {
  expect(cleanText(text)).toBe(text)
})

test.each([
  ['between letters', 'ad\u200Bmin\u2060\u00AD'],
  ['as a joiner that joins nothing', 'ad\u200Dmi\u200Cn\u200D'],
  ['as a form of a letter', 'ad\uFE0Fmin\u{E0100}'],
  ['as tags without a flag', 'admin\u{E0061}\u{E007F}'],
  ['as fillers', 'ad\u3164min\u115F\uFFA0\u034F\u180E'],
])('removes what nobody sees %s, as two names would look the same', (_, text) => {
  expect(cleanText(text)).toBe('admin')
})

test('an emoji takes one form and one joiner, and nothing unseen behind them', () => {
  expect(cleanText('❤\uFE0F\uFE0F')).toBe('❤')
  expect(cleanText('❤\uFE0F\u200D\u200D🔥')).toBe('❤🔥')
  expect(cleanText('❤\u200D')).toBe('❤')
})

test('removes every control character and bounds the length of any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
      const cleaned = cleanText(text)
      expect([...cleaned].length).toBeLessThanOrEqual(200)
      expect(cleaned).not.toMatch(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u)
    }),
  )
})
