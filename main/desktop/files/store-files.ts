/** File names in the storage folder, and operations on them other than reading and writing documents. */
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
import { openRegularSync } from './read-file.ts'

/** Below the 128 characters from which the library that writes the files truncates names. */
const segment = '[A-Za-z0-9][A-Za-z0-9._-]{0,99}'
const documentName = new RegExp(`^${segment}(?:/${segment})*$`)
/** The temporary file of a killed write. */
const temporaryFile = /^.+\.json\.tmp-\d{10}[0-9a-f]{6}$/

/** Whether this is a name without extension, optionally in folders: `settings`, `organisations/1f0c/ledger`. */
export function isDocumentName(name: string): boolean {
  return documentName.test(name)
}

/** The names of the documents in a folder and its subfolders. */
export function documentsIn(folder: string): string[] {
  return filesBelow(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .filter(isDocumentName)
}

/** The files in a folder and its subfolders, as relative paths with `/` on every system. */
export function filesBelow(folder: string): string[] {
  return entriesIn(folder).flatMap((entry) =>
    entry.isDirectory()
      ? filesBelow(join(folder, entry.name)).map((file) => `${entry.name}/${file}`)
      : [entry.name],
  )
}

/** Deletes all files in a folder and its subfolders but the named ones, and then empty subfolders. */
export function deleteAllIn(folder: string, except: ReadonlySet<string>): void {
  for (const file of filesBelow(folder)) {
    if (except.has(file)) continue
    deleteFile(join(folder, file))
    deleteEmptyFolders(folder, file)
  }
  if (existsSync(folder)) syncFolder(folder)
}

/** Deletes the empty folders between `folder` and a deleted file. */
export function deleteEmptyFolders(folder: string, file: string): void {
  for (let path = dirname(file); path !== '.'; path = dirname(path)) {
    if (readdirSync(join(folder, path)).length > 0) return
    rmdirSync(join(folder, path))
  }
}

/** Deletes the temporary files of killed writes, also in subfolders. */
export function deleteTemporaryFiles(folder: string): void {
  for (const file of filesBelow(folder)) if (temporaryFile.test(file)) deleteFile(join(folder, file))
}

/** Deletes the temporary files and set-aside copies of a document. */
export function deleteCopies(folder: string, name: string): void {
  const beside = dirname(join(folder, name))
  const start = `${basename(name)}.json.`
  for (const file of namesIn(beside)) if (file.startsWith(start)) deleteFile(join(beside, file))
}

/** Deletes a file if it exists. Not `rmSync` with `force`, which doesn't report missing permission. */
export function deleteFile(path: string): void {
  try {
    unlinkSync(path)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
}

/** The system error code, such as `ENOSPC`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** Copies a document's file to a name with the reason and time, which no longer counts as a document; returns it. */
export function copyFileAside(folder: string, name: string, reason: string, now: Date): string {
  const time = now.toISOString().replace(/[-:]|\.\d+Z$/g, '')
  let copy = `${name}.json.${reason}-${time}`
  for (let count = 2; existsSync(join(folder, copy)); count += 1)
    copy = `${name}.json.${reason}-${time}-${count}`
  // What isn't a file has nothing to copy, and copying it may never end.
  closeSync(openRegularSync(join(folder, `${name}.json`)))
  copyFileSync(join(folder, `${name}.json`), join(folder, copy))
  chmodSync(join(folder, copy), 0o600)
  syncPath(join(folder, copy))
  syncFolder(dirname(join(folder, copy)))
  return copy
}

/** Syncs a new, replaced or deleted directory entry to the disk; syncing the file covers only its content. */
export function syncFolder(folder: string): void {
  // Windows can't open a folder; NTFS journals the rename.
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
