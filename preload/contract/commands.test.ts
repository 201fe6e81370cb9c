import * as v from 'valibot'
import { expect, test } from 'vitest'
import { commandArguments } from './commands.ts'

test('a name has as many characters as people count, whatever they are made of', () => {
  const isRight = (name: string): boolean =>
    v.is(commandArguments['apps.create'], { organisationId: 'org_1', name })
  expect(['a'.repeat(100), '🗝'.repeat(100)].map(isRight)).toEqual([true, true])
  expect(['', '  ', 'a'.repeat(101), '🗝'.repeat(101)].map(isRight)).toEqual([false, false, false, false])
})

test('a proxy’s user name ends at a colon, so it has none; its password is any line', () => {
  const isRight = (username: string, password: string): boolean =>
    v.is(commandArguments['proxy.sign-in'], { id: 1, username, password })
  expect([isRight('ada', 'p:a ß🗝'), isRight('HALDEN\\ada', 'p')]).toEqual([true, true])
  for (const wrong of ['', 'a:b', 'a\nb', 'a'.repeat(257)]) expect(isRight(wrong, 'p')).toBe(false)
  for (const wrong of ['', 'a\r\nb', 'p'.repeat(1025)]) expect(isRight('ada', wrong)).toBe(false)
})
