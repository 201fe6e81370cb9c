import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isPosix } from '../../testing/posix.ts'
import { readBytes, readTextSync } from './read-file.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-file-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('reads a file, also through a link', async () => {
  const path = join(folder, 'file')
  writeFileSync(path, 'täxt')
  expect(readTextSync(path)).toBe('täxt')
  expect((await readBytes(path)).bytes.toString()).toBe('täxt')
  if (!isPosix) return
  symlinkSync('file', join(folder, 'link'))
  expect(readTextSync(join(folder, 'link'))).toBe('täxt')
})

test('fails for a missing file, a folder and one that is too large', async () => {
  mkdirSync(join(folder, 'folder'))
  writeFileSync(join(folder, 'large'), 'xxx')
  expect(() => readTextSync(join(folder, 'missing'))).toThrow(/ENOENT/)
  expect(() => readTextSync(join(folder, 'large'), 2)).toThrow(/EFBIG/)
  await expect(readBytes(join(folder, 'large'), 2)).rejects.toThrow(/EFBIG/)
  expect(() => readTextSync(join(folder, 'folder'))).toThrow()
})

test.runIf(isPosix)('fails at once for a pipe and a device', async () => {
  execFileSync('mkfifo', [join(folder, 'pipe')])
  symlinkSync('/dev/zero', join(folder, 'device'))
  for (const name of ['pipe', 'device']) {
    expect(() => readTextSync(join(folder, name))).toThrow(/EINVAL/)
    await expect(readBytes(join(folder, name))).rejects.toThrow(/EINVAL/)
  }
})
