import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { Icon } from '../parts/icon.tsx'

/** A name, a description and a control. With `labelled`, the name is the label of the control `${id}-control`. */
export function SettingRow(props: {
  id: string
  name: ComponentChildren
  labelled?: true
  description?: ComponentChildren
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
        {props.description !== undefined && <p id={`${props.id}-note`}>{props.description}</p>}
      </div>
      <div class="control">{props.children}</div>
    </div>
  )
}

export function SwitchRow(props: {
  name: string
  description?: string | undefined
  checked: boolean
  onChange: (checked: boolean) => void
}) {
  const id = useId()
  return (
    <SettingRow id={id} name={props.name} labelled description={props.description}>
      <input
        type="checkbox"
        id={`${id}-control`}
        // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox has its checked state
        role="switch"
        class="switch"
        aria-describedby={props.description === undefined ? undefined : `${id}-note`}
        checked={props.checked}
        onChange={(event) => {
          const { checked } = event.currentTarget
          // Reverts the native change: the next state from main decides.
          event.currentTarget.checked = props.checked
          props.onChange(checked)
        }}
      />
    </SettingRow>
  )
}

export function SelectRow<T extends string>(props: {
  name: string
  description?: string | undefined
  value: T
  options: readonly { readonly value: T; readonly name: string }[]
  onChange: (value: T) => void
}) {
  const id = useId()
  return (
    <SettingRow id={id} name={props.name} labelled description={props.description}>
      <span class="select-box">
        <select
          id={`${id}-control`}
          class="select"
          value={props.value}
          onChange={(event) => {
            const selected = props.options.find(({ value }) => value === event.currentTarget.value)
            event.currentTarget.value = props.value
            if (selected) props.onChange(selected.value)
          }}
        >
          {props.options.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
        <Icon name="down" class="icon-small" />
      </span>
    </SettingRow>
  )
}
