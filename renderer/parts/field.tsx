import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { MoneyBox } from './money-box.tsx'

/** A text field with a label above and a note below; an error replaces the note. */
export function Field(props: {
  label: ComponentChildren
  value: string
  onInput: (value: string) => void
  onBlur?: () => void
  note?: string | undefined
  error?: string | null
  placeholder?: string
  money?: true
  inputMode?: 'decimal'
  masked?: boolean
  initialFocus?: boolean
  /** Read-only, but keeps the focus. */
  busy?: boolean
}) {
  const id = useId()
  const error = props.error ?? null
  const note = error ?? props.note
  const input = (
    <input
      id={id}
      class="field"
      {...(props.masked ? { type: 'password' } : { type: 'text' })}
      autocomplete="off"
      spellcheck={false}
      value={props.value}
      placeholder={props.placeholder}
      inputMode={props.inputMode}
      readOnly={props.busy}
      aria-invalid={error !== null}
      aria-describedby={note === undefined ? undefined : `${id}-note`}
      data-initial-focus={props.initialFocus ? '' : undefined}
      onInput={(event) => props.onInput(event.currentTarget.value)}
      onBlur={props.onBlur}
    />
  )
  return (
    <div class="field-box">
      <label class="field-label" for={id}>
        {props.label}
      </label>
      <div>{props.money ? <MoneyBox>{input}</MoneyBox> : input}</div>
      {/* Always mounted: a live region that appears together with its text often isn't read. */}
      <p id={`${id}-note`} class={error === null ? 'field-note' : 'field-note danger-ink'} role="status">
        {note}
      </p>
    </div>
  )
}
