import { createSignal } from '../signal.ts'

/** Not part of the app state: only the window cares. */
export const isPaletteOpen = createSignal(false)

export function openPalette(): void {
  isPaletteOpen.set(true)
}
