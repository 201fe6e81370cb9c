import { laterWords } from '../../words/index.ts'
import { Icon } from './icon.tsx'

/** Cancel and submit, for the form of a dialog. */
export function FormButtons(props: {
  submitText: string
  busyText: string
  busy: boolean
  disabled?: boolean
  isDanger?: boolean
  onCancel: () => void
}) {
  const { busy, disabled = false } = props
  const variant = props.isDanger ? 'danger' : 'primary'
  return (
    <div class="actions end">
      <button type="button" class="btn quiet" onClick={props.onCancel}>
        {laterWords.keys.cancel}
      </button>
      <button
        type="submit"
        class={`btn stacked ${variant} ${busy ? 'is-busy' : ''}`}
        aria-disabled={busy || disabled}
        disabled={disabled && !busy}
      >
        <span class={busy ? 'is-hidden' : ''}>{props.submitText}</span>
        <span class={busy ? '' : 'is-hidden'}>
          <Icon name="busy" class="spin" />
          {props.busyText}
        </span>
      </button>
    </div>
  )
}
