/** Reads and writes whole files that the user has chosen. Plain Node, so that it is tested without a desktop. */
import type { Stats } from 'node:fs'
import { open, readFile, realpath, stat, unlink } from 'node:fs/promises'
import { failed, ok, type Result } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import { moveOver, temporaryBeside } from './replace-file.ts'
import { codeOf } from './store-files.ts'

const ownerOnly = 0o600
/** How Windows, and Linux for a program that runs, name a file that is held open. */
const heldOpen: ReadonlySet<string | undefined> = new Set(['EBUSY', 'ETXTBSY'])

/**
 * Replaces the file, or makes it, as a whole: whatever happens, there is either what was before or all of `text`.
 * Readable for its owner only. A link stays a link: what it points to is replaced. `storage`, with the system's code,
 * when it can't be written or is no plain file, `file-in-use` when another program holds it open; then nothing is left
 * behind.
 */
export function writeWhole(path: string, text: string): Promise<Result<null>> {
  return attempt('write', async () => {
    const found = await plainFile(path)
    const target = found === null ? path : await realpath(path)
    const beside = temporaryBeside(target)
    try {
      const file = await open(beside, 'wx', ownerOnly)
      try {
        await file.writeFile(text, 'utf8')
        await file.sync()
      } finally {
        await file.close()
      }
      await moveOver(beside, target, { text, mode: ownerOnly, keepsFile: found !== null && found.nlink > 1 })
    } catch (error) {
      await unlink(beside).catch(() => undefined)
      throw error
    }
    return ok(null)
  })
}

/** The file as text, without a byte order mark. `invalid` when it is too large, `storage` when it can't be read. */
export function readAtMost(path: string, mostBytes: number): Promise<Result<string>> {
  return attempt('read', async () => {
    // A pipe would never end.
    const found = await plainFile(path)
    if (found === null) throw new NotPlain('ENOENT')
    const { size } = found
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

/** Null when there is nothing. Throws when there is something else than a file. */
async function plainFile(path: string): Promise<Stats | null> {
  const found = await stat(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  })
  if (found?.isDirectory()) throw new NotPlain('EISDIR')
  if (found?.isFile() === false) throw new NotPlain('EINVAL')
  return found
}

async function attempt<T>(what: string, deed: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await deed()
  } catch (error) {
    // Without the path: that is the user's own.
    const kind = heldOpen.has(codeOf(error)) ? 'file-in-use' : 'storage'
    return failed(failure(kind, `${codeOf(error) ?? 'unknown error'}: could not ${what} the file`))
  }
}
