/** Real files, and a user who answers the system's dialogs. */
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MessageBoxOptions, SaveDialogOptions } from 'electron'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { words } from '../../../words/desktop.ts'
import { MemoryLog } from '../../testing/memory-ports.ts'
import { expectMode, isPosix } from '../../testing/posix.ts'
import { type EnvFilesOptions, electronEnvFiles } from './env-file.ts'
import { inspect, replaceIfUnchanged } from './env-target.ts'

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>()
  return { ...real, rename: vi.fn(real.rename), open: vi.fn(real.open) }
})

const secret = 'px_live_0123456789'
const line = `PARALLEL_API_KEY=${secret}`

let folder = ''
let home = ''
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'env-file-')))
  home = join(folder, 'home')
  mkdirSync(home)
})
afterEach(() => {
  vi.mocked(rename).mockReset()
  rmSync(folder, { recursive: true, force: true })
})

/** @param press what the user presses in each message: the safe button, unless stated otherwise */
function user(chosen: string | null, press = 0) {
  const asked: SaveDialogOptions[] = []
  const messages: MessageBoxOptions[] = []
  const log = new MemoryLog()
  const dialog = {
    showSaveDialog: async (options: SaveDialogOptions) => {
      asked.push(options)
      return { canceled: chosen === null, filePath: chosen ?? '' }
    },
    showMessageBox: async (options: MessageBoxOptions) => {
      messages.push(options)
      return { response: press, checkboxChecked: false }
    },
  } as unknown as EnvFilesOptions['dialog']
  const files = electronEnvFiles({ dialog, withParentWindow: (show) => show(null), log, home })
  return { save: () => files.save(secret), asked, messages, log }
}

const saved = (savedAs: string) => ({ ok: true, value: { savedAs } })
const notSaved = { ok: true, value: null }
test('creates a new file that only its owner can read, and leaves no temporary file', async () => {
  const path = join(home, '.env')
  const harness = user(path)
  expect(await harness.save()).toEqual(saved('.env'))
  expect(harness.asked).toMatchObject([{ defaultPath: path, title: words.secret.save.title }])
  expect(harness.messages).toEqual([])
  expect(readFileSync(path, 'utf8')).toBe(`${line}\n`)
  expectMode(path, 0o600)
  expect(readdirSync(home)).toEqual(['.env'])
})

test('where the system hides extensions, prod means prod.env, unless there is a prod', async () => {
  const path = join(home, 'prod')
  writeFileSync(`${path}.env`, 'A=1\n')
  expect(await user(path).save()).toEqual(saved('prod.env'))
  expect(readFileSync(`${path}.env`, 'utf8')).toBe(`A=1\n${line}\n`)
  writeFileSync(path, 'B=1\n')
  expect(await user(path).save()).toEqual(saved('prod'))
  expect(readFileSync(path, 'utf8')).toBe(`B=1\n${line}\n`)
})

test('saves nothing when the user cancels', async () => {
  expect(await user(null).save()).toEqual(notSaved)
  expect(readdirSync(home)).toEqual([])
})

test.runIf(isPosix).each([
  [0o644, 0o600],
  [0o640, 0o600],
  [0o400, 0o400],
])('changes one line of a file with mode %o, and sets mode %o', async (before, after) => {
  const path = join(home, '.env')
  writeFileSync(path, '# mine\nA=1\nPARALLEL_API_KEY=old\n')
  chmodSync(path, before)
  expect(await user(path).save()).toEqual(saved('.env'))
  expect(readFileSync(path, 'utf8')).toBe(`# mine\nA=1\n${line}\n`)
  expectMode(path, after)
})

test.runIf(process.getuid?.() === 0)('keeps the owner of the file', async () => {
  const path = join(home, '.env')
  writeFileSync(path, 'A=1\n')
  chownSync(path, 12_345, 12_346)
  expect(await user(path).save()).toEqual(saved('.env'))
  expect(statSync(path)).toMatchObject({ uid: 12_345, gid: 12_346 })
})

test.runIf(isPosix)(
  'follows a link and keeps it, after a warning if it leads out of the home folder',
  async () => {
    mkdirSync(join(home, 'real'))
    writeFileSync(join(home, 'real', 'shared.env'), 'A=1\n')
    symlinkSync('real/shared.env', join(home, '.env'))
    expect(await user(join(home, '.env')).save()).toEqual(saved('shared.env'))
    expect(readFileSync(join(home, 'real', 'shared.env'), 'utf8')).toBe(`A=1\n${line}\n`)
    expect(readlinkSync(join(home, '.env'))).toBe('real/shared.env')

    const outside = join(folder, 'outside.env')
    writeFileSync(outside, 'A=1\n')
    symlinkSync(outside, join(home, 'out.env'))
    const careful = user(join(home, 'out.env'))
    expect(await careful.save()).toEqual(notSaved)
    expect(careful.messages).toMatchObject([{ type: 'warning', defaultId: 0, cancelId: 0 }])
    expect(careful.messages[0]?.detail).toContain(outside)
    expect(readFileSync(outside, 'utf8')).toBe('A=1\n')
    expect(await user(join(home, 'out.env'), 1).save()).toEqual(saved('outside.env'))
    expect(readFileSync(outside, 'utf8')).toBe(`A=1\n${line}\n`)
  },
)

