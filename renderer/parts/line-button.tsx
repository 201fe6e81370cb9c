import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

/** A row that leads to another screen. */
export function LineButton(props: { icon: IconName; act: () => void; children: ComponentChildren }) {
  return (
    <button type="button" class="line" onClick={props.act}>
      <Icon name={props.icon} />
      <span class="grow">{props.children}</span>
      <Icon name="right" class="turns" />
    </button>
  )
}
