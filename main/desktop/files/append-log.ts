/** The AppendLog port: line files in the documents' folder, without Electron. */
import { chmod, type FileHandle, mkdir, open, rename, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { failed, ok, type Result } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import type { AppendLog } from '../../ports.ts'
import { readBytes, statRegular } from './read-file.ts'
import { codeOf, filesBelow, isDocumentName } from './store-files.ts'

const temporarySuffix = '.jsonl.tmp'
/** Far more than the readings of five years. */
const maxBytes = 512 * 1024 * 1024

/**
 * Stores its files in `folder`, which is created at the first use and closed to other users. A write that succeeded is on
 * the disk. Names are plain (`store-files.ts`); disk errors are failures of kind `storage` with the system's code in the
 * message.
 */
export function fileAppendLog(folder: string): AppendLog {
  let prepared: Promise<void> | null = null
  const pathOf = (name: string): string => join(folder, `${name}.jsonl`)
  const folderOf = (name: string): string => dirname(pathOf(name))

  const attempt = async <T>(what: string, name: string, operation: () => Promise<T>): Promise<Result<T>> => {
    if (!isDocumentName(name)) return failed(failure('bug', 'That is no name for a file of lines.'))
    try {
      prepared ??= prepare(folder)
      await prepared
    } catch (error) {
      prepared = null
      return failed(failure('storage', `${reasonOf(error)}: could not prepare the folder`))
    }
    try {
      return ok(await operation())
    } catch (error) {
      return failed(failure('storage', `${reasonOf(error)}: could not ${what} ${name}`))
    }
  }

  return {
    read: (name) =>
      attempt('read', name, async () => {
        const text = await readText(pathOf(name))
        // After the last line break there is nothing, or a partial line from a crash.
        return text.split('\n').slice(0, -1)
      }),
    append: (name, lines) =>
      attempt('append to', name, async () => {
        await mkdir(folderOf(name), { recursive: true, mode: 0o700 })
        const file = await open(pathOf(name), 'a+', 0o600)
        try {
          await statRegular(file)
          const before = await truncateTornLine(file)
          try {
            await file.appendFile(toText(lines))
            await file.datasync()
          } catch (error) {
            // The caller retries, and lines that were partly written must not appear twice.
            await file.truncate(before)
            throw error
          }
          if (before === 0) await syncFolder(folderOf(name))
          return null
        } finally {
          await file.close()
        }
      }),
    replace: (name, lines) =>
      attempt('replace', name, async () => {
        const temporary = join(folder, `${name}${temporarySuffix}`)
        await mkdir(folderOf(name), { recursive: true, mode: 0o700 })
        // Always a new file: an existing one of that name may be a link to another file.
        await deleteFile(temporary)
        const file = await open(temporary, 'wx', 0o600)
        try {
          await file.writeFile(toText(lines))
          await file.datasync()
        } finally {
          await file.close()
        }
        await rename(temporary, pathOf(name))
        await syncFolder(folderOf(name))
        return null
      }),
    remove: (name) =>
      attempt('remove', name, async () => {
        await deleteFile(pathOf(name))
        await deleteFile(join(folder, `${name}${temporarySuffix}`))
        await syncFolder(folderOf(name))
        return null
      }),
  }
}

async function prepare(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  for (const file of filesBelow(folder))
    if (file.endsWith(temporarySuffix)) await deleteFile(join(folder, file))
}

/** Truncates an unfinished last line, so that the next line isn't appended to it. Returns the size. */
async function truncateTornLine(file: FileHandle): Promise<number> {
  const { size } = await file.stat()
  const chunk = Buffer.alloc(4096)
  let end = size
  while (end > 0) {
    const from = Math.max(end - chunk.length, 0)
    const { bytesRead } = await file.read(chunk, 0, end - from, from)
    const found = chunk.subarray(0, bytesRead).lastIndexOf(0x0a)
    end = found === -1 ? from : from + found + 1
    if (found !== -1) break
  }
  if (end < size) await file.truncate(end)
  return end
}

async function readText(path: string): Promise<string> {
  try {
    const { bytes } = await readBytes(path, maxBytes)
    return bytes.toString('utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return ''
    throw error
  }
}

async function deleteFile(path: string): Promise<void> {
  try {
    await unlink(path)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
}

/** Syncs a new, replaced or deleted directory entry to the disk; syncing the file covers only its content. */
async function syncFolder(folder: string): Promise<void> {
  // Windows can't open a folder; NTFS journals the rename.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r').catch((error: unknown) => {
    // Nothing was written there yet.
    if (codeOf(error) === 'ENOENT') return null
    throw error
  })
  if (handle === null) return
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function toText(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}

function reasonOf(error: unknown): string {
  return codeOf(error) ?? (error instanceof Error ? error.message : 'unknown error')
}
