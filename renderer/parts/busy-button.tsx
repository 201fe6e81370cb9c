import type { ComponentChildren } from 'preact'
import { useBusy } from '../use-busy.ts'
import { Icon } from './icon.tsx'

/**
 * A button whose act takes a moment: meanwhile it turns a spinner and names the act, keeps its width and the
 * focus, and can't be pressed again.
 */
export function BusyButton(props: {
  class: string
  act: () => Promise<unknown>
  busyWords: string
  /** Still running, as the state says, though the command has been answered. */
  busy?: boolean
  /** In a dialog: it has the focus when it opens. */
  first?: boolean
  children: ComponentChildren
}) {
  const [running, run] = useBusy()
  const busy = running || props.busy === true
  return (
    <button
      type="button"
      class={`btn stack ${props.class} ${busy ? 'is-busy' : ''}`}
      aria-disabled={busy}
      data-first={props.first ? '' : undefined}
      onClick={() => {
        if (!busy) void run(props.act)
      }}
    >
      <span class={busy ? 'is-away' : ''}>{props.children}</span>
      <span class={busy ? '' : 'is-away'}>
        <Icon name="busy" class="spin" />
        {props.busyWords}
      </span>
    </button>
  )
}
