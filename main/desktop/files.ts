/** The Files port: the system's own dialogs, and whole files. */
import { join } from 'node:path'
import type { BrowserWindow, Dialog } from 'electron'
import type { Files } from '../ports.ts'
import { readAtMost, writeWhole } from './write-file.ts'

export type ElectronFilesOptions = {
  readonly dialog: Dialog
  /** What the dialogs belong to; null while nobody can see it, then they stand alone. */
  readonly parent: () => BrowserWindow | null
  /** Where saving begins. */
  readonly folder: () => string
}

export function electronFiles({ dialog, parent, folder }: ElectronFilesOptions): Files {
  return {
    async askWhereToSave(suggestedName, kind) {
      const options = {
        defaultPath: join(folder(), suggestedName),
        filters: [filterOf(kind)],
        properties: ['createDirectory' as const, 'showOverwriteConfirmation' as const],
      }
      const window = parent()
      const shown = window === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options)
      const { canceled, filePath } = await shown
      // Electron has '' or nothing for no file, depending on its version.
      return canceled || !filePath ? null : filePath
    },
    async askWhatToOpen(kind) {
      const options = { filters: [filterOf(kind)], properties: ['openFile' as const] }
      const window = parent()
      const shown = window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options)
      const { canceled, filePaths } = await shown
      return canceled ? null : (filePaths[0] ?? null)
    },
    read: readAtMost,
    write: writeWhole,
  }
}

/** The names of the formats are the same in every language. */
function filterOf(kind: 'csv' | 'json') {
  return { name: kind.toUpperCase(), extensions: [kind] }
}
