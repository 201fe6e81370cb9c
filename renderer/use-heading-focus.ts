import { useLayoutEffect, useRef } from 'preact/hooks'

/**
 * Moves the focus to the heading of a new screen, which a screen reader then reads. `place` may change without a
 * new screen (another organisation): then the focus moves only if what had it is gone.
 */
export function useHeadingFocus(screen: string, place: string): void {
  const shown = useRef<string | null>(null)
  useLayoutEffect(() => {
    const first = shown.current === null
    const another = shown.current !== screen
    shown.current = screen
    // The first screen of a window takes no focus from wherever the user is.
    if (first || !(another || document.activeElement === document.body)) return
    if (document.querySelector('dialog[open]')) return
    focusHeading()
  }, [screen, place])
}

export function focusHeading(): void {
  document.querySelector<HTMLElement>('main h1')?.focus()
}
