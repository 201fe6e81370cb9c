/** The EnvFiles port: asks for a file, warns if the secret could become public, and sets one variable. */
import { lstat, realpath } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, isAbsolute, join, relative, sep } from 'node:path'
import type { Dialog } from 'electron'
import { failed, ok } from '../../../preload/contract/index.ts'
import { words } from '../../../words/desktop.ts'
import { setVariable } from '../../organisation/keys/env-text.ts'
import { failure } from '../../parallel/failures.ts'
import type { EnvFiles, Log } from '../../ports.ts'
import { codeOf } from '../files/store-files.ts'
import type { WithParentWindow } from '../window/window.ts'
import { gitStatus } from './env-git.ts'
import { inspect, replaceIfUnchanged } from './env-target.ts'

/** The variable that Parallel's client libraries read. */
const variable = 'PARALLEL_API_KEY'

export type EnvFilesOptions = {
  readonly dialog: Pick<Dialog, 'showSaveDialog' | 'showMessageBox'>
  readonly withParentWindow: WithParentWindow
  readonly log: Log
  readonly home?: string
}

type RefusalReason = keyof typeof words.secret.refused.why

export function electronEnvFiles(options: EnvFilesOptions): EnvFiles {
  const { log, home = homedir() } = options
  const { chooseFile, confirm, explainRefusal } = envFileDialogs(options)

  /** @returns the file's name; null if the user cancelled, or if a message explained why nothing was saved */
  async function saveIn(path: string, secret: string): Promise<string | null> {
    const target = await inspect(path)
    if ('refused' in target) {
      await explainRefusal(basename(path), target.refused)
      return null
    }
    const file = basename(target.path)
    const { warning } = words.secret
    if (
      isOutside(await realpath(home), target.path) &&
      // The file may be outside the home folder even if its path is inside, because a folder on the way is a link.
      (target.isLink || !isOutside(home, path)) &&
      !(await confirm(warning.outside(target.path)))
    )
      return null
    const status = await gitStatus(target.path)
    if (status === 'tracked' && !(await confirm(warning.tracked(file)))) return null
    if (status === 'not-ignored' && !(await confirm(warning.notIgnored(file)))) return null
    if (status === 'unknown' && !(await confirm(warning.unknown(file)))) return null
    const text = setVariable(target.text, variable, secret)
    const reason = text === null ? 'unwritable' : await replaceIfUnchanged(target, text)
    if (reason === null) return file
    await explainRefusal(file, reason)
    return null
  }

  return {
    async save(secret) {
      const path = await chooseFile(home)
      if (path === null) return ok(null)
      try {
        const savedAs = await saveIn(path, secret)
        return ok(savedAs === null ? null : { savedAs })
      } catch (error) {
        // The error's message may quote the user's path, so only its code is logged.
        const reason = failure('storage', `${codeOf(error) ?? 'unknown error'}: could not write the file`)
        log.failure('secret not saved', reason)
        return failed(reason)
      }
    },
  }
}

function envFileDialogs({ dialog, withParentWindow }: EnvFilesOptions) {
  function showMessage(options: Electron.MessageBoxOptions): Promise<Electron.MessageBoxReturnValue> {
    return withParentWindow((parent) =>
      parent === null ? dialog.showMessageBox(options) : dialog.showMessageBox(parent, options),
    )
  }

  return {
    /** Null if the user cancelled. */
    async chooseFile(home: string): Promise<string | null> {
      const { title, explained, button } = words.secret.save
      const options: Electron.SaveDialogOptions = {
        title,
        message: explained,
        buttonLabel: button,
        defaultPath: join(home, '.env'),
        // No overwrite confirmation, as only one line of the file changes.
        properties: ['showHiddenFiles', 'createDirectory', 'dontAddToRecent'],
      }
      const chosen = await withParentWindow((parent) =>
        parent === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(parent, options),
      )
      return chosen.canceled || chosen.filePath === '' ? null : withHiddenExtension(chosen.filePath)
    },
    /** True only if the user chose the second button. */
    async confirm({ title, explained }: { title: string; explained: string }): Promise<boolean> {
      const { cancel, saveAnyway } = words.secret.warning
      const { response } = await showMessage({
        type: 'warning',
        message: title,
        detail: explained,
        buttons: [cancel, saveAnyway],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      })
      return response === 1
    },
    async explainRefusal(file: string, reason: RefusalReason): Promise<void> {
      const { title, close, why: reasons } = words.secret.refused
      await showMessage({ type: 'error', message: title(file), detail: reasons[reason], buttons: [close] })
    },
  }
}

/**
 * Where the system hides extensions, its dialog lists `prod.env` as `prod`: a typed `prod` then means `prod.env`.
 */
async function withHiddenExtension(path: string): Promise<string> {
  const isThere = (one: string): Promise<boolean> =>
    lstat(one).then(
      () => true,
      () => false,
    )
  return !(await isThere(path)) && (await isThere(`${path}.env`)) ? `${path}.env` : path
}

function isOutside(folder: string, path: string): boolean {
  const fromFolder = relative(folder, path)
  return fromFolder.split(sep)[0] === '..' || isAbsolute(fromFolder)
}
