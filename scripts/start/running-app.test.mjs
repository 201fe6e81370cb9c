import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isAppRunning } from './running-app.mjs'

test('Chromium’s lock names the process that runs, if it is still there', () => {
  const folder = mkdtempSync(join(tmpdir(), 'user-data-'))
  const lock = join(folder, 'SingletonLock')
  const lockedBy = (target) => {
    rmSync(lock, { force: true })
    symlinkSync(target, lock)
    return isAppRunning(folder, 'linux')
  }
  expect(isAppRunning(join(folder, 'absent'), 'linux')).toBe(false)
  expect(isAppRunning(folder, 'linux')).toBe(false)
  expect(lockedBy(`some-host-${process.pid}`)).toBe(true)
  expect(lockedBy(`some-host-${spawnSync(process.execPath, ['-e', '']).pid}`)).toBe(false)
  expect(lockedBy('nonsense')).toBe(false)
})

test('on Windows the lock is a file that is there as long as the process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'user-data-'))
  expect(isAppRunning(folder, 'win32')).toBe(false)
  writeFileSync(join(folder, 'lockfile'), '')
  expect(isAppRunning(folder, 'win32')).toBe(true)
})
