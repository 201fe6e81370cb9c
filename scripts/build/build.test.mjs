import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { linuxSizes, pictures, trayStates } from './icons.mjs'
import { checkInitialLoad, initialLoad, maxBytes } from './sizes.mjs'
import { isUpToDate } from './up-to-date.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'build-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(name, seconds) {
  const path = join(folder, name)
  writeFileSync(path, '')
  utimesSync(path, seconds, seconds)
  return path
}

test('an output is up to date while no source is newer, apart from tests', () => {
  mkdirSync(join(folder, 'source'))
  write('source/a.ts', 100)
  write('source/a.test.ts', 900)
  utimesSync(join(folder, 'source'), 100, 100)
  const output = write('output', 200)
  expect(isUpToDate(output, [join(folder, 'source')])).toBe(true)
  write('source/a.ts', 300)
  utimesSync(join(folder, 'source'), 100, 100)
  expect(isUpToDate(output, [join(folder, 'source')])).toBe(false)
  expect(isUpToDate(join(folder, 'absent'), [])).toBe(false)
})

test('renders every tray state for every system, each file once', () => {
  const files = pictures().map(({ file }) => file)
  expect(new Set(files).size).toBe(files.length)
  expect(files).toHaveLength(1 + linuxSizes.length + trayStates.length * (2 + 2 * 4 + 2))
  expect(files).toContain('tray/mac/signed-outTemplate@2x.png')
  expect(files).toContain('tray/windows/offline-dark@1.25x.png')
  expect(files).toContain('tray/linux/attention.png')
})

test('counts all files that a page loads before its first screen, and no lazily loaded ones', () => {
  const noise = (bytes) => randomBytes(bytes).toString('base64').slice(0, bytes)
  const page = join(folder, 'index.html')
  const script = (name, text) => writeFileSync(join(folder, name), text)
  writeFileSync(page, '<script src="./index.js"></script><link href="./index.css">')
  script('index.css', '')
  script('index.js', 'import{a}from"./shared.js";import"./bare.js";void import("./later.js")')
  script('shared.js', `import{b}from"./index.js";/*${noise(1000)}*/`)
  script('bare.js', `/*${noise(2000)}*/`)
  script('later.js', `/*${noise(200_000)}*/`)
  const { js } = initialLoad(page)
  // Base64 holds 6 bits in each byte.
  expect(js).toBeGreaterThan(3000 * 0.75)
  expect(js).toBeLessThan(4000)
  checkInitialLoad(page)
  script('bare.js', `/*${noise(maxBytes.js * 2)}*/`)
  expect(() => checkInitialLoad(page)).toThrow('before the first screen')
})

test('a renamed module of the first screen does not fall out of the budget', () => {
  const page = join(folder, 'index.html')
  writeFileSync(page, '<script src="./index.js"></script>')
  writeFileSync(join(folder, 'index.js'), '')
  writeFileSync(join(folder, 'en-12345678.js'), '')
  expect(() => checkInitialLoad(page)).toThrow('is not known')
  writeFileSync(join(folder, 'render-app-12345678.js'), '')
  checkInitialLoad(page)
})
