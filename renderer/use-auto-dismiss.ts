import { useEffect, useRef, useState } from 'preact/hooks'
import { isDialogOpen } from './focus.ts'

/**
 * Dismisses an element after a delay. The delay starts over after the pointer or the focus has left the element,
 * after the window has become visible again, and as long as a dialog covers the element.
 * @param delayMs null: never
 * @returns event handlers for the element
 */
export function useAutoDismiss(delayMs: number | null, dismiss: () => void) {
  const [isHovered, setHovered] = useState(false)
  const [isFocused, setFocused] = useState(false)
  const latestDismiss = useRef(dismiss)
  latestDismiss.current = dismiss
  const isPaused = isHovered || isFocused
  useEffect(() => {
    if (delayMs === null || isPaused) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const restart = () => {
      clearTimeout(timer)
      if (document.visibilityState === 'visible') timer = setTimeout(expire, delayMs)
    }
    const expire = () => (isDialogOpen() ? restart() : latestDismiss.current())
    restart()
    document.addEventListener('visibilitychange', restart)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', restart)
    }
  }, [delayMs, isPaused])
  return {
    onPointerEnter: () => setHovered(true),
    onPointerLeave: () => setHovered(false),
    onFocusCapture: () => setFocused(true),
    onBlurCapture: () => setFocused(false),
  }
}
