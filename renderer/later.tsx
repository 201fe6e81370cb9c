/** Parts that the first screen doesn't need: loaded once the window has nothing to do, or when they are shown. */
import type { ComponentType, JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { learn } from '../words/index.ts'
import { createSignal, useSignal } from './signal.ts'
import { tellFailure } from './told-failures.ts'
import { focusHeading } from './use-heading-focus.ts'

const parts: (() => void)[] = []
/** How many parts of the screen are still being loaded. */
const missingParts = createSignal(0)

let learning: Promise<void> | undefined
/** Their words come first: what a part says is looked up while its file is read. */
function withWords<T>(load: () => Promise<T>): Promise<T> {
  learning ??= learn().catch((error: unknown) => {
    learning = undefined
    throw error
  })
  return learning.then(load)
}

/** The part, which draws nothing until it has come. */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
): (props: P) => JSX.Element | null {
  const loaded = createSignal<ComponentType<P> | null>(null)
  let loading = false
  const start = () => {
    if (loading) return
    loading = true
    withWords(load).then(loaded.set, (error: unknown) => {
      loading = false
      tellFailure('hello', { kind: 'bug', message: String(error), retryable: true })
    })
  }
  parts.push(start)
  return function Later(props: P) {
    const Part = useSignal(loaded)
    const came = useRef(Part !== null)
    useLayoutEffect(() => {
      if (Part !== null) return
      missingParts.set(missingParts.current + 1)
      start()
      return () => missingParts.set(missingParts.current - 1)
    }, [Part])
    // A screen that comes late gets the focus late; a dialog takes it by itself.
    useLayoutEffect(() => {
      if (Part === null || came.current) return
      came.current = true
      if (document.activeElement === document.body && !document.querySelector('dialog[open]')) focusHeading()
    }, [Part])
    return Part && <Part {...props} />
  }
}

/** Resolves once every part of the screen is in the page. */
export function whenComplete(): Promise<void> {
  return new Promise((resolve) => {
    const check = (): void => {
      if (missingParts.current > 0) return
      unsubscribe()
      resolve()
    }
    const unsubscribe = missingParts.subscribe(check)
    check()
  })
}

/** Loads all of them, so that nothing is waited for later. */
export function loadTheRest(): void {
  requestIdleCallback(() => {
    for (const start of parts) start()
  })
}
