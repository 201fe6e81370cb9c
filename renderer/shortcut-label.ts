import { appState } from './bridge.ts'
import { formatShortcut, type Shortcut } from './shortcuts.ts'

/** The keys of a shortcut on this system: "Ctrl+K", "⌘K". */
export function shortcutLabel(shortcut: Shortcut): string {
  return formatShortcut(shortcut, appState.value?.systemInfo.platform ?? 'linux')
}

/** For the tooltip of a button: "Refresh now (Ctrl+R)". */
export function withShortcut(label: string, shortcut: Shortcut): string {
  return `${label} (${shortcutLabel(shortcut)})`
}
