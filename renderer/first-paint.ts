/** What the first screen still waits for: components that are loading, and answers to its queries. */
import { createSignal } from './signal.ts'

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

/**
 * Resolves when no component holds the first paint, after 600 ms at the latest: a component that failed to load or a slow
 * query must not keep the window hidden.
 */
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
