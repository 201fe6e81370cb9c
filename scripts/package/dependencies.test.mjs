import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../setup/paths.mjs'

test('the deb asks for a library by its new name first', () => {
  const text = readFileSync(join(root, 'electron-builder.yml'), 'utf8')
  const alternatives = [...text.matchAll(/^ +- (\S+) \| (\S+)$/gm)].map(([, first, second]) => [
    first,
    second,
  ])
  const renamed = alternatives.filter((names) => names.some((name) => name.endsWith('t64')))
  expect(renamed.map(([first]) => first)).toEqual([
    'libasound2t64',
    'libatk-bridge2.0-0t64',
    'libatspi2.0-0t64',
    'libcups2t64',
    'libgtk-3-0t64',
  ])
})
