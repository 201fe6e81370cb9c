import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

export type Choice<T> = {
  readonly value: T
  readonly text: ComponentChildren
  /** What a screen reader hears, when the text is a drawing. */
  readonly label?: string
}

/** One of a few, all in sight: the browser's own radio buttons, which bring the keyboard with them. */
export function Choices<T extends string | number>(props: {
  label: string
  class: string
  choices: readonly Choice<T>[]
  chosen: T | null
  choose: (value: T) => void
  /** In a dialog: it has the focus when it opens. */
  first?: boolean
}) {
  const name = useId()
  const { choices, chosen } = props
  const first = Math.max(
    0,
    choices.findIndex(({ value }) => value === chosen),
  )
  return (
    <div class={props.class} role="radiogroup" aria-label={props.label}>
      {choices.map(({ value, text, label }, index) => (
        <label key={value} class="choice" title={label}>
          <input
            type="radio"
            class="unseen"
            name={name}
            checked={value === chosen}
            aria-label={label}
            data-first={props.first && index === first ? '' : undefined}
            onChange={() => props.choose(value)}
          />
          {text}
        </label>
      ))}
    </div>
  )
}
