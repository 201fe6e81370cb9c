import { useEffect } from 'preact/hooks'
import { appState, sendCommand } from './bridge.ts'
import { isDialogOpen } from './focus.ts'
import { openPalette } from './palette/palette-state.ts'
import { matchShortcut, shortcutCommand } from './shortcuts.ts'

/** Runs keyboard shortcuts, except while a dialog is open. */
export function useShortcuts(): void {
  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      const state = appState.value
      if (state === null || event.defaultPrevented || event.isComposing) return
      const shortcut = matchShortcut(event, state.systemInfo.platform)
      if (shortcut === null || (shortcut.kind === 'section' && isTextInput(event.target))) return
      event.preventDefault()
      if (event.repeat || isDialogOpen()) return
      if (shortcut.kind === 'palette') return openPalette()
      const command = shortcutCommand(shortcut, state)
      if (command !== null) void sendCommand(command)
    }
    window.addEventListener('keydown', handleKey)
    return () => window.removeEventListener('keydown', handleKey)
  }, [])
}

/** In a text field, Alt with a digit may type a character. */
function isTextInput(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && !['checkbox', 'radio'].includes(target.type)
}
