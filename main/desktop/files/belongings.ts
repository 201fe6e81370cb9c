/** The Belongings port: the folders in which the app writes. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { failed, ok } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import type { Belongings } from '../../ports.ts'
import { codeOf, deleteFile, syncFolder } from './store-files.ts'

/** @param folders `documents`: one document a file; `others`: everything in them goes. Neither holds folders. */
export function fileBelongings(folders: {
  readonly documents: string
  readonly others: readonly string[]
}): Belongings {
  return {
    removeAll(keptDocuments) {
      const kept = new Set(keptDocuments.map((name) => `${name}.json`))
      try {
        emptyFolder(folders.documents, kept)
        for (const folder of folders.others) emptyFolder(folder, new Set())
        return ok(null)
      } catch (error) {
        return failed(failure('storage', `${codeOf(error) ?? 'unknown error'}: could not remove the files`))
      }
    },
  }
}

function emptyFolder(folder: string, kept: ReadonlySet<string>): void {
  if (!existsSync(folder)) return
  for (const file of filesIn(folder)) if (!kept.has(file)) deleteFile(join(folder, file))
  syncFolder(folder)
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => entry.name)
}
