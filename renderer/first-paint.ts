/** What the first screen still waits for: components that are loading, and answers to its queries. */
import { createSignal } from './signal.ts'

const pending = createSignal(0)

/** Holds the window back until the returned function is called; further calls of it do nothing. */
export function holdFirstPaint(): () => void {
  pending.set(pending.value + 1)
  let isHeld = true
  return () => {
    if (!isHeld) return
    isHeld = false
    pending.set(pending.value - 1)
  }
}

/** Resolves once nothing holds the window back any more. */
export function readyToPaint(): Promise<void> {
  return new Promise((resolve) => {
    const check = (): void => {
      if (pending.value > 0) return
      unsubscribe()
      resolve()
    }
    const unsubscribe = pending.subscribe(check)
    check()
  })
}
