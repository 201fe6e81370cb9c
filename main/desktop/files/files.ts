/** The Files port: the system's file dialogs, and reading and writing whole files. */
import { join } from 'node:path'
import type { Dialog } from 'electron'
import type { Files } from '../../ports.ts'
import type { WithParentWindow } from '../window/window.ts'
import { readWhole, writeWhole } from './write-file.ts'

export type ElectronFilesOptions = {
  readonly dialog: Dialog
  readonly withParentWindow: WithParentWindow
  /** The folder that the save dialog opens in. */
  readonly folder: () => string
}

export function electronFiles({ dialog, withParentWindow, folder }: ElectronFilesOptions): Files {
  return {
    async askWhereToSave(suggestedName, kind) {
      const options = {
        defaultPath: join(folder(), suggestedName),
        filters: [dialogFilter(kind)],
        properties: ['createDirectory' as const, 'showOverwriteConfirmation' as const],
      }
      const { canceled, filePath } = await withParentWindow((parent) =>
        parent === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(parent, options),
      )
      // Electron returns '' or undefined for no file, depending on its version.
      return canceled || !filePath ? null : filePath
    },
    async askWhatToOpen(kind) {
      const options = { filters: [dialogFilter(kind)], properties: ['openFile' as const] }
      const { canceled, filePaths } = await withParentWindow((parent) =>
        parent === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(parent, options),
      )
      return canceled ? null : (filePaths[0] ?? null)
    },
    read: readWhole,
    write: writeWhole,
  }
}

/** The name needs no translation: a format is called the same in every language. */
function dialogFilter(kind: 'csv' | 'json' | 'txt') {
  return { name: kind.toUpperCase(), extensions: [kind] }
}
