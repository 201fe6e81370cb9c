/** A `.env` file of the user's own: looking at what is there, and replacing it whole without widening who reads it. */
import { type FileHandle, lstat, open, readFile, realpath, stat, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { moveOver, temporaryBeside } from '../files/replace-file.ts'
import { codeOf } from '../files/store-files.ts'

/** Far more than any such file has. */
const mostBytes = 1024 * 1024
const ownerOnly = 0o600

/** What is at the chosen place. */
export type EnvTarget = {
  /** Where it really lies, links followed. */
  readonly path: string
  /** The chosen name is a link to it. */
  readonly linked: boolean
  readonly text: string
  /** Null when there is no file yet. */
  readonly before: Before | null
}

type Before = {
  readonly mode: number
  readonly uid: number
  readonly gid: number
  readonly changedAt: number
  readonly bytes: number
  /** How many names the file has (hard links). */
  readonly names: number
}

/** Why a file is left alone. */
export type Refusal = 'folder' | 'no-file' | 'lost-link' | 'too-large' | 'no-text' | 'read-only' | 'in-use'

/** What is at `path`, or why it can't be what was meant. Throws what the system says to anything else. */
export async function lookAt(path: string): Promise<EnvTarget | { readonly refused: Refusal }> {
  const linked = (await orMissing(lstat(path)))?.isSymbolicLink() === true
  const real = await orMissing(realpath(path), ['ENOENT', 'ELOOP'])
  if (real === null) {
    if (linked) return { refused: 'lost-link' }
    const folder = await realpath(dirname(path))
    return { path: join(folder, basename(path)), linked, text: '', before: null }
  }
  const found = await stat(real)
  if (found.isDirectory()) return { refused: 'folder' }
  if (!found.isFile()) return { refused: 'no-file' }
  if (found.size > mostBytes) return { refused: 'too-large' }
  const text = decoded(await readFile(real))
  if (text === null) return { refused: 'no-text' }
  const { mode, uid, gid, mtimeMs: changedAt, size: bytes, nlink: names } = found
  return { path: real, linked, text, before: { mode, uid, gid, changedAt, bytes, names } }
}

/**
 * Puts `text` in place of what `lookAt` found, all of it or nothing, with the same owner, and readable for nobody
 * but the owner, if that wasn't narrower before. Other names of the same file (hard links) stay names of it.
 * @returns null when it is done, otherwise why it isn't; throws what the system says to anything else
 */
export async function replaceWith(target: EnvTarget, text: string): Promise<'changed' | Refusal | null> {
  const { path, before } = target
  const beside = temporaryBeside(path)
  try {
    const file = await open(beside, 'wx', ownerOnly)
    try {
      await fill(file, text, before)
      if (!(await isAsFound(target))) {
        await unlink(beside)
        return 'changed'
      }
      const mode = (before?.mode ?? ownerOnly) & ownerOnly
      await moveOver(beside, path, { text, mode, keepsFile: before !== null && before.names > 1 })
    } catch (error) {
      await unlink(beside).catch(() => {})
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
      // Another owner's file becomes nobody else's: if it can't stay theirs, it is left alone.
      if (now.uid !== before.uid) await file.chown(before.uid, before.gid)
      // A group that may not be given means nothing where only the owner may read.
      else if (now.gid !== before.gid) await file.chown(before.uid, before.gid).catch(() => {})
      await file.chmod(before.mode & ownerOnly)
    }
    await file.sync()
  } finally {
    await file.close()
  }
}

async function isAsFound({ path, before }: EnvTarget): Promise<boolean> {
  const now = await orMissing(lstat(path))
  if (now === null || before === null) return now === null && before === null
  return now.mtimeMs === before.changedAt && now.size === before.bytes
}

/** Null for what is no text: then a line that is added would be the smallest of its changes. */
function decoded(bytes: Buffer): string | null {
  if (bytes.includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

async function orMissing<T>(asked: Promise<T>, missing: readonly string[] = ['ENOENT']): Promise<T | null> {
  try {
    return await asked
  } catch (error) {
    if (missing.includes(codeOf(error) ?? '')) return null
    throw error
  }
}
