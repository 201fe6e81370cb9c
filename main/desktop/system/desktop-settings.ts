/** The settings that the desktop has to know of: login, theme, shortcut. */
import type { GlobalShortcut, NativeTheme } from 'electron'
import { failed, ok, type Result, type Settings } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import type { DesktopSettings } from '../../ports.ts'
import type { LoginItem } from './login-item.ts'

/** Any other would take a key that is needed for typing away from every program. */
const sparesTyping =
  /^(?:(?:\w+\+)*(?:control|ctrl|commandorcontrol|cmdorctrl|command|cmd|alt|option|altgr|super|meta)\+.+|(?:shift\+)?f\d+)$/i

export type DesktopSettingsOptions = {
  readonly nativeTheme: Pick<NativeTheme, 'themeSource'>
  readonly globalShortcut: Pick<GlobalShortcut, 'register' | 'unregister'>
  readonly loginItem: LoginItem
  readonly onShortcut: () => void
}

/**
 * Only after the app is ready. A shortcut that another program has is a failure of kind `conflict`, one that is none
 * of kind `invalid`. (On Wayland a shortcut that was taken may still never arrive: nobody can tell.)
 */
export function electronDesktopSettings(options: DesktopSettingsOptions): DesktopSettings {
  const { nativeTheme, globalShortcut, loginItem, onShortcut } = options
  let registered: string | null = null

  const takeShortcut = (wanted: string | null): Result<null> => {
    if (wanted === registered) return ok(null)
    if (wanted !== null) {
      const taken = register(wanted)
      if (!taken.ok) return taken
    }
    if (registered !== null) globalShortcut.unregister(registered)
    registered = wanted
    return ok(null)
  }

  const register = (shortcut: string): Result<null> => {
    // The window offers none, but a file of another computer may hold one.
    if (!sparesTyping.test(shortcut)) return failed(failure('invalid', 'This shortcut is needed for typing.'))
    try {
      if (globalShortcut.register(shortcut, onShortcut)) return ok(null)
      return failed(failure('conflict', 'Another program has this shortcut.'))
    } catch {
      // Electron throws at what isn't in its syntax.
      return failed(failure('invalid', 'This is no shortcut.'))
    }
  }

  return {
    opensAtLogin: ({ startHidden }) => loginItem.isSet(startHidden),
    async apply(change, whole) {
      const { openAtLogin, startHidden, shortcut, theme }: Settings = { ...whole, ...change }
      const before = registered
      if ('shortcut' in change) {
        const taken = takeShortcut(shortcut)
        if (!taken.ok) return taken
      }
      if ('openAtLogin' in change || 'startHidden' in change) {
        const set = loginItem.set({ openAtLogin, hidden: startHidden })
        if (!set.ok) {
          takeShortcut(before)
          return set
        }
      }
      // Can't fail, so it comes last.
      if ('theme' in change) nativeTheme.themeSource = theme
      return ok(null)
    },
  }
}
