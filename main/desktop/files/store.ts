/** The Store port: one file for each document, replaced atomically by electron-store. */
import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import ElectronStore from 'electron-store'
import { failed, ok, type Result } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import type { Log, Store } from '../../ports.ts'
import { readTextSync } from './read-file.ts'
import {
  codeOf,
  copyFileAside,
  deleteAllIn,
  deleteCopies,
  deleteEmptyFolders,
  deleteFile,
  deleteTemporaryFiles,
  documentsIn,
  isDocumentName,
  syncFolder,
} from './store-files.ts'

/**
 * Opens the storage in `folder`, which is created if needed and closed to other users. Document names are plain
 * (`store-files.ts`); disk errors are failures of kind `storage`, with the system's code (`ENOSPC`, `EACCES`, …) in the
 * message. A file that is not JSON is copied aside, named in the failure's `reference`, and deleted.
 */
export function electronStore({ folder, log }: { readonly folder: string; readonly log: Log }): Store {
  // With this variable electron-store writes in place, so that a crash would lose the document.
  delete process.env.SNAP
  // Opens electron-store's IPC channel now instead of with the first document, so that start-up can close it.
  ElectronStore.initRenderer()
  const prepared = attempt('prepare', folder, () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    chmodSync(folder, 0o700)
    deleteTemporaryFiles(folder)
    return null
  })
  if (!prepared.ok) log.failure('storage folder', prepared.failure)

  const pathOf = (name: string): string => join(folder, `${name}.json`)
  const folderOf = (name: string): string => dirname(pathOf(name))

  /** The parsed file; undefined when there is none. A file that is not JSON is set aside. */
  const read = (name: string): Result<unknown> =>
    attempt('read', name, () => {
      const text = readText(pathOf(name))
      if (text === undefined) return undefined
      try {
        return JSON.parse(text)
      } catch {
        const copy = copyFileAside(folder, name, 'unreadable', new Date())
        deleteFile(pathOf(name))
        syncFolder(folderOf(name))
        throw new SetAsideError(copy)
      }
    })

  return {
    read,
    write(name, document) {
      // electron-store's constructor throws when it can't read an existing file.
      const before = read(name)
      if (!before.ok && before.failure.reference === undefined) return before
      if (!before.ok) log.failure('replaced an unreadable document', before.failure)
      return attempt('write', name, () => {
        createFolder(folder, dirname(name))
        const file = new ElectronStore<Record<string, unknown>>({
          cwd: folderOf(name),
          name: basename(name),
          accessPropertiesByDotNotation: false,
          configFileMode: 0o600,
        })
        file.store = { ...document }
        syncFolder(folderOf(name))
        return null
      })
    },
    remove: (name) =>
      attempt('remove', name, () => {
        if (!existsSync(folderOf(name))) return null
        deleteFile(pathOf(name))
        deleteCopies(folder, name)
        deleteEmptyFolders(folder, name)
        syncFolder(existsSync(folderOf(name)) ? folderOf(name) : folder)
        return null
      }),
    removeFolder: (name, except) =>
      attempt('remove', name, () => {
        deleteAllIn(join(folder, name), new Set(except.map((one) => `${one}.json`)))
        deleteEmptyFolders(folder, `${name}/any`)
        syncFolder(folder)
        return null
      }),
    list: (name) => documentsIn(join(folder, name)).map((one) => `${name}/${one}`),
    copyAside: (name, why) => attempt('copy', name, () => copyFileAside(folder, name, why, new Date())),
  }
}

/** Creates a subfolder, closed to other users, and syncs it to the disk before any file is written into it. */
function createFolder(root: string, path: string): void {
  if (path === '.' || existsSync(join(root, path))) return
  createFolder(root, dirname(path))
  mkdirSync(join(root, path), { mode: 0o700 })
  syncFolder(dirname(join(root, path)))
}

/** Thrown when a file was not JSON and has been set aside. */
class SetAsideError extends Error {
  readonly copy: string
  constructor(copy: string) {
    super(`is no JSON and was set aside as ${copy}`)
    this.copy = copy
  }
}

function readText(path: string): string | undefined {
  try {
    return readTextSync(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

function attempt<T>(what: string, name: string, operation: () => T): Result<T> {
  if (what !== 'prepare' && !isDocumentName(name))
    return failed(failure('bug', 'That is no name for a document.'))
  try {
    return ok(operation())
  } catch (error) {
    if (error instanceof SetAsideError) {
      return failed(failure('storage', `${name}.json ${error.message}`, { reference: error.copy }))
    }
    const reason = codeOf(error) ?? (error instanceof Error ? error.message : 'unknown error')
    return failed(failure('storage', `${reason}: could not ${what} ${name}`))
  }
}
