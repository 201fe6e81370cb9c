/** The EnvFiles port: asks where to, warns of what could make the secret public, and sets one line. */
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
import type { Over } from '../window/window.ts'
import { lookAt, replaceWith } from './env-file-write.ts'
import { gitStanding } from './env-git.ts'

/** As Parallel's own client libraries read it. */
const variable = 'PARALLEL_API_KEY'

export type EnvFilesOptions = {
  readonly dialog: Pick<Dialog, 'showSaveDialog' | 'showMessageBox'>
  readonly over: Over
  readonly log: Log
  readonly home?: string
}

type Refused = keyof typeof words.secret.refused.why

export function electronEnvFiles({ dialog, over, log, home = homedir() }: EnvFilesOptions): EnvFiles {
  /** False unless the user chose the second button. */
  async function goesOn({ title, explained }: { title: string; explained: string }): Promise<boolean> {
    const { cancel, saveAnyway } = words.secret.warning
    const { response } = await message({
      type: 'warning',
      message: title,
      detail: explained,
      buttons: [cancel, saveAnyway],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    return response === 1
  }

  async function refuse(file: string, why: Refused): Promise<void> {
    const { title, close, why: reasons } = words.secret.refused
    await message({ type: 'error', message: title(file), detail: reasons[why], buttons: [close] })
  }

  function message(options: Electron.MessageBoxOptions): Promise<Electron.MessageBoxReturnValue> {
    return over((parent) =>
      parent === null ? dialog.showMessageBox(options) : dialog.showMessageBox(parent, options),
    )
  }

  async function ask(): Promise<string | null> {
    const { title, explained, button } = words.secret.save
    const options: Electron.SaveDialogOptions = {
      title,
      message: explained,
      buttonLabel: button,
      defaultPath: join(home, '.env'),
      // Nothing is overwritten, so the system isn't asked to warn of that.
      properties: ['showHiddenFiles', 'createDirectory', 'dontAddToRecent'],
    }
    const chosen = await over((parent) =>
      parent === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(parent, options),
    )
    return chosen.canceled || chosen.filePath === '' ? null : withHiddenExtension(chosen.filePath)
  }

  /** @returns the name of the file; null when nothing was saved, which the user was told or has chosen */
  async function saveIn(path: string, secret: string): Promise<string | null> {
    const target = await lookAt(path)
    if ('refused' in target) {
      await refuse(basename(path), target.refused)
      return null
    }
    const file = basename(target.path)
    const { warning } = words.secret
    if (
      target.linked &&
      (await isOutside(home, target.path)) &&
      !(await goesOn(warning.outside(target.path)))
    )
      return null
    const standing = await gitStanding(target.path)
    if (standing === 'tracked' && !(await goesOn(warning.tracked(file)))) return null
    if (standing === 'not-ignored' && !(await goesOn(warning.notIgnored(file)))) return null
    const text = setVariable(target.text, variable, secret)
    const why = text === null ? 'unwritable' : await replaceWith(target, text)
    if (why === null) return file
    await refuse(file, why)
    return null
  }

  return {
    async save(secret) {
      const path = await ask()
      if (path === null) return ok(null)
      try {
        const savedAs = await saveIn(path, secret)
        return ok(savedAs === null ? null : { savedAs })
      } catch (error) {
        // The system's words may quote the path, which is the user's own business; its code tells enough.
        const why = failure('storage', `${codeOf(error) ?? 'unknown error'}: could not write the file`)
        log.failure('secret not saved', why)
        return failed(why)
      }
    },
  }
}

/**
 * The file that was meant: where the system hides extensions, `prod.env` is listed as `prod`, and whoever types that
 * means it.
 */
async function withHiddenExtension(path: string): Promise<string> {
  const isThere = (one: string): Promise<boolean> =>
    lstat(one).then(
      () => true,
      () => false,
    )
  return !(await isThere(path)) && (await isThere(`${path}.env`)) ? `${path}.env` : path
}

async function isOutside(folder: string, path: string): Promise<boolean> {
  const way = relative(await realpath(folder), path)
  return way.split(sep)[0] === '..' || isAbsolute(way)
}
