import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { laterWords } from '../../words/index.ts'
import { useUnsavedTyping } from '../use-unsaved-typing.ts'
import type { Parsed } from './parse.ts'
import { Row } from './rows.tsx'

/**
 * A number that the user may leave empty. Enter, or leaving the field, hands it on; Escape takes the typing back.
 * Checked while typing only after it was handed on once and was wrong.
 */
export function NumberField(props: {
  name: string
  explained?: string
  /** As it stands in the field while nobody types. */
  shown: string
  money?: true
  parse: (typed: string) => Parsed
  /** What to type instead. */
  wrong: string
  onCommit: (value: number | null) => Promise<boolean>
}) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [wasWrong, setWasWrong] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const isWrong = wasWrong && typed !== null && !props.parse(typed).ok
  useUnsavedTyping(typed !== null)

  // What was typed is done with as soon as it is what is kept.
  useEffect(() => setTyped(null), [props.shown])

  const commit = async () => {
    if (typed === null) return
    const parsed = props.parse(typed)
    if (!parsed.ok) return setWasWrong(true)
    setWasWrong(false)
    // The same value again: nothing to say, but it is set in the usual form.
    const same = props.parse(props.shown)
    if (same.ok && same.value === parsed.value) setTyped(null)
    else await props.onCommit(parsed.value)
  }

  const input = (
    <input
      ref={field}
      id={`${id}-control`}
      class="field set-field"
      inputMode={props.money ? 'decimal' : 'numeric'}
      autocomplete="off"
      spellcheck={false}
      placeholder={laterWords.settings.empty}
      aria-describedby={isWrong || props.explained !== undefined ? `${id}-note` : undefined}
      aria-invalid={isWrong}
      value={typed ?? props.shown}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.isComposing) return
        if (event.key === 'Enter') void commit()
        if (event.key === 'Escape' && typed !== null) {
          setTyped(null)
          setWasWrong(false)
        }
      }}
    />
  )
  const note = isWrong ? <span class="danger-ink">{props.wrong}</span> : props.explained
  return (
    <Row id={id} name={props.name} labelled {...(note === undefined ? {} : { explained: note })}>
      {props.money ? <span class="money">{input}</span> : input}
    </Row>
  )
}
