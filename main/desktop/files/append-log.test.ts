import {
  appendFileSync,
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ok } from '../../../preload/contract/index.ts'
import { isPosix } from '../../testing/posix.ts'
import { fileAppendLog } from './append-log.ts'

let parent = ''
let folder = ''
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'log-'))
  folder = join(parent, 'documents')
})
afterEach(() => rmSync(parent, { recursive: true, force: true }))

const file = (name: string): string => join(folder, `${name}.jsonl`)

it('appends lines and reads them; there are none at first', async () => {
  const log = fileAppendLog(folder)
  expect(await log.read('a')).toEqual(ok([]))
  expect(await log.append('a', ['1', 'ü'])).toEqual(ok(null))
  expect(await log.append('a', ['3'])).toEqual(ok(null))
  expect(await fileAppendLog(folder).read('a')).toEqual(ok(['1', 'ü', '3']))
  expect(await log.read('b')).toEqual(ok([]))
})

it.runIf(isPosix)('is closed to other users', async () => {
  const log = fileAppendLog(folder)
  await log.append('a', ['1'])
  await log.replace('b', ['1'])
  const modes = [folder, file('a'), file('b')].map((path) => statSync(path).mode & 0o777)
  expect(modes).toEqual([0o700, 0o600, 0o600])
})

it('ignores a torn line and does not append the next line to it', async () => {
  const log = fileAppendLog(folder)
  await log.append('a', ['one'])
  appendFileSync(file('a'), `{"torn":"${'x'.repeat(10_000)}`)
  expect(await log.read('a')).toEqual(ok(['one']))
  await log.append('a', ['two'])
  expect(readFileSync(file('a'), 'utf8')).toBe('one\ntwo\n')
})

it('starts over a file that contains only a torn line', async () => {
  const log = fileAppendLog(folder)
  await log.read('a')
  writeFileSync(file('a'), '{"at":17')
  expect(await log.read('a')).toEqual(ok([]))
  await log.append('a', ['one'])
  expect(readFileSync(file('a'), 'utf8')).toBe('one\n')
})

it('replaces the whole file without leaving another, and removes it', async () => {
  const log = fileAppendLog(folder)
  await log.append('a', ['1', '2', '3'])
  expect(await log.replace('a', ['2'])).toEqual(ok(null))
  expect(readdirSync(folder)).toEqual(['a.jsonl'])
  expect(await log.read('a')).toEqual(ok(['2']))
  expect(await log.remove('a')).toEqual(ok(null))
  expect(await log.remove('a')).toEqual(ok(null))
  expect(readdirSync(folder)).toEqual([])
})

it('ignores the temporary file of a killed replacement and deletes it at the next start', async () => {
  await fileAppendLog(folder).append('a', ['1'])
  writeFileSync(join(folder, 'a.jsonl.tmp'), 'half')
  const log = fileAppendLog(folder)
  expect(await log.read('a')).toEqual(ok(['1']))
  expect(readdirSync(folder)).toEqual(['a.jsonl'])
})

it.runIf(isPosix)("says what went wrong with the system's code, and works once it is over", async () => {
  writeFileSync(folder, 'a file where the folder should be')
  const log = fileAppendLog(folder)
  expect(await log.append('a', ['1'])).toMatchObject({
    ok: false,
    failure: { kind: 'storage', message: expect.stringContaining('EEXIST') },
  })
  rmSync(folder)
  expect(await log.append('a', ['1'])).toEqual(ok(null))
  rmSync(file('a'))
  await log.replace('b', [])
  chmodSync(folder, 0o700)
  rmSync(folder, { recursive: true })
  expect(await log.replace('b', ['1'])).toEqual(ok(null))
})

it('accepts only plain names', async () => {
  for (const name of ['../x', 'a/../b', '/a', 'a/', '', '.x']) {
    expect(await fileAppendLog(folder).append(name, ['1'])).toMatchObject({ failure: { kind: 'bug' } })
  }
})

it('does not duplicate lines after a partly failed write', async () => {
  const log = fileAppendLog(folder)
  await log.append('a', ['0'])
  const handle = await open(file('a'))
  await handle.close()
  const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' })
  vi.spyOn(Object.getPrototypeOf(handle), 'datasync').mockRejectedValueOnce(full)
  expect(await log.append('a', ['1', '2'])).toMatchObject({ failure: { kind: 'storage' } })
  expect(await log.append('a', ['1', '2'])).toEqual(ok(null))
  expect(await log.read('a')).toEqual(ok(['0', '1', '2']))
})