test.runIf(isPosix)(
  'warns when a folder on the way is a link that leads out of the home folder',
  async () => {
    mkdirSync(join(folder, 'shared'))
    symlinkSync(join(folder, 'shared'), join(home, 'project'))
    const careful = user(join(home, 'project', '.env'))
    expect(await careful.save()).toEqual(notSaved)
    expect(careful.messages[0]?.detail).toContain(join(folder, 'shared', '.env'))
    expect(readdirSync(join(folder, 'shared'))).toEqual([])
    // Chosen where it is, there is nothing to warn of; nor within a home folder that is a link itself.
    const plain = user(join(folder, 'shared', '.env'))
    expect(await plain.save()).toEqual(saved('.env'))
    expect(plain.messages).toEqual([])
    mkdirSync(join(home, 'real'))
    symlinkSync(join(home, 'real'), join(home, 'linked'))
    expect(await user(join(home, 'linked', '.env')).save()).toEqual(saved('.env'))
  },
)

test('warns when git can’t say whether it would publish the file', async () => {
  mkdirSync(join(home, '.git'))
  const careful = user(join(home, '.env'))
  expect(await careful.save()).toEqual(notSaved)
  expect(careful.messages).toMatchObject([{ message: words.secret.warning.unknown('.env').title }])
})

test('warns first when git would publish the file, with the safe button as the default', async () => {
  execFileSync('git', ['-C', home, 'init', '-q'], { stdio: 'ignore' })
  const path = join(home, '.env')
  const careful = user(path)
  expect(await careful.save()).toEqual(notSaved)
  expect(careful.messages).toMatchObject([
    { message: words.secret.warning.notIgnored('.env').title, defaultId: 0, cancelId: 0 },
  ])
  expect(readdirSync(home)).toEqual(['.git'])
  expect(await user(path, 1).save()).toEqual(saved('.env'))
  execFileSync('git', ['-C', home, 'add', '.env'], { stdio: 'ignore' })
  const again = user(path)
  await again.save()
  expect(again.messages).toMatchObject([{ message: words.secret.warning.tracked('.env').title }])
})

test.runIf(isPosix)('refuses what is not a text file, and tells the user', async () => {
  mkdirSync(join(home, 'folder'))
  writeFileSync(join(home, 'large'), 'x'.repeat(1024 * 1024 + 1))
  writeFileSync(join(home, 'binary'), Buffer.from([1, 0, 2]))
  writeFileSync(join(home, 'latin'), Buffer.from([0x41, 0xe9]))
  symlinkSync('gone', join(home, 'link'))
  const { why: reasons } = words.secret.refused
  for (const [name, reason] of [
    ['folder', reasons.folder],
    ['large', reasons['too-large']],
    ['binary', reasons['no-text']],
    ['latin', reasons['no-text']],
    ['link', reasons['lost-link']],
  ] as const) {
    const harness = user(join(home, name))
    expect(await harness.save()).toEqual(notSaved)
    expect(harness.messages).toMatchObject([{ type: 'error', detail: reason }])
  }
  expect(readdirSync(home).sort()).toEqual(['binary', 'folder', 'large', 'latin', 'link'])
  expect(readFileSync(join(home, 'latin'))).toEqual(Buffer.from([0x41, 0xe9]))
})

test('fails for a missing folder without naming path or secret', async () => {
  const harness = user(join(home, 'nowhere', '.env'))
  expect(await harness.save()).toMatchObject({ ok: false, failure: { kind: 'storage', message: /^ENOENT/ } })
  expect(harness.log.lines.join()).not.toMatch(/nowhere|px_live/)
})

test('doesn’t overwrite a file that changed in the meantime', async () => {
  const path = join(home, '.env')
  writeFileSync(path, 'A=1\n')
  const target = await inspect(path)
  if ('refused' in target) throw new Error(target.refused)
  writeFileSync(path, 'A=1\nB=2\n')
  expect(await replaceIfUnchanged(target, 'mine')).toBe('changed')
  expect(readFileSync(path, 'utf8')).toBe('A=1\nB=2\n')
  expect(readdirSync(home)).toEqual(['.env'])
})

