/** Where the palette stands once it is open, and how it gets here. */
import { useEffect } from 'preact/hooks'
import type { AppState } from '../../preload/contract/index.ts'
import { createSignal, useSignal } from '../signal.ts'
import { tellFailure } from '../told-failures.ts'
import { paletteIsOpen } from './open.ts'

type Loaded = typeof import('./palette.tsx')

const loaded = createSignal<Loaded | null>(null)

export function PaletteSlot({ state }: { state: AppState }) {
  const open = useSignal(paletteIsOpen)
  const module = useSignal(loaded)
  const close = () => paletteIsOpen.set(false)
  useEffect(() => {
    if (open && loaded.current === null) void load()
  }, [open])
  return open && module ? <module.Palette state={state} close={close} /> : null
}

async function load(): Promise<void> {
  try {
    loaded.set(await import('./palette.tsx'))
  } catch (error) {
    paletteIsOpen.set(false)
    tellFailure('dialog.open', { kind: 'bug', message: String(error), retryable: true })
  }
}
