import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

function isOutside({ clientX, clientY }: PointerEvent, shown: HTMLElement): boolean {
  const { left, right, top, bottom } = shown.getBoundingClientRect()
  return clientX < left || clientX > right || clientY < top || clientY > bottom
}

/**
 * What must be answered first. The browser's own dialog: everything behind it is inert, and closing it gives the
 * focus back to where it came from. Escape and a click outside cancel.
 */
export function Dialog(props: {
  /** Its heading; without one, `label` is its name. */
  titleId?: string
  label?: string
  class?: string
  onCancel: () => void
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
  return (
    <dialog
      ref={dialog}
      class={props.class ?? 'dialog'}
      aria-labelledby={props.titleId}
      aria-label={props.label}
      onCancel={(event) => {
        // Main closes it: it is part of the state.
        event.preventDefault()
        props.onCancel()
      }}
      onClose={() => {
        // Newer browsers close it at a second Escape all the same.
        if (dialog.current?.isConnected) props.onCancel()
      }}
      onPointerDown={(event) => {
        // Its own scroll bar is part of the dialog too.
        const shown = dialog.current
        if (shown && event.target === shown && isOutside(event, shown)) props.onCancel()
      }}
    >
      {props.class ? props.children : <div class="dialog-in">{props.children}</div>}
    </dialog>
  )
}
