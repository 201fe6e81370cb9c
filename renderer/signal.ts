/** A value that components subscribe to. */
import { useLayoutEffect, useReducer } from 'preact/hooks'

export type Signal<T> = {
  readonly value: T
  set(next: T): void
  /** Calls back after every change; returns a function that unsubscribes. */
  subscribe(listener: () => void): () => void
}

export function createSignal<T>(initial: T): Signal<T> {
  const listeners = new Set<() => void>()
  let value = initial
  return {
    get value() {
      return value
    },
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Returns the signal's value and renders the component again whenever it changes. */
export function useSignal<T>(signal: Signal<T>): T {
  const [, rerender] = useReducer<number, void>((count) => count + 1, 0)
  const rendered = signal.value
  useLayoutEffect(() => {
    // The value may have changed between rendering and subscribing.
    if (!Object.is(signal.value, rendered)) rerender()
    return signal.subscribe(() => rerender())
  }, [signal])
  return rendered
}
