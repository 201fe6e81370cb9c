import { useEffect, useRef, useState } from 'preact/hooks'

/**
 * Ends what is shown for a while: not while a pointer or the focus is in it, nor while nobody can see the window, nor
 * behind a dialog.
 * Afterwards the whole time runs again.
 * @param ms null: it stays
 * @returns what to put on its element
 */
export function useGoesAfter(ms: number | null, end: () => void) {
  const [pointed, setPointed] = useState(false)
  const [focused, setFocused] = useState(false)
  const act = useRef(end)
  act.current = end
  const held = pointed || focused
  useEffect(() => {
    if (ms === null || held) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const follow = () => {
      clearTimeout(timer)
      if (document.visibilityState === 'visible') timer = setTimeout(endOrWait, ms)
    }
    const endOrWait = () => (isDialogOpen() ? follow() : act.current())
    follow()
    document.addEventListener('visibilitychange', follow)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', follow)
    }
  }, [ms, held])
  return {
    onPointerEnter: () => setPointed(true),
    onPointerLeave: () => setPointed(false),
    onFocusCapture: () => setFocused(true),
    onBlurCapture: () => setFocused(false),
  }
}

/** What lies behind an open dialog can't be reached, nor heard. */
export function isDialogOpen(): boolean {
  return document.querySelector('dialog[open]') !== null
}
