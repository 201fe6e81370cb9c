/** What the first screen still waits for: components that are loading, and answers to its queries. */
import { createSignal } from './signal.ts'

/** Longer than a screen waits for the keyring before it says so (`restoring.tsx`). */
const maxHoldMs = 600

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

/** Resolves once nothing holds the window back any more, or after a while: what fails or takes long is shown as such. */
export function readyToPaint(): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer)
      unsubscribe()
      resolve()
    }
    // Later in the same task another component may hold it: Preact unmounts one before it mounts the next.
    const check = (): void => {
      queueMicrotask(() => {
        if (pending.value === 0) end()
      })
    }
    const timer = setTimeout(end, maxHoldMs)
    const unsubscribe = pending.subscribe(check)
    check()
  })
}
