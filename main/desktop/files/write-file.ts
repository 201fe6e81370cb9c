/** Reads and writes whole files that the user has chosen. Plain Node, so that it is tested without a desktop. */
import { randomBytes } from 'node:crypto'
import { open, readFile, realpath, rename, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { failed, ok, type Result } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import { codeOf, syncFolder } from './store-files.ts'

/**
 * Replaces the file, or makes it, as a whole: whatever happens, there is either what was before or all of `text`.
 * Readable for its owner only. A link stays a link: what it points to is replaced. `storage`, with the system's code,
 * when it can't be written or is no plain file; then nothing is left behind.
 */
export function writeWhole(path: string, text: string): Promise<Result<null>> {
  return attempt('write', async () => {
    const isThere = await isPlainFile(path)
    const target = isThere ? await realpath(path) : path
    // Beside the target, as a rename is atomic on one disk only; under a short name, as that one may be long.
    const beside = join(dirname(target), `.${randomBytes(8).toString('hex')}.tmp`)
    try {
      const file = await open(beside, 'wx', 0o600)
      try {
        await file.writeFile(text, 'utf8')
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(beside, target)
    } catch (error) {
      await unlink(beside).catch(() => undefined)
      throw error
    }
    syncFolder(dirname(target))
    return ok(null)
  })
}

/** The file as text, without a byte order mark. `invalid` when it is too large, `storage` when it can't be read. */
export function readAtMost(path: string, mostBytes: number): Promise<Result<string>> {
  return attempt('read', async () => {
    // A pipe would never end.
    if (!(await isPlainFile(path))) throw new NotPlain('ENOENT')
    const { size } = await stat(path)
    if (size > mostBytes) return failed(failure('bad-file', `It is larger than ${mostBytes} bytes.`))
    return ok(new TextDecoder().decode(await readFile(path)))
  })
}

/** Why a path can't be used, as the system would say it. */
class NotPlain extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

/** False when there is nothing. Throws when there is something else than a file. */
async function isPlainFile(path: string): Promise<boolean> {
  const found = await stat(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  })
  if (found?.isDirectory()) throw new NotPlain('EISDIR')
  if (found?.isFile() === false) throw new NotPlain('EINVAL')
  return found !== null
}

async function attempt<T>(what: string, deed: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await deed()
  } catch (error) {
    // Without the path: that is the user's own.
    return failed(failure('storage', `${codeOf(error) ?? 'unknown error'}: could not ${what} the file`))
  }
}
