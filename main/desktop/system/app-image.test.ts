import { spawn } from 'node:child_process'
import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppImageUpdater } from 'electron-updater'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ownAppImage, replaceAppImage, startAfter } from './app-image.ts'

/** Windows has no AppImages, file modes or POSIX shell. */
const notOnWindows = it.skipIf(process.platform === 'win32')

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'app-image-')))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

it('recognises its own AppImage, and not that of its parent process', () => {
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

notOnWindows('replaces the AppImage atomically, keeping its name and mode', () => {
  const image = join(folder, 'tray-0.1.0.AppImage')
  const link = join(folder, 'tray')
  const newer = join(folder, 'pending')
  writeFileSync(image, 'old', { mode: 0o750 })
  symlinkSync(image, link)
  writeFileSync(newer, 'new')
  const before = openSync(image, 'r')
  replaceAppImage(link, newer)
  expect(readFileSync(image, 'utf8')).toBe('new')
  expect(statSync(image).mode & 0o777).toBe(0o750)
  // The running process continues with the old file.
  expect(readFileSync(before, 'utf8')).toBe('old')
  closeSync(before)
  expect(readdirSync(folder).sort()).toEqual(['tray', 'tray-0.1.0.AppImage'])
})

notOnWindows('doesn’t write through a link at the temporary path', () => {
  const image = join(folder, 'tray.AppImage')
  writeFileSync(image, 'old')
  writeFileSync(join(folder, 'elsewhere'), 'somebody’s')
  symlinkSync(join(folder, 'elsewhere'), join(folder, '.tray.AppImage.new'))
  writeFileSync(join(folder, 'pending'), 'new')
  replaceAppImage(image, join(folder, 'pending'))
  expect(readFileSync(join(folder, 'elsewhere'), 'utf8')).toBe('somebody’s')
  expect(lstatSync(image).isFile()).toBe(true)
  expect(readFileSync(image, 'utf8')).toBe('new')
})

it('leaves the old AppImage when the replacement fails', () => {
  const image = join(folder, 'tray.AppImage')
  writeFileSync(image, 'old')
  expect(() => replaceAppImage(image, join(folder, 'gone'))).toThrow()
  mkdirSync(join(folder, '.tray.AppImage.new'))
  writeFileSync(join(folder, 'pending'), 'new')
  expect(() => replaceAppImage(image, join(folder, 'pending'))).toThrow()
  expect(readFileSync(image, 'utf8')).toBe('old')
})

/** Fails here once electron-updater keeps the old file: then `replaceAppImage` can go. */
notOnWindows(
  'electron-updater itself loses the old AppImage when the new one can’t be moved, as on a full disk',
  () => {
    const image = join(folder, 'tray.AppImage')
    const pending = join(folder, 'pending')
    writeFileSync(image, 'old')
    writeFileSync(pending, 'new')
    writeFileSync(join(folder, 'mv'), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
    vi.stubEnv('PATH', folder)
    vi.stubEnv('APPIMAGE', image)
    const updater = new AppImageUpdater(null, { version: '0.1.0' } as never)
    const failures: string[] = []
    updater.on('error', ({ message }) => failures.push(message))
    updater.logger = null
    Object.assign(updater, { downloadedUpdateHelper: { file: pending, downloadedFileInfo: {} } })
    expect(updater.install(true, false)).toBe(false)
    expect(failures).toEqual([`Command failed: mv -f ${pending} ${image}`])
    expect(existsSync(image)).toBe(false)
  },
)

notOnWindows(
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
