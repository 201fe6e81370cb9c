import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanText } from './text.ts'

test('removes what could reorder or break a line', () => {
  expect(cleanText('a\u202Eb\u2066c\u0000d\ne\u2028f\u200F')).toBe('abc d e f')
})

test('keeps every script and truncates between characters', () => {
  expect(cleanText('Tomás 東京 🙂')).toBe('Tomás 東京 🙂')
  expect(cleanText('🙂'.repeat(300), 10)).toBe(`${'🙂'.repeat(9)}…`)
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
