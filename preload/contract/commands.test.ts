import * as v from 'valibot'
import { expect, test } from 'vitest'
import { commandArguments } from './commands.ts'

test('a name has as many characters as people count, whatever they are made of', () => {
  const isRight = (name: string): boolean =>
    v.is(commandArguments['apps.create'], { organisationId: 'org_1', name })
  expect(['a'.repeat(100), '🗝'.repeat(100)].map(isRight)).toEqual([true, true])
  expect(['', '  ', 'a'.repeat(101), '🗝'.repeat(101)].map(isRight)).toEqual([false, false, false, false])
})
