import { words } from '../../words/index.ts'
import { Icon } from '../parts/icon.tsx'

/** Cancel, and the one that submits the form of the dialog. */
export function DialogActs(props: {
  act: string
  busyWords: string
  busy: boolean
  /** Not yet to be pressed. */
  off?: boolean
  isDanger?: boolean
  cancel: () => void
}) {
  const { busy, off = false } = props
  const look = props.isDanger ? 'danger' : 'primary'
  return (
    <div class="acts end">
      <button type="button" class="btn quiet" onClick={props.cancel}>
        {words.keys.cancel}
      </button>
      <button
        type="submit"
        class={`btn stack ${look} ${busy ? 'is-busy' : ''}`}
        aria-disabled={busy || off}
        disabled={off && !busy}
      >
        <span class={busy ? 'is-away' : ''}>{props.act}</span>
        <span class={busy ? '' : 'is-away'}>
          <Icon name="busy" class="spin" />
          {props.busyWords}
        </span>
      </button>
    </div>
  )
}
