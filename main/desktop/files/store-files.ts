/** Names of the files in the storage folder, and what to do with them besides reading and writing documents. */
import {
  chmodSync,
  closeSync,
  copyFileSync,
  type Dirent,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  rmdirSync,
  unlinkSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** Short enough that the writing library, which cuts names over 128, never changes one. */
const segment = '[A-Za-z0-9][A-Za-z0-9._-]{0,99}'
const documentName = new RegExp(`^${segment}(?:/${segment})*$`)
/** What a killed write leaves behind. */
const leftOver = /^.+\.json\.tmp-\d{10}[0-9a-f]{6}$/

/** A name without an ending, perhaps in folders: `settings`, `organisations/1f0c/ledger`. */
export function isDocumentName(name: string): boolean {
  return documentName.test(name)
}

/** The names of the documents in a folder and in the folders in it. */
export function documentsIn(folder: string): string[] {
  return filesBelow(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .filter(isDocumentName)
}

/** The files in a folder and in the folders in it, as paths from there, with `/` on every system. */
export function filesBelow(folder: string): string[] {
  return entriesIn(folder).flatMap((entry) =>
    entry.isDirectory()
      ? filesBelow(join(folder, entry.name)).map((file) => `${entry.name}/${file}`)
      : [entry.name],
  )
}

/** Deletes what a folder and the folders in it hold, but for the named files; folders that are empty then go, too. */
export function deleteAllIn(folder: string, except: ReadonlySet<string>): void {
  for (const file of filesBelow(folder)) {
    if (except.has(file)) continue
    deleteFile(join(folder, file))
    deleteEmptyFolders(folder, file)
  }
  if (existsSync(folder)) syncFolder(folder)
}

/** Deletes the folders between `folder` and a file that was in them, as far as nothing else is in them. */
export function deleteEmptyFolders(folder: string, file: string): void {
  for (let path = dirname(file); path !== '.'; path = dirname(path)) {
    if (readdirSync(join(folder, path)).length > 0) return
    rmdirSync(join(folder, path))
  }
}

/** Deletes what killed writes left behind, also in the folders in it. */
export function deleteLeftOvers(folder: string): void {
  for (const file of filesBelow(folder)) if (leftOver.test(file)) deleteFile(join(folder, file))
}

/** Deletes all that lies beside a document: what killed writes left behind, and the copies set aside. */
export function deleteCopies(folder: string, name: string): void {
  const beside = dirname(join(folder, name))
  const start = `${basename(name)}.json.`
  for (const file of namesIn(beside)) if (file.startsWith(start)) deleteFile(join(beside, file))
}

/** Deletes a file, if it is there. Not `rmSync` with `force`, which says nothing when it may not delete. */
export function deleteFile(path: string): void {
  try {
    unlinkSync(path)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
}

/** The system's code of an error, such as `ENOSPC`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** Copies a document's file to a name that says why, and returns that name. It no longer counts as a document. */
export function copyFileAside(folder: string, name: string, why: string, now: Date): string {
  const time = now.toISOString().replace(/[-:]|\.\d+Z$/g, '')
  let copy = `${name}.json.${why}-${time}`
  for (let count = 2; existsSync(join(folder, copy)); count += 1)
    copy = `${name}.json.${why}-${time}-${count}`
  copyFileSync(join(folder, `${name}.json`), join(folder, copy))
  chmodSync(join(folder, copy), 0o600)
  syncPath(join(folder, copy))
  syncFolder(dirname(join(folder, copy)))
  return copy
}

/** Makes sure that a new, replaced or deleted name is on the disk, not only the file's content. */
export function syncFolder(folder: string): void {
  // Windows can't open a folder for this; there the rename is journalled.
  if (process.platform !== 'win32') syncPath(folder)
}

function syncPath(path: string): void {
  const file = openSync(path, process.platform === 'win32' ? 'r+' : 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function namesIn(folder: string): string[] {
  return entriesIn(folder).map(({ name }) => name)
}

function entriesIn(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}
