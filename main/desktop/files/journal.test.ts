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
import { fileJournal } from './journal.ts'

let parent = ''
let folder = ''
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'journal-'))
  folder = join(parent, 'history')
})
afterEach(() => rmSync(parent, { recursive: true, force: true }))

const file = (name: string): string => join(folder, `${name}.jsonl`)

it('adds lines and reads them again; there is none before the first', async () => {
  const journal = fileJournal(folder)
  expect(await journal.read('a')).toEqual(ok([]))
  expect(await journal.append('a', ['1', 'ü'])).toEqual(ok(null))
  expect(await journal.append('a', ['3'])).toEqual(ok(null))
  expect(await fileJournal(folder).read('a')).toEqual(ok(['1', 'ü', '3']))
  expect(await journal.read('b')).toEqual(ok([]))
})

it.runIf(isPosix)('is closed to other users', async () => {
  const journal = fileJournal(folder)
  await journal.append('a', ['1'])
  await journal.replace('b', ['1'])
  const modes = [folder, file('a'), file('b')].map((path) => statSync(path).mode & 0o777)
  expect(modes).toEqual([0o700, 0o600, 0o600])
})

it('leaves a torn line out, and the next line does not become part of it', async () => {
  const journal = fileJournal(folder)
  await journal.append('a', ['one'])
  appendFileSync(file('a'), `{"torn":"${'x'.repeat(10_000)}`)
  expect(await journal.read('a')).toEqual(ok(['one']))
  await journal.append('a', ['two'])
  expect(readFileSync(file('a'), 'utf8')).toBe('one\ntwo\n')
})

it('a file that is nothing but a torn line is begun anew', async () => {
  const journal = fileJournal(folder)
  await journal.read('a')
  writeFileSync(file('a'), '{"at":17')
  expect(await journal.read('a')).toEqual(ok([]))
  await journal.append('a', ['one'])
  expect(readFileSync(file('a'), 'utf8')).toBe('one\n')
})

it('replaces the whole, leaving nothing else, and removes it', async () => {
  const journal = fileJournal(folder)
  await journal.append('a', ['1', '2', '3'])
  expect(await journal.replace('a', ['2'])).toEqual(ok(null))
  expect(readdirSync(folder)).toEqual(['a.jsonl'])
  expect(await journal.read('a')).toEqual(ok(['2']))
  expect(await journal.remove('a')).toEqual(ok(null))
  expect(await journal.remove('a')).toEqual(ok(null))
  expect(readdirSync(folder)).toEqual([])
})

it('a replacement that was killed is no file, and is deleted at the next opening', async () => {
  await fileJournal(folder).append('a', ['1'])
  writeFileSync(join(folder, 'a.jsonl.tmp'), 'half')
  const journal = fileJournal(folder)
  expect(await journal.read('a')).toEqual(ok(['1']))
  expect(readdirSync(folder)).toEqual(['a.jsonl'])
})

it.runIf(isPosix)("says what went wrong with the system's code, and works once it is over", async () => {
  writeFileSync(folder, 'a file where the folder should be')
  const journal = fileJournal(folder)
  expect(await journal.append('a', ['1'])).toMatchObject({
    ok: false,
    failure: { kind: 'storage', message: expect.stringContaining('EEXIST') },
  })
  rmSync(folder)
  expect(await journal.append('a', ['1'])).toEqual(ok(null))
  rmSync(file('a'))
  await journal.replace('b', [])
  chmodSync(folder, 0o700)
  rmSync(folder, { recursive: true })
  expect(await journal.replace('b', ['1'])).toMatchObject({
    failure: { kind: 'storage', message: expect.stringContaining('ENOENT') },
  })
})

it('takes only plain names', async () => {
  for (const name of ['../x', 'a/b', '', '.x']) {
    expect(await fileJournal(folder).append(name, ['1'])).toMatchObject({ failure: { kind: 'bug' } })
  }
})

it('lines that a disk took in part, and failed then, are not there twice once it takes them', async () => {
  const journal = fileJournal(folder)
  await journal.append('a', ['0'])
  const handle = await open(file('a'))
  await handle.close()
  const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' })
  vi.spyOn(Object.getPrototypeOf(handle), 'datasync').mockRejectedValueOnce(full)
  expect(await journal.append('a', ['1', '2'])).toMatchObject({ failure: { kind: 'storage' } })
  expect(await journal.append('a', ['1', '2'])).toEqual(ok(null))
  expect(await journal.read('a')).toEqual(ok(['0', '1', '2']))
})
