import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { failure } from '../../parallel/failures.ts'
import { expectMode } from '../../testing/posix.ts'
import { fileLog, readLog } from './log.ts'

const mebibyte = 1024 * 1024
let folder = ''
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'log-')), 'logs')
})
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

const plain = (text: string): string => text

test('keeps at most three files of one mebibyte', () => {
  const log = fileLog(folder, plain)
  for (let count = 0; count < 16_000; count++) log.info('counted', { count, why: 'x '.repeat(150) })
  expect(readdirSync(folder).sort()).toEqual(['main.1.log', 'main.2.log', 'main.log'])
  for (const name of readdirSync(folder)) {
    expect(statSync(join(folder, name)).size).toBeLessThan(mebibyte + 1000)
    expectMode(join(folder, name), 0o600)
  }
  const counts = readLog(folder, 10 * mebibyte).map((line) => JSON.parse(line).count)
  expect(counts.at(-1)).toBe(15_999)
  // Nothing is missing in between, over all three.
  expect(counts).toEqual(Array.from({ length: counts.length }, (_, at) => 16_000 - counts.length + at))
  expect(counts.length).toBeGreaterThan(5000)
})

test('reads whole lines from the end, across files', () => {
  fileLog(folder, plain)
  writeFileSync(join(folder, 'main.1.log'), 'one\r\ntwo\nthree\n')
  writeFileSync(join(folder, 'main.log'), 'four\nfive\n')
  expect(readLog(folder, 1000)).toEqual(['one', 'two', 'three', 'four', 'five'])
  expect(readLog(folder, 18)).toEqual(['three', 'four', 'five'])
  expect(readLog(folder, 7)).toEqual(['five'])
  expect(readLog(join(folder, 'nowhere'), 1000)).toEqual([])
})

test('redacts text before truncating it', () => {
  const secret = `${'s'.repeat(10)}-aZ09-kept-Secret`
  const log = fileLog(folder, (text) => text.replaceAll(secret, '[gone]'))
  log.warn('refused', { why: `${'word '.repeat(57)}${secret}` })
  log.failure('refused', failure('server', `it says ${secret}`))
  const written = readFileSync(join(folder, 'main.log'), 'utf8')
  expect(written).not.toContain('aZ09')
  expect(written).not.toContain('ssss')
  expect(written).toContain('[gone]')
})

test('doesn’t throw when the disk refuses', () => {
  const log = fileLog(folder, plain)
  log.info('first')
  rmSync(folder, { recursive: true })
  appendFileSync(folder, 'a file where the folder was')
  expect(() => log.info('second')).not.toThrow()
})
