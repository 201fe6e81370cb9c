/** Reads and writes whole files that the user has chosen. Has no Electron, so that unit tests cover it. */
import type { Stats } from 'node:fs'
import { open, realpath, stat, unlink } from 'node:fs/promises'
import { failed, ok, type Result } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import { readBytes, requireRegular } from './read-file.ts'
import { replaceFile, temporaryPathFor } from './replace-file.ts'
import { codeOf } from './store-files.ts'

const ownerOnly = 0o600
/** The codes for a file that another program holds open: on Windows, and on Linux for an executable. */
const heldOpen: ReadonlySet<string | undefined> = new Set(['EBUSY', 'ETXTBSY'])

/**
 * Creates or replaces the file atomically, readable for its owner only. Follows a symbolic link. Fails with `storage`
 * and the system's error code when it can't be written or isn't a regular file, or with `file-in-use` when another
 * program holds it open, and leaves no temporary file then.
 */
export function writeWhole(path: string, text: string): Promise<Result<null>> {
  return attempt('write', async () => {
    const existing = await statRegularFile(path)
    const target = existing === null ? path : await realpath(path)
    const temporary = temporaryPathFor(target)
    try {
      const file = await open(temporary, 'wx', ownerOnly)
      try {
        await file.writeFile(text, 'utf8')
        await file.sync()
      } finally {
        await file.close()
      }
      const keepInode = existing !== null && existing.nlink > 1
      await replaceFile(temporary, target, { text, mode: ownerOnly, keepInode })
    } catch (error) {
      await unlink(temporary).catch(() => undefined)
      throw error
    }
    return ok(null)
  })
}

/** The file as text, without a byte order mark. Fails with `bad-file` when too large, `storage` when unreadable. */
export function readWhole(path: string, maxBytes: number): Promise<Result<string>> {
  return attempt('read', async () => {
    const read = await readBytes(path, maxBytes).catch((error: unknown) => {
      if (codeOf(error) === 'EFBIG') return null
      throw error
    })
    if (read === null) return failed(failure('bad-file', `It is larger than ${maxBytes} bytes.`))
    return ok(new TextDecoder().decode(read.bytes))
  })
}

/** Null when nothing exists. Throws for anything but a file. */
async function statRegularFile(path: string): Promise<Stats | null> {
  const stats = await stat(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  })
  if (stats !== null) requireRegular(stats)
  return stats
}

async function attempt<T>(verb: 'read' | 'write', operation: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await operation()
  } catch (error) {
    // Without the path, which is private.
    const kind = heldOpen.has(codeOf(error)) ? 'file-in-use' : 'storage'
    return failed(failure(kind, `${codeOf(error) ?? 'unknown error'}: could not ${verb} the file`))
  }
}
