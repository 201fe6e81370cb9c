/** An AppImage: one file, which is mounted as a folder for as long as the program in it runs. */
import { spawn } from 'node:child_process'
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

/**
 * The AppImage that this program lies in; null when it doesn't. The variables alone say nothing: what an AppImage
 * starts, such as a terminal, hands its own on.
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

const script = 'while kill -0 "$0" 2>/dev/null; do sleep 1; done; exec "$@"'

/**
 * Starts the program once the process has ended. Needs nothing of this program's own files: Electron's way of
 * starting again begins in the mounted folder, which is gone when it would go on.
 */
export function startAfter(pid: number, program: string, args: readonly string[]): void {
  const waiting = spawn('/bin/sh', ['-c', script, String(pid), program, ...args], {
    detached: true,
    stdio: 'ignore',
    cwd: '/',
  })
  // Without a shell nothing starts again, and there is nobody left to tell.
  waiting.on('error', () => {})
  waiting.unref()
}

/**
 * Puts the file in the place of the AppImage, which keeps its name: at every moment there is a whole one. A program
 * that runs goes on in the old one. The file is gone then. Throws what the disk throws, and leaves the old one.
 */
export function replaceAppImage(image: string, by: string): void {
  const place = realpathSync(image)
  // Beside it, as a rename is atomic on one disk only.
  const beside = join(dirname(place), `.${basename(place)}.new`)
  try {
    // One that was left behind, or a link that somebody else has put there: never written through.
    rmSync(beside, { force: true })
    copyFileSync(by, beside, constants.COPYFILE_EXCL)
    chmodSync(beside, statSync(place).mode | 0o100)
    const file = openSync(beside, 'r')
    fsyncSync(file)
    closeSync(file)
    renameSync(beside, place)
    syncFolder(dirname(place))
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
  rmSync(by, { force: true })
}
