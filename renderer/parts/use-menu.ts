/** A menu under a button: opening and closing it (ARIA menu button pattern). */
import { useEffect, useRef, useState } from 'preact/hooks'

export type OpenMenu = {
  readonly open: boolean
  readonly setOpen: (open: boolean) => void
  /** The element around button and menu: a click outside it closes the menu. */
  readonly container: { current: HTMLDivElement | null }
  readonly button: { current: HTMLButtonElement | null }
  /** Closes the menu and focuses the button. */
  readonly close: () => void
  /** For the button: Arrow Down opens the menu. */
  readonly onButtonKey: (event: KeyboardEvent) => void
}

export function useMenu(): OpenMenu {
  const [open, setOpen] = useState(false)
  const container = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    if (!open) return
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && !container.current?.contains(event.target)) setOpen(false)
    }
    const closeOnBlur = () => setOpen(false)
    document.addEventListener('pointerdown', closeOutside)
    window.addEventListener('blur', closeOnBlur)
    return () => {
      document.removeEventListener('pointerdown', closeOutside)
      window.removeEventListener('blur', closeOnBlur)
    }
  }, [open])

  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const onButtonKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' || open) return
    event.preventDefault()
    setOpen(true)
  }
  return { open, setOpen, container, button, close, onButtonKey }
}
