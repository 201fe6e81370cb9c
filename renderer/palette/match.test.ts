import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, matches, parts, typedWords } from './match.ts'

const found = (text: string, typed: string) => matches(text, typedWords(typed))
const marked = (text: string, typed: string) =>
  parts(text, typedWords(typed))
    .map(({ text: part, hit }) => (hit ? `[${part}]` : part))
    .join('')

test('each typed word begins a word, in any order', () => {
  expect(found('Rotate prod-eu-1…', 'rot')).toBe(true)
  expect(found('Rotate prod-eu-1…', 'eu rot')).toBe(true)
  expect(found('Rotate prod-eu-1…', 'prod-eu')).toBe(true)
  expect(found('Rotate prod-eu-1…', 'tate')).toBe(false)
  expect(found('Rotate prod-eu-1…', 'rot us')).toBe(false)
  expect(found('Anything', '  ')).toBe(true)
})

test('case and accents make no difference, on either side', () => {
  expect(found('Tomás Okafor', 'TOMAS')).toBe(true)
  expect(found('Tomas Okafor', 'tomás')).toBe(true)
})

test('scripts without spaces are cut into words', () => {
  expect(found('残高を更新', '更新')).toBe(true)
})

test('what was typed is marked', () => {
  expect(marked('Rotate ci', 'rot')).toBe('[Rot]ate ci')
  expect(marked('Tomás', 'tomas')).toBe('[Tomás]')
  expect(marked('Toma\u0301s', 'toma')).toBe('[Toma\u0301]s')
  expect(marked('prod-eu-1', 'prod-eu')).toBe('[prod-eu]-1')
  expect(marked('New key', 'new key n')).toBe('[New] [key]')
})

test('the parts are the text, whatever is typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, typed) => {
      expect(
        parts(text, typedWords(typed))
          .map((part) => part.text)
          .join(''),
      ).toBe(text)
    }),
  )
})

test('a name is found by itself', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zà-ž]{1,8}( [a-zà-ž]{1,8}){0,3}$/), (name) => {
      expect(found(name, name)).toBe(true)
      expect(found(name, fold(name).slice(0, 3))).toBe(true)
    }),
  )
})
