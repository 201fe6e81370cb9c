import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

export type RadioOption<T> = {
  readonly value: T
  readonly text: ComponentChildren
  /** The accessible name, if `text` is an icon. */
  readonly label?: string
}

/** Native radio buttons, which bring their keyboard handling along, styled as segments or tiles. */
export function RadioGroup<T extends string | number>(props: {
  label: string
  class: string
  options: readonly RadioOption<T>[]
  value: T | null
  onChange: (value: T) => void
  /** Focuses the selected option when the dialog opens. */
  initialFocus?: boolean
}) {
  const name = useId()
  const { options } = props
  const selected = options.findIndex(({ value }) => value === props.value)
  const tabStop = Math.max(0, selected)
  return (
    <div class={props.class} role="radiogroup" aria-label={props.label}>
      {options.map(({ value, text, label }, index) => (
        <label key={value} class="choice" title={label}>
          <input
            type="radio"
            class="unseen"
            name={name}
            checked={index === selected}
            aria-label={label}
            data-initial-focus={props.initialFocus && index === tabStop ? '' : undefined}
            onChange={() => props.onChange(value)}
          />
          {text}
        </label>
      ))}
    </div>
  )
}
