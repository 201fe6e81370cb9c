import { useEffect } from 'preact/hooks'
import { appState, perform } from './bridge.ts'
import { openPalette } from './palette/open.ts'
import { deedOf, shortcutOf } from './shortcuts.ts'

/** Follows the keyboard, except where a dialog has the word or the press is typing. */
export function useShortcuts(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const state = appState.current
      if (state === null || event.defaultPrevented || event.isComposing) return
      const shortcut = shortcutOf(event, state.systemInfo.platform)
      if (shortcut === null || (shortcut.kind === 'section' && isTyping(event.target))) return
      event.preventDefault()
      if (event.repeat || document.querySelector('dialog[open]')) return
      if (shortcut.kind === 'palette') return openPalette()
      const deed = deedOf(shortcut, state)
      if (deed !== null) void perform(deed)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}

/** In a field, Alt and a digit may write a sign. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && !['checkbox', 'radio'].includes(target.type)
}
