/** Whether the palette is open: the window's own business, like hovering and scrolling. */
import { createSignal } from '../signal.ts'

export const paletteIsOpen = createSignal(false)

export function openPalette(): void {
  paletteIsOpen.set(true)
}
