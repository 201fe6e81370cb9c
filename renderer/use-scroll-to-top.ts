import { useLayoutEffect, useRef } from 'preact/hooks'

/** Scrolls to the top when the screen changes, or what it is about. In a very low window the whole window scrolls. */
export function useScrollToTop(screen: string, context: string | null): void {
  const isFirst = useRef(true)
  useLayoutEffect(() => {
    const isScrolled = !isFirst.current
    isFirst.current = false
    // At first there is nothing to scroll, and scrolling would cost a layout before the content is complete.
    if (isScrolled) for (const element of document.querySelectorAll('.window, main')) element.scrollTo(0, 0)
  }, [screen, context])
}
