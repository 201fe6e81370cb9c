/** Where the keyboard focus goes when the content changes. */
import { useLayoutEffect, useRef } from 'preact/hooks'

/**
 * Focuses the heading of a new screen, which makes a screen reader read it. If only `context` changes (another
 * organisation), the focus moves only if the focused element has gone.
 */
export function useHeadingFocus(screen: string, context: string): void {
  const shownScreen = useRef<string | null>(null)
  useLayoutEffect(() => {
    const isFirst = shownScreen.current === null
    const isNewScreen = shownScreen.current !== screen
    shownScreen.current = screen
    // The first screen of a window must not take the focus from the user.
    if (isFirst || !(isNewScreen || document.activeElement === document.body)) return
    if (!isDialogOpen()) focusHeading()
  }, [screen, context])
}

export function focusHeading(): void {
  document.querySelector<HTMLElement>('main h1')?.focus()
}

/** Everything behind an open dialog is inert: it can be neither focused nor read out. */
export function isDialogOpen(): boolean {
  return document.querySelector('dialog[open]') !== null
}
