import { useEffect } from 'preact/hooks'
import { send } from './bridge.ts'

/** Tells main while something is typed that is kept nowhere else, so that closing hides the window. */
export function useUnsavedTyping(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return
    void send('view.typing', { unsaved: true })
    return () => void send('view.typing', { unsaved: false })
  }, [unsaved])
}
