import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { findInstallation, type Program } from './installation.ts'

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'installation-')))
  mkdirSync(join(folder, 'resources'))
  write('resources/app-update.yml')
  write('program')
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

function write(name: string, content = ''): void {
  writeFileSync(join(folder, name), content)
}

function find(change: Partial<Program> = {}) {
  return findInstallation({
    isPackaged: true,
    platform: 'linux',
    env: {},
    program: join(folder, 'program'),
    resources: join(folder, 'resources'),
    ...change,
  })
}

const asImage = () => ({ env: { APPDIR: folder, APPIMAGE: join(folder, 'tray.AppImage') } })

it('recognises an AppImage, but not a program that one has started', () => {
  expect(find(asImage())).toEqual({ kind: 'app-image', image: join(folder, 'tray.AppImage') })
  expect(find({ env: { APPDIR: join(folder, 'resources'), APPIMAGE: '/elsewhere.AppImage' } })).toBeNull()
})

it('recognises a package by electron-builder’s package-type file', () => {
  write('resources/package-type', 'deb\n')
  expect(find()).toEqual({ kind: 'others', by: 'deb' })
  write('resources/package-type', 'rpm')
  expect(find()).toEqual({ kind: 'others', by: 'rpm' })
  write('resources/package-type', 'pacman')
  expect(find()).toBeNull()
})

it('distinguishes an installed app on Windows from an unpacked one', () => {
  expect(find({ platform: 'win32' })).toBeNull()
  write('Uninstall Parallel Tray.exe')
  expect(find({ platform: 'win32' })).toEqual({ kind: 'windows' })
})

it('is always the same on macOS', () => {
  expect(find({ platform: 'darwin' })).toEqual({ kind: 'mac' })
})

it('is null for an archive, in development, and without a feed', () => {
  expect(find()).toBeNull()
  expect(find({ ...asImage(), isPackaged: false })).toBeNull()
  rmSync(join(folder, 'resources/app-update.yml'))
  expect(find(asImage())).toBeNull()
  expect(find({ platform: 'darwin' })).toBeNull()
})
