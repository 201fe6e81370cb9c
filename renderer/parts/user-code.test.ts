import { expect, test } from 'vitest'
import { spelled } from './user-code.tsx'

test.each([
  ['BCDF-GHJK', 'B C D F, G H J K'],
  ['12 34', '1 2, 3 4'],
  ['ABCD', 'A B C D'],
])('%s is read out as %s', (code, text) => {
  expect(spelled(code)).toBe(text)
})