test.runIf(isPosix)('writes to all hard links of a file, readable for its owner only', async () => {
  const path = join(home, '.env')
  writeFileSync(path, 'A=1\nPARALLEL_API_KEY=a-longer-one-than-that-of-the-test\nB=2\n', { mode: 0o644 })
  linkSync(path, join(home, 'twin.env'))
  expect(await user(path).save()).toEqual(saved('.env'))
  expect(readFileSync(join(home, 'twin.env'), 'utf8')).toBe(`A=1\n${line}\nB=2\n`)
  expect(statSync(path)).toMatchObject({ nlink: 2, ino: statSync(join(home, 'twin.env')).ino })
  expectMode(path, 0o600)
  expect(readdirSync(home).sort()).toEqual(['.env', 'twin.env'])
})

test.runIf(isPosix)('keeps a copy while a file is overwritten, and undoes a failure', async () => {
  const path = join(home, '.env')
  writeFileSync(path, 'A=1\n')
  linkSync(path, join(home, 'twin.env'))
  const handle = await open(path)
  const methods = Object.getPrototypeOf(handle)
  await handle.close()
  let beside = ''
  const truncate = vi.spyOn(methods, 'truncate').mockImplementationOnce(() => {
    const temporary = readdirSync(home).find((name) => name.endsWith('.tmp')) ?? ''
    beside = readFileSync(join(home, temporary), 'utf8')
    return Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))
  })
  expect(await user(path).save()).toMatchObject({ ok: false, failure: { message: /^ENOSPC/ } })
  truncate.mockRestore()
  expect(beside).toBe(`A=1\n${line}\n`)
  expect(readFileSync(path, 'utf8')).toBe('A=1\n')
  expect(readdirSync(home).sort()).toEqual(['.env', 'twin.env'])
})

test.each([244, 255])('a name of %i characters', async (length) => {
  const path = join(home, `${'n'.repeat(length - 4)}.env`)
  writeFileSync(path, 'A=1\n')
  expect(await user(path).save()).toMatchObject({ ok: true })
  expect(readFileSync(path, 'utf8')).toBe(`A=1\n${line}\n`)
})

test.runIf(isPosix)('a link to itself, and a pipe', async () => {
  symlinkSync('loop', join(home, 'loop'))
  execFileSync('mkfifo', [join(home, 'pipe')])
  for (const [name, reason] of [
    ['loop', words.secret.refused.why['lost-link']],
    ['pipe', words.secret.refused.why['no-file']],
  ] as const) {
    const harness = user(join(home, name))
    expect(await harness.save()).toEqual(notSaved)
    expect(harness.messages).toMatchObject([{ type: 'error', detail: reason }])
  }
})

/** What the system says of a file that is a mount point, as in a container, and of one that can't be written. */
const says = (code: string) => Object.assign(new Error(code), { code })

test('overwrites a mount point, which can’t be replaced', async () => {
  const path = join(home, '.env')
  writeFileSync(path, 'A=1\n')
  const { ino } = statSync(path)
  vi.mocked(rename).mockRejectedValueOnce(says('EBUSY'))
  expect(await user(path).save()).toEqual(saved('.env'))
  expect(readFileSync(path, 'utf8')).toBe(`A=1\n${line}\n`)
  expect(statSync(path).ino).toBe(ino)
  expect(readdirSync(home)).toEqual(['.env'])
})

test.each([
  ['a folder mounted for reading only', [null, 'EROFS'], 'read-only'],
  ['a folder of others', [null, 'EACCES'], 'read-only'],
  ['a file mounted for reading only', [null, null, 'EROFS'], 'read-only'],
  ['a file that another program holds open', [null, null, 'EBUSY'], 'in-use'],
] as const)('%s: tells the user what to do, and changes nothing', async (_what, codes, why) => {
  const path = join(home, '.env')
  writeFileSync(path, 'A=1\n')
  vi.mocked(rename).mockRejectedValueOnce(says('EBUSY'))
  const { open: realOpen } = await vi.importActual<typeof import('node:fs/promises')>('node:fs/promises')
  // First it is read, then a file is made beside it, then it is overwritten.
  for (const code of codes) {
    vi.mocked(open).mockImplementationOnce(code === null ? realOpen : () => Promise.reject(says(code)))
  }
  const harness = user(path)
  expect(await harness.save()).toEqual(notSaved)
  expect(harness.messages).toMatchObject([{ type: 'error', detail: words.secret.refused.why[why] }])
  expect(readFileSync(path, 'utf8')).toBe('A=1\n')
  expect(readdirSync(home)).toEqual(['.env'])
})
