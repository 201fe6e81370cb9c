import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ownAppImage, startAfter } from './app-image.ts'

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'app-image-')))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('knows its own image, and not that of whoever started it', () => {
  const mount = join(folder, 'mount')
  mkdirSync(mount)
  mkdirSync(`${mount}-other`)
  for (const place of [mount, `${mount}-other`]) writeFileSync(join(place, 'program'), '')
  symlinkSync(mount, join(folder, 'link'))
  const env = { APPIMAGE: '/home/user/Parallel.AppImage', APPDIR: join(folder, 'link') }
  expect(ownAppImage(env, join(mount, 'program'))).toBe(env.APPIMAGE)
  expect(ownAppImage(env, join(`${mount}-other`, 'program'))).toBeNull()
  expect(ownAppImage({}, join(mount, 'program'))).toBeNull()
  expect(ownAppImage({ APPIMAGE: env.APPIMAGE }, join(mount, 'program'))).toBeNull()
  expect(ownAppImage({ ...env, APPDIR: join(folder, 'gone') }, join(mount, 'program'))).toBeNull()
})

it.skipIf(process.platform === 'win32')(
  'starts only once the other process has ended',
  async () => {
    const before = spawn(
      process.execPath,
      ['-e', 'process.stdin.resume().on("end", () => setTimeout(() => {}, 500))'],
      {
        stdio: ['pipe', 'ignore', 'ignore'],
      },
    )
    const { pid } = before
    if (pid === undefined) throw new Error('not started')
    const started = join(folder, "it's $started")
    const look = `let alive = true
    try { process.kill(${pid}, 0) } catch { alive = false }
    require('fs').writeFileSync(process.argv[1], JSON.stringify({ alive, words: process.argv.slice(2) }))`
    startAfter(pid, process.execPath, ['-e', look, started, '--hidden', 'a b'])
    before.stdin?.end()
    await vi.waitUntil(() => existsSync(started) && readFileSync(started, 'utf8') !== '', { timeout: 15_000 })
    expect(JSON.parse(readFileSync(started, 'utf8'))).toEqual({ alive: false, words: ['--hidden', 'a b'] })
  },
  20_000,
)
