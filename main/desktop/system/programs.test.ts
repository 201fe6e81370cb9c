import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, relative } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isPosix } from '../../testing/posix.ts'
import { findProgram } from './programs.ts'

const file = isPosix ? 'tool' : 'tool.exe'
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'programs-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function install(name: string, mode = 0o755): string {
  mkdirSync(join(folder, name))
  writeFileSync(join(folder, name, file), '', { mode })
  return join(folder, name)
}

test('finds a program in the first folder of PATH that has it', () => {
  const [first, second] = [install('first'), install('second')]
  const path = [join(folder, 'missing'), first, second].join(delimiter)
  expect(findProgram('tool', { PATH: path })).toBe(join(first, file))
  expect(findProgram('other', { PATH: path })).toBeNull()
  expect(findProgram('tool', {})).toBeNull()
})

test('skips entries of PATH that depend on the current folder', () => {
  const planted = relative(process.cwd(), install('planted'))
  const system = install('system')
  expect(findProgram('tool', { PATH: ['', '.', planted].join(delimiter) })).toBeNull()
  expect(findProgram('tool', { PATH: [planted, system].join(delimiter) })).toBe(join(system, file))
})

test('skips folders with the program’s name, and files that can’t be run', () => {
  mkdirSync(join(folder, 'a', file), { recursive: true })
  const path = [join(folder, 'a'), ...(isPosix ? [install('b', 0o644)] : [])].join(delimiter)
  expect(findProgram('tool', { PATH: path })).toBeNull()
})

test('reads PATH in any case, as Windows does', () => {
  const system = install('system')
  expect(findProgram('tool', { Path: system })).toBe(join(system, file))
})
