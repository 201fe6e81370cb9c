import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { maxNameLength } from '../../preload/contract/bounds.ts'
import { laterWords } from '../../words/index.ts'
import { Field } from '../parts/field.tsx'
import { useUnsavedInput } from '../use-unsaved-input.ts'

const text = laterWords.keys

/** The name field of an app or a key. Errors are shown once the user has left the field or tried to submit. */
export function useNameField(): {
  readonly name: string
  readonly isValid: boolean
  readonly showErrors: () => void
  readonly render: (props: { label: string; note: string; busy: boolean }) => JSX.Element
} {
  const [value, setValue] = useState('')
  const [areErrorsShown, setErrorsShown] = useState(false)
  useUnsavedInput(value !== '')
  const name = value.trim()
  const error =
    name === '' ? text.nameMissing : [...name].length > maxNameLength ? text.nameTooLong(maxNameLength) : null
  return {
    name,
    isValid: error === null,
    showErrors: () => setErrorsShown(true),
    render: ({ label, note, busy }) => (
      <Field
        label={label}
        value={value}
        onInput={setValue}
        onBlur={() => setErrorsShown(value !== '')}
        note={note}
        error={areErrorsShown ? error : null}
        busy={busy}
        initialFocus
      />
    ),
  }
}
