import { useEffect, useId, useState } from 'preact/hooks'
import { laterWords } from '../../words/index.ts'
import { MoneyBox } from '../parts/money-box.tsx'
import { useUnsavedInput } from '../use-unsaved-input.ts'
import type { ParsedNumber } from './parse-number.ts'
import { SettingRow } from './setting-row.tsx'

/**
 * An optional number. Enter or leaving the field commits it, Escape reverts it.
 * Errors appear on commit, and from then on while typing.
 */
export function NumberRow(props: {
  name: string
  description?: string | undefined
  /** The committed value. */
  value: string
  money?: true
  parse: (input: string) => ParsedNumber
  errorText: string
  onCommit: (value: number | null) => Promise<boolean>
}) {
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const [wasInvalid, setWasInvalid] = useState(false)
  const isInvalid = wasInvalid && draft !== null && !props.parse(draft).ok
  useUnsavedInput(draft !== null)

  // The committed value replaces the draft.
  useEffect(() => setDraft(null), [props.value])

  const commit = async () => {
    if (draft === null) return
    const parsed = props.parse(draft)
    if (!parsed.ok) return setWasInvalid(true)
    setWasInvalid(false)
    // An equal value isn't sent, but shown in its usual format.
    const current = props.parse(props.value)
    if (current.ok && current.value === parsed.value) setDraft(null)
    // What was refused, or what the user took back, isn't asked for again by leaving the field.
    else if (!(await props.onCommit(parsed.value))) setDraft(null)
  }

  const input = (
    <input
      id={`${id}-control`}
      class="field set-field"
      inputMode={props.money ? 'decimal' : 'numeric'}
      autocomplete="off"
      spellcheck={false}
      placeholder={laterWords.settings.empty}
      aria-describedby={isInvalid || props.description !== undefined ? `${id}-note` : undefined}
      aria-invalid={isInvalid}
      value={draft ?? props.value}
      onInput={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.isComposing) return
        if (event.key === 'Enter') void commit()
        if (event.key === 'Escape' && draft !== null) {
          setDraft(null)
          setWasInvalid(false)
        }
      }}
    />
  )
  const note = isInvalid ? <span class="danger-ink">{props.errorText}</span> : props.description
  return (
    <SettingRow id={id} name={props.name} labelled description={note}>
      {props.money ? <MoneyBox>{input}</MoneyBox> : input}
    </SettingRow>
  )
}
