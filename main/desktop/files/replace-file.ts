/** How a finished file takes the place of another. Plain Node, so that it is tested without a desktop. */
import { randomBytes } from 'node:crypto'
import { open, rename, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { codeOf, syncFolder } from './store-files.ts'

/** Why a name isn't replaced: it is a mount point, in a folder with the sticky bit, or held open on Windows. */
const notReplaceable: ReadonlySet<string | undefined> = new Set(['EBUSY', 'EPERM', 'EACCES'])

/** A name for a file beside `path`: a rename is atomic on one disk only. Short, as that of `path` may be long. */
export function temporaryBeside(path: string): string {
  return join(dirname(path), `.${randomBytes(8).toString('hex')}.tmp`)
}

export type MoveOptions = {
  /** What `beside` holds. */
  readonly text: string
  /** Of the file, if it stays the same one. */
  readonly mode: number
  /** The file has other names, which would stay behind if it were replaced. */
  readonly keepsFile?: boolean
}

/**
 * Puts the finished file `beside` in the place of `path`. A file that can't be replaced, or must stay the same one, is
 * written over; `beside` holds all of the text until that is on the disk, so that a crash loses nothing.
 */
export async function moveOver(
  beside: string,
  path: string,
  { text, mode, keepsFile = false }: MoveOptions,
): Promise<void> {
  if (!keepsFile) {
    try {
      await rename(beside, path)
      return syncFolder(dirname(path))
    } catch (error) {
      if (!notReplaceable.has(codeOf(error))) throw error
    }
  }
  syncFolder(dirname(path))
  await writeInto(path, text, mode)
  await unlink(beside)
}

/** As it was before when it fails. */
async function writeInto(path: string, text: string, mode: number): Promise<void> {
  const file = await open(path, 'r+')
  try {
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
