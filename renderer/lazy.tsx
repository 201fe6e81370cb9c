/** Components that the first screen doesn't need: loaded with the first input, or as soon as one is rendered. */
import type { ComponentType, JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { learn } from '../words/index.ts'
import { showFailureToast } from './failure-toasts.ts'
import { holdFirstPaint } from './first-paint.ts'
import { focusHeading, isDialogOpen } from './focus.ts'
import { createSignal, useSignal } from './signal.ts'

const loaders: (() => void)[] = []

let wordsLoading: Promise<void> | undefined
/** Modules read their words while they load, so the words have to be there first. */
function loadWithWords<T>(load: () => Promise<T>): Promise<T> {
  wordsLoading ??= learn().catch((error: unknown) => {
    wordsLoading = undefined
    throw error
  })
  return wordsLoading.then(load)
}

/** Wraps a component in one that renders nothing until the module has loaded. */
export function lazy<P extends object>(
  load: () => Promise<ComponentType<P>>,
): (props: P) => JSX.Element | null {
  const loaded = createSignal<ComponentType<P> | null>(null)
  let isLoading = false
  const start = () => {
    if (isLoading) return
    isLoading = true
    loadWithWords(load).then(loaded.set, (error: unknown) => {
      isLoading = false
      showFailureToast('hello', { kind: 'bug', message: String(error), retryable: true })
    })
  }
  loaders.push(start)
  return function Lazy(props: P) {
    const Component = useSignal(loaded)
    const isMounted = useRef(Component !== null)
    useLayoutEffect(() => {
      if (Component !== null) return
      start()
      return holdFirstPaint()
    }, [Component])
    // A screen that loads late gets the focus late; a dialog focuses itself.
    useLayoutEffect(() => {
      if (Component === null || isMounted.current) return
      isMounted.current = true
      if (document.activeElement === document.body && !isDialogOpen()) focusHeading()
    }, [Component])
    return Component && <Component {...props} />
  }
}

/**
 * Loads every lazy component once the pointer moves in the window, or a key is pressed: who only looks at the balance needs
 * none of them.
 */
export function loadOnFirstInput(): void {
  const inputs = new AbortController()
  const start = (): void => {
    inputs.abort()
    for (const load of loaders) load()
  }
  for (const event of ['pointermove', 'pointerdown', 'keydown'])
    window.addEventListener(event, start, { signal: inputs.signal, capture: true, passive: true })
}
