import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

/** A row that leads to another screen. */
export function NavRow(props: {
  icon: IconName
  onClick: () => void
  value?: string
  children: ComponentChildren
}) {
  return (
    <button type="button" class="line" onClick={props.onClick}>
      <Icon name={props.icon} />
      <span class="grow">{props.children}</span>
      {props.value !== undefined && <span class="ink-2 num">{props.value}</span>}
      <Icon name="right" class="flips-rtl" />
    </button>
  )
}
