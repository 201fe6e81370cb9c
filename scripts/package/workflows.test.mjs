/** Which job of the release may hold which secret. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../setup/paths.mjs'

const text = readFileSync(join(root, '.github/workflows/release.yml'), 'utf8')
const [, ...parts] = text.slice(text.indexOf('\njobs:\n')).split(/^ {2}(\w+):$/m)
const jobs = Object.fromEntries(
  parts.flatMap((part, index) => (index % 2 === 0 ? [[part, parts[index + 1]]] : [])),
)
const jobsWith = (pattern) => Object.keys(jobs).filter((name) => pattern.test(jobs[name]))

test('only the job that signs holds the key of the update feeds, and it installs and builds nothing', () => {
  expect(Object.keys(jobs)).toEqual(['check', 'package', 'sign', 'release'])
  expect(jobsWith(/UPDATE_SIGNING_KEY/)).toEqual(['sign'])
  expect(jobsWith(/environment: release-signing/)).toEqual(['sign'])
  const commands = [...jobs.sign.matchAll(/^\s*(?:- )?run: (.*)$/gm)].map(([, command]) => command)
  expect(commands).toEqual(['node scripts/package/release-files.mjs artifacts packages'])
})

test('no job that runs tests holds a secret', () => {
  const testing = jobsWith(/npm (?:run )?test/)
  expect(testing).toEqual(['check'])
  expect(jobsWith(/secrets\.|environment:/).filter((name) => testing.includes(name))).toEqual([])
})

test('the release downloads nothing in a way that lets one file replace another', () => {
  expect(text).not.toContain('merge-multiple')
  expect(text).not.toContain('overwrite')
})

test('no variable of the repository’s settings changes what is built', () => {
  expect(text).not.toMatch(/\bvars\./)
})
