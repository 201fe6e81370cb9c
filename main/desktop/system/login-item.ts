/** Whether the system starts the app after the login: each system keeps that in its own way. */
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
  /** @param hidden how it was set: Windows tells of the very same command line only */
  isSet(hidden: boolean): boolean
}

export function systemLoginItem(app: App, system: NodeJS.Platform = process.platform): LoginItem {
  // Not installed: Electron's own program is started with the app's folder.
  const own = app.isPackaged ? [] : [app.getAppPath()]
  const argumentsFor = (hidden: boolean) => [...own, ...(hidden ? [hiddenArgument] : [])]

  if (system === 'linux') {
    // What runs inside an AppImage lies in a folder that is gone after the run.
    const program = ownAppImage(process.env, process.execPath) ?? process.execPath
    const path = autostartPath(app.getPath('appData'))
    return {
      set: ({ openAtLogin, hidden }) =>
        writeAutostart(path, words.appName, openAtLogin ? [program, ...argumentsFor(hidden)] : null),
      isSet: () => isAutostarted(path),
    }
  }

  // macOS takes no arguments; the setting itself says whether to hide.
  const argsFor = (hidden: boolean) =>
    system === 'win32' ? argumentsFor(hidden).map((word) => `"${word}"`) : []
  const isSet = (hidden: boolean): boolean => {
    const { openAtLogin, executableWillLaunchAtLogin } = app.getLoginItemSettings({ args: argsFor(hidden) })
    // Windows keeps the item when its user switches it off, and tells of that apart.
    return openAtLogin && (system !== 'win32' || executableWillLaunchAtLogin)
  }
  return {
    isSet,
    set({ openAtLogin, hidden }) {
      if (isSet(hidden) === openAtLogin) return ok(null)
      app.setLoginItemSettings({ openAtLogin, args: argsFor(hidden) })
      if (isSet(hidden) === openAtLogin) return ok(null)
      return failed(failure('forbidden', 'The system did not take the login item.'))
    },
  }
}
