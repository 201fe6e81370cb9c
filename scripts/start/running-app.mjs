/** Detects whether the app is running with a user-data folder. */
import { existsSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from '../setup/user.mjs'

/**
 * Reads Chromium's lock of the folder: a symbolic link to `HOST-PID`, on Windows a file that disappears with the process
 * (chrome/browser/process_singleton_posix.cc and _win.cc).
 * @param {string} userData
 * @param {NodeJS.Platform} platform
 */
export function isAppRunning(userData, platform = process.platform) {
  if (platform === 'win32') return existsSync(join(userData, 'lockfile'))
  try {
    const [, pid] = /-(\d+)$/.exec(readlinkSync(join(userData, 'SingletonLock'))) ?? []
    return pid !== undefined && isAlive(Number(pid))
  } catch {
    return false
  }
}
