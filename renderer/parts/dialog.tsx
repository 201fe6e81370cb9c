import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Announcer } from './announcer.tsx'

function isOutside({ clientX, clientY }: PointerEvent, shown: HTMLElement): boolean {
  const { left, right, top, bottom } = shown.getBoundingClientRect()
  return clientX < left || clientX > right || clientY < top || clientY > bottom
}

/**
 * What must be answered first. The browser's own dialog: everything behind it is inert, and closing it gives the
 * focus back to where it came from. Escape and a click outside cancel, unless something else has to come first.
 */
export function Dialog(props: {
  /** Its heading; without one, `label` is its name. */
  titleId?: string
  label?: string
  class?: string
  /** Another step is another content: its first control gets the focus, its heading is read out. */
  step?: string
  /** Null: it can't be left but by what it offers. */
  onCancel: (() => void) | null
  children: ComponentChildren
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const shown = dialog.current
    if (!shown) return
    shown.showModal()
    shown.querySelector<HTMLElement>('[data-first]')?.focus()
    // However long it is, it is read from its title on.
    shown.scrollTop = 0
    return () => shown.close()
  }, [])
  const spoken = useStep(dialog, props.titleId, props.step)
  const cancel = () => props.onCancel?.()
  return (
    <dialog
      ref={dialog}
      class={props.class ?? 'dialog'}
      aria-labelledby={props.titleId}
      aria-label={props.label}
      onCancel={(event) => {
        // Main closes it: it is part of the state.
        event.preventDefault()
        cancel()
      }}
      onClose={() => {
        // Newer browsers close it at a second Escape all the same.
        if (!dialog.current?.isConnected) return
        if (props.onCancel === null) dialog.current.showModal()
        else cancel()
      }}
      onPointerDown={(event) => {
        // Its own scroll bar is part of the dialog too.
        const shown = dialog.current
        if (shown && event.target === shown && isOutside(event, shown)) cancel()
      }}
    >
      {props.class ? props.children : <div class="dialog-in">{props.children}</div>}
      {props.step !== undefined && (
        <p class="unseen" role="status">
          {spoken}
        </p>
      )}
      <Announcer />
    </dialog>
  )
}

/** What is to be read out: nothing at first, since opening a dialog reads its heading. */
function useStep(
  dialog: { readonly current: HTMLDialogElement | null },
  titleId: string | undefined,
  step: string | undefined,
): string {
  const [spoken, setSpoken] = useState('')
  const last = useRef(step)
  useLayoutEffect(() => {
    const shown = dialog.current
    if (!shown || last.current === step) return
    last.current = step
    shown.querySelector<HTMLElement>('[data-first]')?.focus()
    shown.scrollTop = 0
    if (titleId !== undefined) setSpoken(shown.querySelector(`#${titleId}`)?.textContent ?? '')
  }, [step])
  return spoken
}
