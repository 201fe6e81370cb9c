/** A menu under a button: opening, closing and keyboard navigation (ARIA menu button pattern). */
import { useEffect, useRef, useState } from 'preact/hooks'
import { fold } from '../text-search.ts'

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

/** Keys of an open menu: arrows wrap around, a letter goes to the next item that begins with it. */
export function handleMenuKey(
  event: KeyboardEvent,
  menu: HTMLElement | null,
  { close, onTab }: { close: () => void; onTab: () => void },
): void {
  const items = [...(menu?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])]
  const current = items.indexOf(document.activeElement as HTMLElement)
  const next = nextItem(event.key, items, current)
  if (event.key === 'Escape') close()
  else if (event.key === 'Tab') onTab()
  else if (next) next.focus()
  else return
  if (event.key !== 'Tab') event.preventDefault()
}

function nextItem(key: string, items: readonly HTMLElement[], current: number): HTMLElement | undefined {
  const count = items.length
  if (key === 'ArrowDown') return items[(current + 1) % count]
  if (key === 'ArrowUp') return items[(current - 1 + count) % count]
  if (key === 'Home') return items[0]
  if (key === 'End') return items[count - 1]
  const letter = fold(key)
  if ([...key].length !== 1 || letter === '') return undefined
  const after = [...items.slice(current + 1), ...items.slice(0, current + 1)]
  return after.find((item) => label(item).startsWith(letter))
}

function label(item: HTMLElement): string {
  const name = item.querySelector('.name') ?? item
  return fold((name.textContent ?? '').trim())
}
