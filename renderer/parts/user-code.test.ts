import { expect, test } from 'vitest'
import { spellCode } from './user-code.tsx'

test.each([
  ['BCDF-GHJK', 'B C D F, G H J K'],
  ['12 34', '1 2, 3 4'],
  ['ABCD', 'A B C D'],
])('spells %s as %s', (code, text) => {
  expect(spellCode(code)).toBe(text)
})
