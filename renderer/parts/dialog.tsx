import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Announcer } from './announcer.tsx'

/**
 * A modal dialog. The native element makes everything behind it inert and gives the focus back when it closes.
 * Escape and a click outside cancel it if `onCancel` is set.
 */
export function Dialog(props: {
  /** The id of the heading; a dialog without one is named by `label`. */
  titleId?: string
  label?: string
  class?: string
  /** A change of step focuses the initial control again and reads the heading. */
  step?: string
  /** Null: the user has to choose one of the buttons. */
  onCancel: (() => void) | null
  children: ComponentChildren
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const element = dialog.current
    if (!element) return
    element.showModal()
    focusInitialControl(element)
    return () => element.close()
  }, [])
  const stepTitle = useStepTitle(dialog, props.titleId, props.step)
  const cancel = () => props.onCancel?.()
  return (
    <dialog
      ref={dialog}
      class={props.class ?? 'dialog'}
      aria-labelledby={props.titleId}
      aria-label={props.label}
      onCancel={(event) => {
        // The dialog is part of the state, so main closes it.
        event.preventDefault()
        cancel()
      }}
      onClose={() => {
        // Newer versions of Chromium close it on a second Escape in spite of preventDefault.
        if (!dialog.current?.isConnected) return
        if (props.onCancel === null) dialog.current.showModal()
        else cancel()
      }}
      onPointerDown={(event) => {
        // Its scroll bar has the same event target as the backdrop.
        const element = dialog.current
        if (element && event.target === element && isOutside(event, element)) cancel()
      }}
    >
      {props.class ? props.children : <div class="dialog-in">{props.children}</div>}
      {props.step !== undefined && (
        <p class="unseen" role="status">
          {stepTitle}
        </p>
      )}
      <Announcer />
    </dialog>
  )
}

function isOutside({ clientX, clientY }: PointerEvent, element: HTMLElement): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect()
  return clientX < left || clientX > right || clientY < top || clientY > bottom
}

function focusInitialControl(dialog: HTMLDialogElement): void {
  dialog.querySelector<HTMLElement>('[data-initial-focus]')?.focus()
  // Focusing a control at the end of a long dialog would scroll its title away.
  dialog.scrollTop = 0
}

/** The heading of the current step, for the live region. Empty at first: opening a dialog reads its heading. */
function useStepTitle(
  dialog: { readonly current: HTMLDialogElement | null },
  titleId: string | undefined,
  step: string | undefined,
): string {
  const [title, setTitle] = useState('')
  const lastStep = useRef(step)
  useLayoutEffect(() => {
    const element = dialog.current
    if (!element || lastStep.current === step) return
    lastStep.current = step
    focusInitialControl(element)
    if (titleId !== undefined) setTitle(element.querySelector(`#${titleId}`)?.textContent ?? '')
  }, [step])
  return title
}
