/** Keyboard navigation within an open menu (ARIA menu button pattern). */
import { fold } from '../text-search.ts'

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
  if (key === 'ArrowUp') return items[(Math.max(current, 0) - 1 + count) % count]
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
