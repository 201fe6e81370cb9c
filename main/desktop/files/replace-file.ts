/** Puts a finished temporary file in the place of another one. Has no Electron, so that unit tests cover it. */
import { randomBytes } from 'node:crypto'
import { open, rename, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { statRegular } from './read-file.ts'
import { codeOf, syncFolder } from './store-files.ts'

/** A mount point, a file of another user in a folder with the sticky bit, or on Windows a file that is held open. */
const notReplaceable: ReadonlySet<string | undefined> = new Set(['EBUSY', 'EPERM', 'EACCES'])

/** In the same folder, as a rename is atomic only within a file system; the file's own name may be too long to extend. */
export function temporaryPathFor(path: string): string {
  return join(dirname(path), `.${randomBytes(8).toString('hex')}.tmp`)
}

export type ReplaceOptions = {
  /** The content of the temporary file. */
  readonly text: string
  /** Set on an overwritten file. */
  readonly mode: number
  /** Always overwrites: other hard links would keep the old content. */
  readonly keepInode?: boolean
}

/**
 * Renames `temporary` to `path`, or overwrites the existing file if that can't be replaced or has to be kept. The
 * temporary file stays until then, so that a crash loses nothing. Throws the error of the file system.
 */
export async function replaceFile(
  temporary: string,
  path: string,
  { text, mode, keepInode = false }: ReplaceOptions,
): Promise<void> {
  if (!keepInode) {
    try {
      await rename(temporary, path)
      return syncFolder(dirname(path))
    } catch (error) {
      if (!notReplaceable.has(codeOf(error))) throw error
    }
  }
  syncFolder(dirname(path))
  await overwrite(path, text, mode)
  await unlink(temporary)
}

/** Restores the previous content when writing fails. */
async function overwrite(path: string, text: string, mode: number): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await statRegular(file)
    const before = await file.readFile()
    if (process.platform !== 'win32') await file.chmod(mode)
    const fill = async (bytes: Buffer): Promise<void> => {
      for (let at = 0; at < bytes.length; )
        at += (await file.write(bytes, at, bytes.length - at, at)).bytesWritten
      await file.truncate(bytes.length)
      await file.sync()
    }
    try {
      await fill(Buffer.from(text))
    } catch (error) {
      await fill(before)
      throw error
    }
  } finally {
    await file.close()
  }
}
