/** Global shortcuts in Electron's accelerator syntax: recording them from key presses, and showing their keys. */
import type { SystemInfo } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import type { KeyPress } from '../shortcuts.ts'

type System = SystemInfo['platform']

export type KeyRecording =
  | { readonly kind: 'shortcut'; readonly accelerator: string; readonly code: string }
  /** Only modifier keys so far. */
  | { readonly kind: 'waiting' }
  /** Without a modifier, the shortcut would make the key unusable for typing. */
  | { readonly kind: 'needs-more' }
  | { readonly kind: 'not-usable' }

const modifierKeys = ['Control', 'Alt', 'Shift', 'Meta', 'AltGraph', 'CapsLock', 'Fn', 'OS', 'Super', 'Hyper']

const keyNames: Readonly<Record<string, string>> = {
  Space: 'Space',
  Tab: 'Tab',
  Insert: 'Insert',
  Delete: 'Delete',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
}

/** What each key writes without modifier keys, by `KeyboardEvent.code`. */
export type KeyboardLayout = { readonly get: (code: string) => string | undefined }

declare global {
  interface Navigator {
    /** https://wicg.github.io/keyboard-map/; TypeScript's DOM library doesn't have it. */
    readonly keyboard?: { readonly getLayoutMap: () => Promise<KeyboardLayout> }
  }
}

/** Undefined if the system doesn't tell. */
export async function readKeyboardLayout(): Promise<KeyboardLayout | undefined> {
  try {
    return await navigator.keyboard?.getLayoutMap()
  } catch {
    return undefined
  }
}

/** Converts a key press into an accelerator that names the key by its label. */
export function recordKey(press: KeyPress, system: System, layout: KeyboardLayout | undefined): KeyRecording {
  if (modifierKeys.includes(press.key)) return { kind: 'waiting' }
  const key = keyName(press, layout)
  if (key === null) return { kind: 'not-usable' }
  const isFunctionKey = /^F\d+$/.test(key)
  if (!(press.ctrlKey || press.altKey || press.metaKey || isFunctionKey)) return { kind: 'needs-more' }
  const modifiers = [
    press.ctrlKey && 'Control',
    press.altKey && 'Alt',
    press.shiftKey && 'Shift',
    press.metaKey && (system === 'mac' ? 'Command' : 'Super'),
  ].filter((modifier) => modifier !== false)
  return { kind: 'shortcut', accelerator: [...modifiers, key].join('+'), code: press.code }
}

/** Letters by label; digits by position, since French keyboards need Shift for them. */
function keyName({ key, code }: KeyPress, layout: KeyboardLayout | undefined): string | null {
  const digit = /^Digit(\d)$/.exec(code)?.[1]
  if (digit !== undefined) return digit
  if (/^F([1-9]|1\d|2[0-4])$/.test(key)) return key
  // On macOS, Option changes the character; on Windows, Ctrl+Alt may.
  const printed = /^[a-z]$/i.test(key) ? key : (layout?.get(code) ?? '')
  if (/^[a-z]$/i.test(printed)) return printed.toUpperCase()
  const usKey = /^Key([A-Z])$/.exec(code)?.[1]
  // The keyboard has no Latin letter there, or isn't known.
  if (usKey !== undefined) return printed === '' || /^\p{L}$/u.test(printed) ? usKey : null
  return keyNames[code] ?? null
}

/** The key caps of an accelerator: ["Ctrl", "Alt", "P"] or ["⌃", "⌥", "P"]. */
export function acceleratorKeys(accelerator: string, system: System): readonly string[] {
  const { control, alt, shift, super: superKey } = words.keyboard
  const isMac = system === 'mac'
  const keyCaps: Readonly<Record<string, string>> = {
    Control: isMac ? '⌃' : control,
    Ctrl: isMac ? '⌃' : control,
    CommandOrControl: isMac ? '⌘' : control,
    CmdOrCtrl: isMac ? '⌘' : control,
    Alt: isMac ? '⌥' : alt,
    Option: '⌥',
    Shift: isMac ? '⇧' : shift,
    Command: '⌘',
    Cmd: '⌘',
    Super: system === 'windows' ? 'Win' : superKey,
    Meta: system === 'windows' ? 'Win' : superKey,
    Up: '↑',
    Down: '↓',
    Left: '←',
    Right: '→',
  }
  return accelerator.split('+').map((part) => keyCaps[part] ?? part)
}
