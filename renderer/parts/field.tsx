import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

/** A line to type in: label above; below it a note, whose place an error takes. */
export function Field(props: {
  label: ComponentChildren
  value: string
  onInput: (value: string) => void
  /** The first leaving: from now on it is checked while typing. */
  onLeave?: () => void
  note?: string
  error?: string | null
  placeholder?: string
  class?: string
  inputMode?: 'decimal'
  /** What is typed is not shown. */
  masked?: boolean
  first?: boolean
  /** Meanwhile it keeps the focus, and what is in it. */
  busy?: boolean
}) {
  const id = useId()
  const error = props.error ?? null
  const below = error ?? props.note
  return (
    <div class="field-box">
      <label class="field-label" for={id}>
        {props.label}
      </label>
      <div class={props.class ?? ''}>
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
          aria-describedby={below === undefined ? undefined : `${id}-note`}
          data-first={props.first ? '' : undefined}
          onInput={(event) => props.onInput(event.currentTarget.value)}
          onBlur={props.onLeave}
        />
      </div>
      {/* Always there once it has something to say, so that a change of it is read. */}
      <p id={`${id}-note`} class={error === null ? 'field-note' : 'field-note danger-ink'} role="status">
        {below}
      </p>
    </div>
  )
}
