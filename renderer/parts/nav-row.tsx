import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

/** A row that leads to another screen. */
export function NavRow(props: { icon: IconName; onClick: () => void; children: ComponentChildren }) {
  return (
    <button type="button" class="line" onClick={props.onClick}>
      <Icon name={props.icon} />
      <span class="grow">{props.children}</span>
      <Icon name="right" class="flips-rtl" />
    </button>
  )
}
