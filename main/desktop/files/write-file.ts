/** Reads and writes whole files that the user has chosen. Has no Electron, so that unit tests cover it. */
import { randomBytes } from 'node:crypto'
import { open, readFile, realpath, rename, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { failed, ok, type Result } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import { codeOf, syncFolder } from './store-files.ts'

/**
 * Creates or replaces the file atomically, readable for its owner only. Follows a symbolic link. Fails with `storage`
 * and the system's error code when it can't be written or isn't a regular file, and leaves no temporary file then.
 */
export function writeWhole(path: string, text: string): Promise<Result<null>> {
  return attempt('write', async () => {
    const exists = await isRegularFile(path)
    const target = exists ? await realpath(path) : path
    // In the same folder, as a rename is atomic only within a file system; the file's own name may be too long to extend.
    const temporary = join(dirname(target), `.${randomBytes(8).toString('hex')}.tmp`)
    try {
      const file = await open(temporary, 'wx', 0o600)
      try {
        await file.writeFile(text, 'utf8')
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(temporary, target)
    } catch (error) {
      await unlink(temporary).catch(() => undefined)
      throw error
    }
    syncFolder(dirname(target))
    return ok(null)
  })
}

/** The file as text, without a byte order mark. Fails with `bad-file` when too large, `storage` when unreadable. */
export function readWhole(path: string, maxBytes: number): Promise<Result<string>> {
  return attempt('read', async () => {
    // Reading a pipe might never end.
    if (!(await isRegularFile(path))) throw new NotRegularFile('ENOENT')
    const { size } = await stat(path)
    if (size > maxBytes) return failed(failure('bad-file', `It is larger than ${maxBytes} bytes.`))
    return ok(new TextDecoder().decode(await readFile(path)))
  })
}

/** Has an error code like an error of the file system. */
class NotRegularFile extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

/** False when nothing exists. Throws for anything but a file. */
async function isRegularFile(path: string): Promise<boolean> {
  const stats = await stat(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  })
  if (stats?.isDirectory()) throw new NotRegularFile('EISDIR')
  if (stats?.isFile() === false) throw new NotRegularFile('EINVAL')
  return stats !== null
}

async function attempt<T>(verb: 'read' | 'write', operation: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await operation()
  } catch (error) {
    // Without the path, which is private.
    return failed(failure('storage', `${codeOf(error) ?? 'unknown error'}: could not ${verb} the file`))
  }
}
