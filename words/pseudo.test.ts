import { expect, test } from 'vitest'
import { en } from './en/index.ts'
import { pseudo } from './pseudo.ts'
import { pseudoDesktop } from './pseudo-desktop.ts'

test('every word is foreign, what is handed in is not', async () => {
  const foreign = pseudo('ltr')
  expect(foreign.app.cancel).toMatch(/^\[Çáñçéļ·+\]$/)
  expect(pseudoDesktop('ltr').tray.topUp('$184.20')).toContain('$184.20')
  expect(pseudoDesktop('ltr').tray.topUp('$184.20')).not.toContain('spendable')
  expect(foreign.overview.signOutOf('Halden Research').join('')).toContain('Halden Research')
  // A word that is called like a member of an element is still a word.
  expect((await foreign.later()).keys.deleteAppDialog.act).toMatch(/^\[/)
  expect(foreign.locale).toBe(en.locale)
})

test('from right to left it is turned round, and says so', () => {
  const foreign = pseudo('rtl')
  expect(foreign.direction).toBe('rtl')
  expect(foreign.app.cancel).toMatch(/^\u202e.*\u202c$/)
})
