import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, matchesTerms, parseTerms, splitMatches } from './text-search.ts'

const found = (text: string, query: string) => matchesTerms(text, parseTerms(query))
const marked = (text: string, query: string) =>
  splitMatches(text, parseTerms(query))
    .map(({ text: part, isMatch }) => (isMatch ? `[${part}]` : part))
    .join('')

test('matches word prefixes in any order', () => {
  expect(found('Rotate prod-eu-1…', 'rot')).toBe(true)
  expect(found('Rotate prod-eu-1…', 'eu rot')).toBe(true)
  expect(found('Rotate prod-eu-1…', 'prod-eu')).toBe(true)
  expect(found('Rotate prod-eu-1…', 'tate')).toBe(false)
  expect(found('Rotate prod-eu-1…', 'rot us')).toBe(false)
  expect(found('Anything', '  ')).toBe(true)
})

test('ignores case and accents in text and query', () => {
  expect(found('Tomás Okafor', 'TOMAS')).toBe(true)
  expect(found('Tomas Okafor', 'tomás')).toBe(true)
})

test('finds words in scripts without spaces', () => {
  expect(found('残高を更新', '更新')).toBe(true)
})

test('splits the text at matches', () => {
  expect(marked('Rotate ci', 'rot')).toBe('[Rot]ate ci')
  expect(marked('Tomás', 'tomas')).toBe('[Tomás]')
  expect(marked('Toma\u0301s', 'toma')).toBe('[Toma\u0301]s')
  expect(marked('prod-eu-1', 'prod-eu')).toBe('[prod-eu]-1')
  expect(marked('New key', 'new key n')).toBe('[New] [key]')
})

test('parts add up to the text for any query', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, query) => {
      expect(
        splitMatches(text, parseTerms(query))
          .map((part) => part.text)
          .join(''),
      ).toBe(text)
    }),
  )
})

test('finds a name by itself and by its first letters', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zàéîõüçñşž]{1,8}( [a-zàéîõüçñşž]{1,8}){0,3}$/), (name) => {
      expect(found(name, name)).toBe(true)
      expect(found(name, fold(name).slice(0, 3))).toBe(true)
    }),
  )
})
