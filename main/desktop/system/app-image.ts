/** Support for AppImages: a single file, mounted as a folder while the program in it runs. */
import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import { syncFolder } from '../files/store-files.ts'
import { findProgram } from './programs.ts'

/**
 * The AppImage that this program runs from, or null. The variables alone prove nothing, as programs that an AppImage
 * starts, such as a terminal, inherit them.
 */
export function ownAppImage(env: NodeJS.ProcessEnv, program: string): string | null {
  const { APPIMAGE: image, APPDIR: folder } = env
  if (!image || !folder) return null
  try {
    return realpathSync(program).startsWith(`${realpathSync(folder)}${sep}`) ? image : null
  } catch {
    return null
  }
}

/**
 * Whether Chromium can use its sandbox here without a set-uid helper, which an AppImage can't have. The same test as in
 * the AppImage's start script, which adds `--no-sandbox` when it fails (electron-builder's `appImageUtil`).
 */
export function hasUserNamespaces(): boolean {
  const unshare = findProgram('unshare')
  return unshare !== null && spawnSync(unshare, ['-Ur', 'true'], { stdio: 'ignore' }).status === 0
}

const script = 'while kill -0 "$0" 2>/dev/null; do sleep 1; done; exec "$@"'

/**
 * Starts the program after the process has exited. Unlike Electron's relaunch it runs no file of the mounted folder,
 * which is unmounted by then.
 */
export function startAfter(pid: number, program: string, args: readonly string[]): void {
  const waiting = spawn('/bin/sh', ['-c', script, String(pid), program, ...args], {
    detached: true,
    stdio: 'ignore',
    cwd: '/',
  })
  // Without a shell there is no restart, and the app is quitting already.
  waiting.on('error', () => {})
  waiting.unref()
}

/**
 * Replaces the AppImage atomically with another file and deletes that file. The name stays, and the running program
 * keeps using the old content. Throws the error of the file system, and leaves the old AppImage in place then.
 */
export function replaceAppImage(image: string, replacement: string): void {
  const target = realpathSync(image)
  // In the same folder, as a rename is atomic only within a file system.
  const temporary = join(dirname(target), `.${basename(target)}.new`)
  try {
    // Left by an earlier attempt, or a link planted by another user, which must not be written through.
    rmSync(temporary, { force: true })
    copyFileSync(replacement, temporary, constants.COPYFILE_EXCL)
    chmodSync(temporary, statSync(target).mode | 0o100)
    const file = openSync(temporary, 'r')
    fsyncSync(file)
    closeSync(file)
    renameSync(temporary, target)
    syncFolder(dirname(target))
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
  rmSync(replacement, { force: true })
}
