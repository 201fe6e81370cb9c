/** Names of the files in the storage folder, and what to do with them besides reading and writing documents. */
import { chmodSync, closeSync, copyFileSync, fsyncSync, openSync, readdirSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'

/** Short enough that the writing library, which cuts names over 128, never changes one. */
const documentName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/
/** What a killed write leaves behind. */
const leftOver = /^.+\.json\.tmp-\d{10}[0-9a-f]{6}$/

export function isDocumentName(name: string): boolean {
  return documentName.test(name)
}

/** The names of the documents in a folder. */
export function documentsIn(folder: string): string[] {
  return namesIn(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .filter(isDocumentName)
}

/** Deletes what killed writes left behind. */
export function deleteLeftOvers(folder: string): void {
  for (const file of namesIn(folder)) if (leftOver.test(file)) deleteFile(join(folder, file))
}

/** Deletes all that lies beside a document: what killed writes left behind, and the copies set aside. */
export function deleteCopies(folder: string, name: string): void {
  for (const file of namesIn(folder)) if (file.startsWith(`${name}.json.`)) deleteFile(join(folder, file))
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
  const taken = new Set(namesIn(folder))
  let copy = `${name}.json.${why}-${time}`
  for (let count = 2; taken.has(copy); count += 1) copy = `${name}.json.${why}-${time}-${count}`
  copyFileSync(join(folder, `${name}.json`), join(folder, copy))
  chmodSync(join(folder, copy), 0o600)
  syncPath(join(folder, copy))
  syncFolder(folder)
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
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
