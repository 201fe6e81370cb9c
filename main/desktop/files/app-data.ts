/** The AppData port: the folders in which the app writes. */
import { existsSync, readdirSync } from 'node:fs'
import { failed, ok } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import type { AppData } from '../../ports.ts'
import { codeOf, deleteAllIn } from './store-files.ts'

/** @param folders `documents`: one file for each document, also in subfolders; `others`: emptied completely */
export function fileAppData(folders: {
  readonly documents: string
  readonly others: readonly string[]
}): AppData {
  return {
    removeAll(keptDocuments) {
      try {
        // An unreadable folder must be reported, not taken for an empty one.
        for (const folder of [folders.documents, ...folders.others])
          if (existsSync(folder)) readdirSync(folder)
        deleteAllIn(folders.documents, new Set(keptDocuments.map((name) => `${name}.json`)))
        for (const folder of folders.others) deleteAllIn(folder, new Set())
        return ok(null)
      } catch (error) {
        return failed(failure('storage', `${codeOf(error) ?? 'unknown error'}: could not remove the files`))
      }
    },
  }
}
