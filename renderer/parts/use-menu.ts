/** What every menu under a button does alike: open and close, and lead the keyboard through its items. */
import { useEffect, useRef, useState } from 'preact/hooks'

export type OpenMenu = {
  readonly open: boolean
  readonly setOpen: (open: boolean) => void
  /** Around button and menu: a click outside closes. */
  readonly around: { current: HTMLDivElement | null }
  readonly button: { current: HTMLButtonElement | null }
  /** Closes, and gives the focus back to the button. */
  readonly close: () => void
  /** On the button: an arrow opens as well. */
  readonly onButtonKey: (event: KeyboardEvent) => void
}

export function useMenu(): OpenMenu {
  const [open, setOpen] = useState(false)
  const around = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    if (!open) return
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && !around.current?.contains(event.target)) setOpen(false)
    }
    const closeAway = () => setOpen(false)
    document.addEventListener('pointerdown', closeOutside)
    window.addEventListener('blur', closeAway)
    return () => {
      document.removeEventListener('pointerdown', closeOutside)
      window.removeEventListener('blur', closeAway)
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
  return { open, setOpen, around, button, close, onButtonKey }
}

/** Follows a key in an open menu: arrows go round, Home and End to the ends, a letter to its next name. */
export function moveInMenu(
  event: KeyboardEvent,
  menu: HTMLElement | null,
  { close, leave }: { close: () => void; leave: () => void },
): void {
  const items = [...(menu?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])]
  const here = items.indexOf(document.activeElement as HTMLElement)
  const next = nextItem(event.key, items, here)
  if (event.key === 'Escape') close()
  else if (event.key === 'Tab') leave()
  else if (next) next.focus()
  else return
  if (event.key !== 'Tab') event.preventDefault()
}

function nextItem(key: string, items: readonly HTMLElement[], here: number): HTMLElement | undefined {
  const count = items.length
  if (key === 'ArrowDown') return items[(here + 1) % count]
  if (key === 'ArrowUp') return items[(here - 1 + count) % count]
  if (key === 'Home') return items[0]
  if (key === 'End') return items[count - 1]
  if ([...key].length !== 1) return undefined
  const after = [...items.slice(here + 1), ...items.slice(0, here + 1)]
  return after.find((item) => label(item).startsWith(key.toLocaleLowerCase()))
}

function label(item: HTMLElement): string {
  const name = item.querySelector('.name') ?? item
  return (name.textContent ?? '').trim().toLocaleLowerCase()
}
