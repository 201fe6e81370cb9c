/** Applies the settings that affect the desktop: login item, theme, global shortcut. */
import type { GlobalShortcut, NativeTheme } from 'electron'
import { failed, ok, type Result, type Settings } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import type { DesktopSettings } from '../../ports.ts'
import type { LoginItem } from './login-item.ts'

/** Any other shortcut would take a key that is needed for typing away from every program. */
const allowedShortcut =
  /^(?:(?:\w+\+)*(?:control|ctrl|commandorcontrol|cmdorctrl|command|cmd|alt|option|altgr|super|meta)\+.+|(?:shift\+)?f\d+)$/i

export type DesktopSettingsOptions = {
  readonly nativeTheme: Pick<NativeTheme, 'themeSource'>
  readonly globalShortcut: Pick<GlobalShortcut, 'register' | 'unregister'>
  readonly loginItem: LoginItem
  readonly platform: NodeJS.Platform
  readonly isWayland: boolean
  readonly onShortcut: () => void
}

/**
 * Call it only after the app is ready. Fails with `shortcut-taken` for a shortcut of another program, with `no-shortcuts`
 * on a Wayland desktop that offers none, and with `invalid` for a malformed one. Where Wayland's portal offers them,
 * even a registered shortcut may never fire, and the app can't find out (electron/electron#52218).
 */
export function electronDesktopSettings(options: DesktopSettingsOptions): DesktopSettings {
  const { nativeTheme, globalShortcut, loginItem, platform, isWayland, onShortcut } = options
  let registered: string | null = null

  const registerShortcut = (wanted: string | null): Result<null> => {
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
    // The window doesn't offer such a shortcut, but an imported file may contain one.
    if (!allowedShortcut.test(shortcut))
      return failed(failure('invalid', 'This shortcut is needed for typing.'))
    try {
      // The portal keeps a shortcut that was unregistered.
      const onPress = (): void => {
        if (registered === shortcut) onShortcut()
      }
      if (globalShortcut.register(shortcut, onPress)) return ok(null)
      if (isWayland) return failed(failure('no-shortcuts', 'This desktop offers no global shortcuts.'))
      return failed(failure('shortcut-taken', 'Another program has this shortcut.'))
    } catch {
      // Electron throws if the syntax is invalid.
      return failed(failure('invalid', 'This is no shortcut.'))
    }
  }

  return {
    opensAtLogin: ({ startHidden }) => loginItem.isSet(startHidden),
    async apply(change, whole) {
      const settings: Settings = { ...whole, ...change }
      const { openAtLogin, startHidden, theme } = settings
      const before = registered
      if ('shortcut' in change || 'shortcutCode' in change) {
        const taken = registerShortcut(acceleratorOf(settings, platform))
        if (!taken.ok) return taken
      }
      if ('openAtLogin' in change || 'startHidden' in change) {
        const set = loginItem.set({ openAtLogin, hidden: startHidden })
        if (!set.ok) {
          registerShortcut(before)
          return set
        }
      }
      // Last, as it can't fail and so needs no rollback.
      if ('theme' in change) nativeTheme.themeSource = theme
      return ok(null)
    },
  }
}

/** Electron's names of the keys on a US keyboard that aren't a letter, by `KeyboardEvent.code`. */
const usPunctuation: Readonly<Record<string, string>> = {
  Backquote: '`',
  Backslash: '\\',
  BracketLeft: '[',
  BracketRight: ']',
  Comma: ',',
  Equal: '=',
  Minus: '-',
  Period: '.',
  Quote: "'",
  Semicolon: ';',
  Slash: '/',
}

/**
 * What has to be registered. Windows and X11 look for the key that writes the accelerator's letter. macOS takes the key
 * in the place where a US keyboard has it (electron/electron#19747), so there the letter of that place is registered.
 */
function acceleratorOf({ shortcut, shortcutCode }: Settings, platform: NodeJS.Platform): string | null {
  if (platform !== 'darwin' || shortcut === null || shortcutCode === null) return shortcut
  const usKey = /^Key([A-Z])$/.exec(shortcutCode)?.[1] ?? usPunctuation[shortcutCode]
  return usKey === undefined ? shortcut : shortcut.replace(/\+[A-Z]$/, () => `+${usKey}`)
}
