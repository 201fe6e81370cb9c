/** One value that views follow: all the state handling the window needs. */
import { useLayoutEffect, useReducer } from 'preact/hooks'

export type Signal<T> = {
  readonly current: T
  set(next: T): void
  subscribe(listener: () => void): () => void
}

export function createSignal<T>(initial: T): Signal<T> {
  const listeners = new Set<() => void>()
  let current = initial
  return {
    get current() {
      return current
    },
    set(next) {
      if (Object.is(next, current)) return
      current = next
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The signal's value; draws again whenever it changes. */
export function useSignal<T>(signal: Signal<T>): T {
  const [, redraw] = useReducer<number, void>((count) => count + 1, 0)
  const drawn = signal.current
  useLayoutEffect(() => {
    // It may have changed between drawing and subscribing.
    if (!Object.is(signal.current, drawn)) redraw()
    return signal.subscribe(() => redraw())
  }, [signal])
  return drawn
}
