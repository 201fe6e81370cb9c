/** Whether the system starts the app after the login: each system keeps that in its own way. */
import type { App } from 'electron'
import { failed, ok, type Result } from '../../preload/contract/index.ts'
import { words } from '../../words/desktop.ts'
import { failure } from '../parallel/failures.ts'
import { ownAppImage } from './app-image.ts'
import { autostartPath, writeAutostart } from './autostart.ts'
import { hiddenArgument } from './command-line.ts'

export type LoginItem = { readonly openAtLogin: boolean; readonly hidden: boolean }

export type SetLoginItem = (wanted: LoginItem) => Result<null>

export function systemLoginItem(app: App, system: NodeJS.Platform = process.platform): SetLoginItem {
  // Not installed: Electron's own program is started with the app's folder.
  const own = app.isPackaged ? [] : [app.getAppPath()]
  const argumentsFor = (hidden: boolean) => [...own, ...(hidden ? [hiddenArgument] : [])]

  if (system === 'linux') {
    // What runs inside an AppImage lies in a folder that is gone after the run.
    const program = ownAppImage(process.env, process.execPath) ?? process.execPath
    const path = autostartPath(app.getPath('appData'))
    return ({ openAtLogin, hidden }) =>
      writeAutostart(path, words.appName, openAtLogin ? [program, ...argumentsFor(hidden)] : null)
  }

  return ({ openAtLogin, hidden }) => {
    // macOS takes no arguments; the setting itself says whether to hide.
    const args = system === 'win32' ? argumentsFor(hidden).map((word) => `"${word}"`) : []
    const isSo = (): boolean => app.getLoginItemSettings({ args }).openAtLogin === openAtLogin
    if (isSo()) return ok(null)
    app.setLoginItemSettings({ openAtLogin, args })
    return isSo() ? ok(null) : failed(failure('forbidden', 'The system did not take the login item.'))
  }
}
