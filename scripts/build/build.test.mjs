import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { linuxSizes, pictures, trayStates } from './icons.mjs'
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

test('an output is up to date while nothing that it is made of is newer; tests do not count', () => {
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

test('every state has every picture of every system, each file once', () => {
  const files = pictures().map(({ file }) => file)
  expect(new Set(files).size).toBe(files.length)
  expect(files).toHaveLength(1 + linuxSizes.length + trayStates.length * (2 + 2 * 4 + 2 * 2))
  expect(files).toContain('tray/mac/signed-outTemplate@2x.png')
  expect(files).toContain('tray/windows/offline-dark@1.25x.png')
  expect(files).toContain('tray/linux/attention-white.png')
})
