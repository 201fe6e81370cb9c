/** Tells main whether a field holds unsaved input: if so, closing the window only hides it. */
import { useEffect } from 'preact/hooks'
import { send } from './bridge.ts'

let unsavedFields = 0

function adjust(change: 1 | -1): void {
  const wasUnsaved = unsavedFields > 0
  unsavedFields += change
  const unsaved = unsavedFields > 0
  if (unsaved !== wasUnsaved) void send('view.typing', { unsaved })
}

/** @param unsaved whether this field holds unsaved input now; unmounting the field discards it */
export function useUnsavedInput(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return
    adjust(1)
    return () => adjust(-1)
  }, [unsaved])
}
