/** A global shortcut in Electron's accelerator syntax: recorded from key presses, and shown as keys. */
import type { SystemInfo } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import type { KeyPress } from '../shortcuts.ts'

type System = SystemInfo['platform']

export type Recorded =
  | { readonly kind: 'shortcut'; readonly accelerator: string }
  /** Only Ctrl and the like so far. */
  | { readonly kind: 'waiting' }
  /** It would take a key that is needed for typing. */
  | { readonly kind: 'needs-more' }
  | { readonly kind: 'not-usable' }

const modifierKeys = ['Control', 'Alt', 'Shift', 'Meta', 'AltGraph', 'CapsLock', 'Fn', 'OS', 'Super', 'Hyper']

const named: Readonly<Record<string, string>> = {
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

/** What a key press would be as a shortcut. */
export function record(press: KeyPress, system: System): Recorded {
  if (modifierKeys.includes(press.key)) return { kind: 'waiting' }
  const key = keyOf(press)
  if (key === null) return { kind: 'not-usable' }
  const isFunctionKey = /^F\d+$/.test(key)
  if (!(press.ctrlKey || press.altKey || press.metaKey || isFunctionKey)) return { kind: 'needs-more' }
  const modifiers = [
    press.ctrlKey && 'Control',
    press.altKey && 'Alt',
    press.shiftKey && 'Shift',
    press.metaKey && (system === 'mac' ? 'Command' : 'Super'),
  ].filter((one) => one !== false)
  return { kind: 'shortcut', accelerator: [...modifiers, key].join('+') }
}

/** The key by its sign, so that it is the one that is printed on it; digits by their place. */
function keyOf({ key, code }: KeyPress): string | null {
  const digit = /^Digit(\d)$/.exec(code)?.[1]
  if (digit !== undefined) return digit
  if (/^F([1-9]|1\d|2[0-4])$/.test(key)) return key
  if (/^[a-z]$/i.test(key)) return key.toUpperCase()
  return /^Key([A-Z])$/.exec(code)?.[1] ?? named[code] ?? null
}

/** The keys one by one, as they are printed: ["Ctrl", "Alt", "P"] or ["⌃", "⌥", "P"]. */
export function keysOf(accelerator: string, system: System): readonly string[] {
  const { control, alt, shift, super: own } = words.keyboard
  const onMac = system === 'mac'
  const printed: Readonly<Record<string, string>> = {
    Control: onMac ? '⌃' : control,
    Ctrl: onMac ? '⌃' : control,
    CommandOrControl: onMac ? '⌘' : control,
    CmdOrCtrl: onMac ? '⌘' : control,
    Alt: onMac ? '⌥' : alt,
    Option: '⌥',
    Shift: onMac ? '⇧' : shift,
    Command: '⌘',
    Cmd: '⌘',
    Super: system === 'windows' ? 'Win' : own,
    Meta: system === 'windows' ? 'Win' : own,
    Up: '↑',
    Down: '↓',
    Left: '←',
    Right: '→',
  }
  return accelerator.split('+').map((part) => printed[part] ?? part)
}
