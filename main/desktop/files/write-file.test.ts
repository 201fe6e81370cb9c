import { execFileSync } from 'node:child_process'
import {
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { expectMode, isPosix } from '../../testing/posix.ts'
import { readWhole, writeWhole } from './write-file.ts'

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>()
  return { ...real, rename: vi.fn(real.rename), open: vi.fn(real.open) }
})

const real = await vi.importActual<typeof import('node:fs/promises')>('node:fs/promises')

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'write-file-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string): string => join(folder, name)

it('writes the text for its owner only, and leaves no temporary file', async () => {
  expect(await writeWhole(at('keys.json'), 'Åse ✓\n')).toEqual({ ok: true, value: null })
  expect(readFileSync(at('keys.json'), 'utf8')).toBe('Åse ✓\n')
  expectMode(at('keys.json'), 0o600)
  expect(readdirSync(folder)).toEqual(['keys.json'])
})

it('replaces an existing file, and narrows its mode', async () => {
  writeFileSync(at('keys.json'), 'a much longer text than before', { mode: 0o644 })
  await writeWhole(at('keys.json'), 'new')
  expect(readFileSync(at('keys.json'), 'utf8')).toBe('new')
  expectMode(at('keys.json'), 0o600)
})

it.runIf(isPosix)('follows a symbolic link', async () => {
  mkdirSync(at('real'))
  writeFileSync(at('real/keys.json'), 'old')
  symlinkSync(at('real/keys.json'), at('link.json'))
  await writeWhole(at('link.json'), 'new')
  expect(lstatSync(at('link.json')).isSymbolicLink()).toBe(true)
  expect(readFileSync(at('real/keys.json'), 'utf8')).toBe('new')
  expect(readdirSync(at('real'))).toEqual(['keys.json'])
})

it.runIf(isPosix)('all names of a file show the new text', async () => {
  writeFileSync(at('keys.json'), 'a much longer text than before', { mode: 0o644 })
  linkSync(at('keys.json'), at('twin.json'))
  await writeWhole(at('keys.json'), 'new')
  expect(readFileSync(at('twin.json'), 'utf8')).toBe('new')
  expectMode(at('twin.json'), 0o600)
  expect(readdirSync(folder).sort()).toEqual(['keys.json', 'twin.json'])
})

it('accepts a name of the maximum length', async () => {
  const name = `${'n'.repeat(250)}.json`
  expect(await writeWhole(at(name), 'text')).toMatchObject({ ok: true })
})

it.each(
  isPosix ? ['a folder', 'a pipe', 'a folder that is not there'] : ['a folder', 'a folder that is not there'],
)('refuses %s and leaves no file', async (what) => {
  mkdirSync(at('folder'))
  execFileSync('mkfifo', [at('pipe')])
  const path = { 'a folder': 'folder', 'a pipe': 'pipe' }[what] ?? 'nowhere/keys.json'
  const code = { 'a folder': 'EISDIR', 'a pipe': 'EINVAL' }[what] ?? 'ENOENT'
  const refused = { ok: false, failure: { kind: 'storage', message: expect.stringContaining(code) } }
  const written = await writeWhole(at(path), 'text')
  expect(written).toMatchObject(refused)
  expect(JSON.stringify(written)).not.toContain(folder)
  expect(await readWhole(at(path), 100)).toMatchObject(refused)
  expect(readdirSync(folder).sort()).toEqual(['folder', 'pipe'])
  expect(readdirSync(at('folder'))).toEqual([])
})

it.runIf(isPosix)('refuses a device', async () => {
  symlinkSync('/dev/null', at('device'))
  expect(await writeWhole(at('device'), 'text')).toMatchObject({ failure: { kind: 'storage' } })
  expect(readdirSync(folder)).toEqual(['device'])
})

it('keeps the existing file when the last step fails, and leaves no temporary file', async () => {
  writeFileSync(at('keys.json'), 'old')
  const full = Object.assign(new Error(`full: ${folder}`), { code: 'ENOSPC' })
  vi.mocked(rename).mockRejectedValueOnce(full)
  const message = 'ENOSPC: could not write the file'
  expect(await writeWhole(at('keys.json'), 'new')).toMatchObject({ failure: { kind: 'storage', message } })
  expect(readFileSync(at('keys.json'), 'utf8')).toBe('old')
  expect(readdirSync(folder)).toEqual(['keys.json'])
})

it('fails for a file that another program locks', async () => {
  writeFileSync(at('keys.csv'), 'old')
  const held = () => Object.assign(new Error('held'), { code: 'EBUSY' })
  vi.mocked(rename).mockRejectedValueOnce(held())
  vi.mocked(open).mockImplementationOnce(real.open).mockRejectedValueOnce(held())
  expect(await writeWhole(at('keys.csv'), 'new')).toMatchObject({ failure: { kind: 'file-in-use' } })
  expect(readFileSync(at('keys.csv'), 'utf8')).toBe('old')
  expect(readdirSync(folder)).toEqual(['keys.csv'])
})

it('overwrites a file that another program holds open without locking it', async () => {
  writeFileSync(at('keys.csv'), 'a longer text')
  vi.mocked(rename).mockRejectedValueOnce(Object.assign(new Error('held'), { code: 'EPERM' }))
  expect(await writeWhole(at('keys.csv'), 'new')).toEqual({ ok: true, value: null })
  expect(readFileSync(at('keys.csv'), 'utf8')).toBe('new')
  expect(readdirSync(folder)).toEqual(['keys.csv'])
})

it('reads up to the limit, without a byte order mark', async () => {
  writeFileSync(at('some.json'), '\uFEFF{"é":1}')
  const bytes = statSync(at('some.json')).size
  expect(await readWhole(at('some.json'), bytes)).toEqual({ ok: true, value: '{"é":1}' })
  expect(await readWhole(at('some.json'), bytes - 1)).toMatchObject({ failure: { kind: 'bad-file' } })
  expect(await readWhole(at('none.json'), 10)).toMatchObject({ failure: { kind: 'storage' } })
})
