import { expect, it } from 'vitest'
import { strengthOfCiphertext } from './ciphertext-strength.ts'

const base64 = (text: string) => Buffer.from(text, 'latin1').toString('base64')

it.each([
  ['v10', 'linux', 'weak'],
  ['v11', 'linux', 'strong'],
  ['v12', 'linux', 'strong'],
  ['v10', 'darwin', 'strong'],
  ['v10', 'win32', 'strong'],
] as const)('%s on %s is %s', (tag, system, strength) => {
  expect(strengthOfCiphertext(base64(`${tag}\x80\xffrest`), system)).toBe(strength)
})
