import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { maxNameLength } from '../../preload/contract/bounds.ts'
import { words } from '../../words/index.ts'
import { Field } from '../parts/field.tsx'
import { useUnsavedTyping } from '../use-unsaved-typing.ts'

const text = words.keys

/** The name of an app or a key, with what is wrong with it once it was left, or tried. */
export function useName(): {
  readonly name: string
  readonly isRight: boolean
  readonly check: () => void
  readonly field: (props: { label: string; note: string; busy: boolean }) => JSX.Element
} {
  const [typed, setTyped] = useState('')
  const [checked, setChecked] = useState(false)
  useUnsavedTyping(typed !== '')
  const name = typed.trim()
  const error =
    name === '' ? text.nameMissing : [...name].length > maxNameLength ? text.nameTooLong(maxNameLength) : null
  return {
    name,
    isRight: error === null,
    check: () => setChecked(true),
    field: ({ label, note, busy }) => (
      <Field
        label={label}
        value={typed}
        onInput={setTyped}
        onLeave={() => setChecked(typed !== '')}
        note={note}
        error={checked ? error : null}
        busy={busy}
        first
      />
    ),
  }
}
