/**
 * Opens files for reading, but nothing else: opening a pipe waits for a writer that may never come, and a device may never
 * end. Has no Electron, so that unit tests cover it.
 */
import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'

/** Without waiting for a writer; Windows has no such pipes. */
const forReading = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)
/** Far larger than any file that the app writes as a whole. */
const defaultMaxBytes = 64 * 1024 * 1024

/** Has an error code like an error of the file system. */
export class NotReadable extends Error {
  readonly code: 'EISDIR' | 'EINVAL' | 'EFBIG'

  constructor(code: NotReadable['code']) {
    super(code)
    this.code = code
  }
}

/** The text of a regular file. Throws the error of the file system, or one with `EISDIR`, `EINVAL` or `EFBIG`. */
export function readTextSync(path: string, maxBytes = defaultMaxBytes): string {
  const file = openRegularSync(path)
  try {
    if (fstatSync(file).size > maxBytes) throw new NotReadable('EFBIG')
    return readFileSync(file, 'utf8')
  } finally {
    closeSync(file)
  }
}

/** Opens a regular file for reading; the caller closes it. Throws like `readTextSync`. */
export function openRegularSync(path: string): number {
  const file = openSync(path, forReading)
  try {
    requireRegular(fstatSync(file))
    return file
  } catch (error) {
    closeSync(file)
    throw error
  }
}

/** The bytes of a regular file, and what is known of it. Rejects like `readTextSync` throws. */
export async function readBytes(
  path: string,
  maxBytes = defaultMaxBytes,
): Promise<{ readonly bytes: Buffer; readonly stats: Stats }> {
  const file = await open(path, forReading)
  try {
    const stats = await statRegular(file)
    if (stats.size > maxBytes) throw new NotReadable('EFBIG')
    return { bytes: await file.readFile(), stats }
  } finally {
    await file.close()
  }
}

/** What is known of an open file, if it is a regular one. */
export async function statRegular(file: FileHandle): Promise<Stats> {
  const stats = await file.stat()
  requireRegular(stats)
  return stats
}

/** Throws `EISDIR` or `EINVAL` for anything but a regular file. */
export function requireRegular(stats: Stats): void {
  if (stats.isDirectory()) throw new NotReadable('EISDIR')
  if (!stats.isFile()) throw new NotReadable('EINVAL')
}
