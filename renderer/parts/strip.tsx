import type { ComponentChildren } from 'preact'
import { words } from '../../words/index.ts'
import { focusHeading } from '../focus.ts'
import { useAnnouncement } from './announcer.tsx'
import { Icon, type IconName } from './icon.tsx'

/** A notice between the title bar and the content. */
export function Strip(props: {
  tone: 'plain' | 'warn' | 'danger'
  icon: IconName
  title: ComponentChildren
  /** Announced when the strip appears: the title as plain text. */
  announcement: string
  description: ComponentChildren
  /** One button stands beside the words. */
  action?: ComponentChildren
  /** Two stand below them. */
  actions?: ComponentChildren
  onDismiss?: () => void
}) {
  const { onDismiss } = props
  useAnnouncement(props.announcement)
  return (
    <section class={`strip ${props.tone}`} aria-label={words.app.noticeLabel}>
      <Icon name={props.icon} />
      <div class="grow">
        <b>{props.title}</b>
        <p>{props.description}</p>
        {props.actions && <div class="actions">{props.actions}</div>}
      </div>
      {props.action}
      {onDismiss && (
        <button
          type="button"
          class="icon-btn"
          aria-label={words.app.dismiss}
          title={words.app.dismiss}
          onClick={() => {
            onDismiss()
            // The button vanishes with the strip, so the keyboard continues from the heading.
            focusHeading()
          }}
        >
          <Icon name="x" />
        </button>
      )}
    </section>
  )
}
