/** What stands in for parts of electron-updater, held to what its present version uses of them. */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../setup/paths.mjs'
import { bundles } from './bundles.mjs'

const require = createRequire(import.meta.url)
const updater = join(root, 'node_modules/electron-updater/out')

const { alias } = bundles.updater.config.resolve
const isReplaced = (request) => alias.find(({ find }) => find.test(request))

/** The files that `updater.cjs` is made of: what its entry imports, and so on. */
function filesOf(request, from = updater, found = new Set()) {
  const file = require.resolve(join(from, request))
  if (found.has(file)) return found
  found.add(file)
  for (const [, next] of readFileSync(file, 'utf8').matchAll(/require\("(\.[^"]+)"\)/g))
    if (!isReplaced(next)) filesOf(next, join(file, '..'), found)
  return found
}

const entries = ['./AppImageUpdater.js', './MacUpdater.js', './NsisUpdater.js']
const files = [...new Set(entries.flatMap((entry) => [...filesOf(entry)]))]

test.each([
  ['fs_extra_1', './light/fs-extra.cjs'],
  ['semver_1', './light/semver.cjs'],
])('%s has all that is used of it', (name, standIn) => {
  const used = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))].map(
      ([, member]) => member,
    ),
  )
  expect(used.length).toBeGreaterThan(3)
  const given = Object.keys(require(standIn))
  expect([...new Set(used)].filter((member) => !given.includes(member))).toEqual([])
})

test('every part that is left out or replaced is still there to be', () => {
  const requests = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/require\("([^"]+)"\)/g)].map(([, request]) => request),
  )
  const deeper = ['./schema/default', 'debug', 'sax']
  const unused = alias.filter(({ find }) => ![...requests, ...deeper].some((request) => find.test(request)))
  expect(unused.map(String)).toEqual([])
  expect(readdirSync(join(root, 'node_modules/js-yaml/lib'))).toContain('loader.js')
})
