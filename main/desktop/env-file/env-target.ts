/** Reads the user's `.env` file and replaces it atomically, without making it readable for more users. */
import { type FileHandle, lstat, open, realpath, stat, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { readBytes } from '../files/read-file.ts'
import { replaceFile, temporaryPathFor } from '../files/replace-file.ts'
import { codeOf } from '../files/store-files.ts'

/** Far larger than any real `.env` file. */
const maxBytes = 1024 * 1024
const ownerOnly = 0o600

/** The file at the path that the user chose. */
export type EnvTarget = {
  /** With symbolic links resolved. */
  readonly path: string
  /** The chosen path is a symbolic link. */
  readonly isLink: boolean
  readonly text: string
  /** Null when the file doesn't exist yet. */
  readonly before: Before | null
}

type Before = {
  readonly mode: number
  readonly uid: number
  readonly gid: number
  readonly changedAt: number
  readonly bytes: number
  /** Number of hard links. */
  readonly links: number
}

/** Why the file isn't changed. */
export type Refusal = 'folder' | 'no-file' | 'lost-link' | 'too-large' | 'no-text' | 'read-only' | 'in-use'

/** Reads the file at `path`. Throws the error of the file system. */
export async function inspect(path: string): Promise<EnvTarget | { readonly refused: Refusal }> {
  const isLink = (await nullIfMissing(lstat(path)))?.isSymbolicLink() === true
  const real = await nullIfMissing(realpath(path), ['ENOENT', 'ELOOP'])
  if (real === null) {
    if (isLink) return { refused: 'lost-link' }
    const folder = await realpath(dirname(path))
    return { path: join(folder, basename(path)), isLink, text: '', before: null }
  }
  const found = await stat(real)
  if (found.isDirectory()) return { refused: 'folder' }
  if (!found.isFile()) return { refused: 'no-file' }
  if (found.size > maxBytes) return { refused: 'too-large' }
  const text = decoded((await readBytes(real)).bytes)
  if (text === null) return { refused: 'no-text' }
  const { mode, uid, gid, mtimeMs: changedAt, size: bytes, nlink: links } = found
  return { path: real, isLink, text, before: { mode, uid, gid, changedAt, bytes, links } }
}

/**
 * Replaces the inspected file atomically. The owner stays, and only the owner keeps the access that it had. Other names
 * of the same file (hard links) stay names of it.
 * @returns null when done, otherwise why not (`changed`: since `inspect`); throws any other error of the file system
 */
export async function replaceIfUnchanged(
  target: EnvTarget,
  text: string,
): Promise<'changed' | Refusal | null> {
  const { path, before } = target
  const temporary = temporaryPathFor(path)
  try {
    const file = await open(temporary, 'wx', ownerOnly)
    try {
      await fill(file, text, before)
      if (!(await isUnchanged(target))) {
        await unlink(temporary)
        return 'changed'
      }
      const mode = (before?.mode ?? ownerOnly) & ownerOnly
      await replaceFile(temporary, path, { text, mode, keepInode: before !== null && before.links > 1 })
    } catch (error) {
      await unlink(temporary).catch(() => {})
      throw error
    }
  } catch (error) {
    const refusal = refusals[codeOf(error) ?? '']
    if (refusal === undefined) throw error
    return refusal
  }
  return null
}

const refusals: Readonly<Record<string, Refusal>> = {
  EACCES: 'read-only',
  EPERM: 'read-only',
  EROFS: 'read-only',
  EBUSY: 'in-use',
  ETXTBSY: 'in-use',
}

async function fill(file: FileHandle, text: string, before: Before | null): Promise<void> {
  try {
    await file.writeFile(text)
    if (before !== null && process.platform !== 'win32') {
      const now = await file.stat()
      // Throws if the owner can't be kept: the file must not change hands.
      if (now.uid !== before.uid) await file.chown(before.uid, before.gid)
      // A failure is harmless, as the mode gives the group no access.
      else if (now.gid !== before.gid) await file.chown(before.uid, before.gid).catch(() => {})
      await file.chmod(before.mode & ownerOnly)
    }
    await file.sync()
  } finally {
    await file.close()
  }
}

async function isUnchanged({ path, before }: EnvTarget): Promise<boolean> {
  const now = await nullIfMissing(lstat(path))
  if (now === null || before === null) return now === null && before === null
  return now.mtimeMs === before.changedAt && now.size === before.bytes
}

/** Null for binary data or invalid UTF-8, which writing it back as text would corrupt. */
function decoded(bytes: Buffer): string | null {
  if (bytes.includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

async function nullIfMissing<T>(
  operation: Promise<T>,
  missing: readonly string[] = ['ENOENT'],
): Promise<T | null> {
  try {
    return await operation
  } catch (error) {
    if (missing.includes(codeOf(error) ?? '')) return null
    throw error
  }
}
