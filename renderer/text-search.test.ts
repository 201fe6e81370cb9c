import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { fold, matchesTerms, parseTerms, splitMatches } from './text-search.ts'

const found = (text: string, query: string) => matchesTerms(text, parseTerms(query))
const marked = (text: string, query: string) =>
  splitMatches(text, parseTerms(query))
    .map(({ text: part, isMatch }) => (isMatch ? `[${part}]` : part))
    .join('')

afterEach(() => vi.restoreAllMocks())

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

test('ignores case in the same way on a Turkish system', () => {
  const { toLocaleLowerCase } = String.prototype
  vi.spyOn(String.prototype, 'toLocaleLowerCase').mockImplementation(function (this: string, locale) {
    return toLocaleLowerCase.call(this, locale ?? 'tr')
  })
  for (const city of ['istanbul', 'Istanbul', 'İstanbul', 'ISTANBUL', 'I\u0307stanbul', 'ıstanbul'])
    for (const query of ['istanbul', 'ISTANBUL', 'İSTANBUL', 'ıst']) expect(found(city, query)).toBe(true)
  expect(found('Diyarbakır', 'diyarbakir')).toBe(true)
})

test.each([
  ['Straße', 'strasse'],
  ['STRAẞE', 'strasse'],
  ['Strasse', 'straße'],
  ['Łódź', 'lodz'],
  ['Smørrebrød', 'smorrebrod'],
  ['Ǿrsted', 'orsted'],
  ['Æsir', 'aesir'],
  ['Œuvre', 'oeuvre'],
  ['Đà Nẵng', 'da nang'],
  ['Þórður', 'thordur'],
  ['Ħamrun', 'hamrun'],
  ['Guovdageaidnu Ŧ Ŋ', 'n t'],
  ['ﬁnance', 'finance'],
  ['Ｗｅｂ', 'web'],
  ['ΟΔΟΣ', 'οδος'],
  ['οδος', 'ΟΔΟΣ'],
  ['Ёлка', 'елка'],
  ['한국', '한국'.normalize('NFD')],
])('finds %s by %s', (text, query) => {
  expect(found(text, query)).toBe(true)
  expect(found(text, query.toUpperCase())).toBe(true)
})

test('words begin after punctuation and underscores, and at capitals within', () => {
  const names = ['web_monitor', 'web.monitor', 'web:monitor', 'web’monitor', 'web/monitor', '⚙️monitor']
  for (const name of names) expect(found(name, 'monitor')).toBe(true)
  for (const name of ['webMonitor', 'WebMonitor', 'HTTPMonitor', 'web2Monitor', 'éMonitor'])
    expect(found(name, 'monitor')).toBe(true)
  for (const name of ['webmonitor', 'WEBMONITOR', 'we\u0301monitor'])
    expect(found(name, 'monitor')).toBe(false)
  expect(found('web_monitor', '_mon')).toBe(true)
  expect(found('Write .env', '.env')).toBe(true)
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
  expect(marked('Hauptstraße 1', 'haupts')).toBe('[Haupts]traße 1')
  expect(marked('Straße 1', 'stras')).toBe('[Straß]e 1')
  expect(marked('Straße 1', 'strasse 1')).toBe('[Straße] [1]')
  expect(marked('Æsir İzmir', 'aes izm')).toBe('[Æs]ir [İzm]ir')
  expect(marked('my_webMonitor', 'monitor web')).toBe('my_[web][Monitor]')
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

test('highlights something exactly where a query of one word is found', () => {
  const letter = fc.constantFrom(...'aAßẞæÆøłİıIiéS_.-1ŉﬁ한🙂', 'e\u0301', ' ')
  const words = fc.array(letter, { maxLength: 8 }).map((letters) => letters.join(''))
  fc.assert(
    fc.property(words, words, (text, query) => {
      const terms = parseTerms(query)
      fc.pre(terms.length === 1)
      const matches = splitMatches(text, terms).filter((part) => part.isMatch)
      expect(matches.length > 0).toBe(matchesTerms(text, terms))
      for (const match of matches) expect(fold(match.text).startsWith(terms[0] ?? '')).toBe(true)
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
