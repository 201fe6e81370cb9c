/** What the rows of the settings have in common: the name, a note, and the control at the end. */
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { Icon } from '../parts/icon.tsx'

/** `labelled`: its name is the label of the control `${id}-control`. */
export function Row(props: {
  id: string
  name: ComponentChildren
  labelled?: true
  explained?: ComponentChildren
  children: ComponentChildren
}) {
  return (
    <div class="set">
      <div class="grow">
        {props.labelled ? (
          <label id={props.id} for={`${props.id}-control`}>
            {props.name}
          </label>
        ) : (
          <span id={props.id}>{props.name}</span>
        )}
        {props.explained !== undefined && <p id={`${props.id}-note`}>{props.explained}</p>}
      </div>
      {props.children}
    </div>
  )
}

export function Switch(props: {
  name: string
  explained?: string
  checked: boolean
  onChange: (checked: boolean) => void
}) {
  const id = useId()
  return (
    <Row
      id={id}
      name={props.name}
      labelled
      {...(props.explained === undefined ? {} : { explained: props.explained })}
    >
      <input
        type="checkbox"
        id={`${id}-control`}
        // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says by itself whether it is checked
        role="switch"
        class="switch"
        aria-describedby={props.explained === undefined ? undefined : `${id}-note`}
        checked={props.checked}
        onChange={(event) => {
          const { checked } = event.currentTarget
          // Main decides: it is drawn again with the next state.
          event.currentTarget.checked = props.checked
          props.onChange(checked)
        }}
      />
    </Row>
  )
}

export function Select<T extends string>(props: {
  name: string
  explained?: string
  value: T
  options: readonly { readonly value: T; readonly name: string }[]
  onChange: (value: T) => void
}) {
  const id = useId()
  return (
    <Row
      id={id}
      name={props.name}
      labelled
      {...(props.explained === undefined ? {} : { explained: props.explained })}
    >
      <span class="select-box">
        <select
          id={`${id}-control`}
          class="select"
          value={props.value}
          onChange={(event) => {
            const chosen = props.options.find(({ value }) => value === event.currentTarget.value)
            // As with the switch.
            event.currentTarget.value = props.value
            if (chosen) props.onChange(chosen.value)
          }}
        >
          {props.options.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
        <Icon name="down" class="i-s" />
      </span>
    </Row>
  )
}
