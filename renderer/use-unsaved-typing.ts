/** Tells main whether a field holds what isn't kept anywhere else: then closing the window only hides it. */
import { useEffect } from 'preact/hooks'
import { send } from './bridge.ts'

let fields = 0

function count(change: 1 | -1): void {
  const before = fields > 0
  fields += change
  const unsaved = fields > 0
  if (unsaved !== before) void send('view.typing', { unsaved })
}

/** @param unsaved whether this field holds such typing now; when the field goes, its typing is gone too */
export function useUnsavedTyping(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return
    count(1)
    return () => count(-1)
  }, [unsaved])
}
