import type { ComponentChildren } from 'preact'
import { useBusy } from '../use-busy.ts'
import { Icon } from './icon.tsx'

/**
 * A button for a task that takes a moment. While the task runs, the button shows a spinner, keeps its width and the
 * focus, and ignores clicks.
 */
export function BusyButton(props: {
  class: string
  onClick: () => Promise<unknown>
  busyText: string
  /** Work that continues after the command has returned, according to the state. */
  busy?: boolean
  initialFocus?: boolean
  children: ComponentChildren
}) {
  const [running, run] = useBusy()
  const busy = running || props.busy === true
  return (
    <button
      type="button"
      class={`btn stacked ${props.class} ${busy ? 'is-busy' : ''}`}
      aria-disabled={busy}
      data-initial-focus={props.initialFocus ? '' : undefined}
      onClick={() => {
        if (!busy) void run(props.onClick)
      }}
    >
      <span class={busy ? 'is-hidden' : ''}>{props.children}</span>
      <span class={busy ? '' : 'is-hidden'}>
        <Icon name="busy" class="spin" />
        {props.busyText}
      </span>
    </button>
  )
}
