/** Holds docs/platforms.md to the tests: it names no test that isn't there, and leaves no cell open. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../setup/paths.mjs'

const page = readFileSync(join(root, 'docs/platforms.md'), 'utf8')

/** The text of every file that may hold a test. */
function tests() {
  return ['e2e', 'scripts'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(spec|test)\.\w+$/.test(name) || name.endsWith('fresh-system.mjs'))
      .filter((name) => !name.endsWith('platforms.test.mjs'))
      .map((name) => readFileSync(join(root, folder, name), 'utf8')),
  )
}

const rows = page.split('\n').filter((line) => line.startsWith('| '))
const cellsOf = (row) =>
  row
    .split('|')
    .slice(2, -1)
    .map((cell) => cell.trim())

test('docs/platforms.md names only tests that exist', () => {
  const text = tests().join('\n')
  const named = rows
    .flatMap(cellsOf)
    .filter((cell) => cell.includes('test: '))
    .flatMap((cell) => [...cell.matchAll(/(?:test:|and) `([^`]+)`/g)].map(([, title]) => title))
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter((title) => !text.includes(`'${title}'`) && !text.includes(`\`${title}\``))).toEqual([])
})

test('every cell of docs/platforms.md names its evidence', () => {
  const heads = ['| what ', '| package ']
  const cells = rows.filter((row) => !heads.some((head) => row.startsWith(head))).flatMap(cellsOf)
  expect(cells.length).toBeGreaterThan(80)
  expect(cells.filter((cell) => !/^(test: |never|seen once: |the same test|–$)/.test(cell))).toEqual([])
})
