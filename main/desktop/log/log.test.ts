import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  closeSync,
  constants,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { failure } from '../../parallel/failures.ts'
import { expectMode, isPosix } from '../../testing/posix.ts'
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

test('rotates a file that is too large already at the start', () => {
  mkdirSync(folder)
  writeFileSync(join(folder, 'main.1.log'), 'older\n')
  writeFileSync(join(folder, 'main.log'), 'x'.repeat(mebibyte + 1))
  fileLog(folder, plain).info('started')
  expectMode(folder, 0o700)
  expect(statSync(join(folder, 'main.log')).size).toBeLessThan(1000)
  expect(statSync(join(folder, 'main.1.log')).size).toBe(mebibyte + 1)
  expect(readFileSync(join(folder, 'main.2.log'), 'utf8')).toBe('older\n')
})

test('appends to a file of at most one mebibyte', () => {
  mkdirSync(folder)
  writeFileSync(join(folder, 'main.log'), `${'x'.repeat(mebibyte - 1)}\n`)
  fileLog(folder, plain).info('started')
  expect(readdirSync(folder)).toEqual(['main.log'])
  expect(readFileSync(join(folder, 'main.log'), 'utf8')).toMatch(/^x+\n\{"at":[^\n]*"event":"started"\}\n$/)
})

test('continues in a new file after "Erase everything here" has deleted the current one', () => {
  const log = fileLog(folder, plain)
  log.info('before')
  rmSync(join(folder, 'main.log'))
  log.info('after')
  log.info('later')
  expect(readLog(folder, 1000).map((line) => JSON.parse(line).event)).toEqual(['after', 'later'])
  expectMode(join(folder, 'main.log'), 0o600)
})

test('neither throws nor prints when the disk refuses', () => {
  const printed = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, 'write'))
  const consoles = (['log', 'info', 'warn', 'error'] as const).map((name) => vi.spyOn(console, name))
  const log = fileLog(folder, plain)
  log.info('first')
  rmSync(folder, { recursive: true })
  expect(() => log.info('without its folder')).not.toThrow()
  appendFileSync(folder, 'a file where the folder was')
  expect(() => log.info('with a file in its place')).not.toThrow()
  expect(() => fileLog(folder, plain).info('started')).not.toThrow()
  for (const spy of [...printed, ...consoles]) {
    expect(spy).not.toHaveBeenCalled()
    spy.mockRestore()
  }
})

test.runIf(isPosix)('writes only to a regular file', () => {
  const path = join(folder, 'main.log')
  const target = join(folder, 'target')
  const log = fileLog(folder, plain)
  const write = (): void => {
    log.info('written')
    fileLog(folder, plain).info('written')
  }
  symlinkSync(target, path)
  write()
  expect(readdirSync(folder)).toEqual(['main.log'])
  rmSync(path)
  execFileSync('mkfifo', [path])
  // With a reader, so that a log that opens the pipe fails here instead of waiting forever.
  const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  write()
  // Empty and without a writer: the end of the file.
  expect(readSync(reader, Buffer.alloc(1000))).toBe(0)
  closeSync(reader)
  rmSync(path)
  log.info('again')
  expect(readLog(folder, 1000).map((line) => JSON.parse(line).event)).toEqual(['again'])
})
