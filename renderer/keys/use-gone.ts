import { useEffect } from 'preact/hooks'
import { send } from '../bridge.ts'

/** What a dialog is about may be gone, be it by this dialog or by another way: then there is nothing to ask. */
export function useGone(isGone: boolean): void {
  useEffect(() => {
    if (isGone) void send('dialog.close', {})
  }, [isGone])
}
