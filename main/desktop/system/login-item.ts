/** Starting the app at login, which each system configures differently. */
import type { App } from 'electron'
import { failed, ok, type Result } from '../../../preload/contract/index.ts'
import { words } from '../../../words/desktop.ts'
import { failure } from '../../parallel/failures.ts'
import { hiddenArgument } from '../start/command-line.ts'
import { ownAppImage } from './app-image.ts'
import { autostartPath, isAutostarted, writeAutostart } from './autostart.ts'

export type WantedLoginItem = { readonly openAtLogin: boolean; readonly hidden: boolean }

export type LoginItem = {
  set(wanted: WantedLoginItem): Result<null>
  /** @param hidden as it was set: Windows finds the item only by its exact command line */
  isSet(hidden: boolean): boolean
}

export function systemLoginItem(app: App, system: NodeJS.Platform = process.platform): LoginItem {
  // An unpackaged app is Electron's binary with the app's folder as its argument.
  const appArguments = app.isPackaged ? [] : [app.getAppPath()]
  const argumentsFor = (hidden: boolean) => [...appArguments, ...(hidden ? [hiddenArgument] : [])]

  if (system === 'linux') {
    // The executable inside an AppImage is in a folder that is unmounted after the run.
    const program = ownAppImage(process.env, process.execPath) ?? process.execPath
    const path = autostartPath(app.getPath('appData'))
    return {
      set: ({ openAtLogin, hidden }) =>
        writeAutostart(path, words.appName, openAtLogin ? [program, ...argumentsFor(hidden)] : null),
      isSet: () => isAutostarted(path),
    }
  }

  // Electron 42 and later quote the arguments for Windows, but never the path; unquoted, Windows runs the part of it
  // before a space, and Electron takes any other program below that for ours. macOS passes no arguments; the app then reads the setting itself.
  const itemFor = (hidden: boolean): { path?: string; args?: string[] } =>
    system === 'win32' ? { path: `"${process.execPath}"`, args: argumentsFor(hidden) } : {}
  const isSet = (hidden: boolean): boolean => {
    const { openAtLogin, executableWillLaunchAtLogin } = app.getLoginItemSettings(itemFor(hidden))
    // Windows keeps an item that the user has disabled, and reports that separately.
    return openAtLogin && (system !== 'win32' || executableWillLaunchAtLogin)
  }
  return {
    isSet,
    set({ openAtLogin, hidden }) {
      if (isSet(hidden) === openAtLogin) return ok(null)
      app.setLoginItemSettings({ openAtLogin, ...itemFor(hidden) })
      if (isSet(hidden) === openAtLogin) return ok(null)
      return failed(failure('forbidden', 'The system did not take the login item.'))
    },
  }
}
