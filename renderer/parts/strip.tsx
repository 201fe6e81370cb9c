import type { ComponentChildren } from 'preact'
import { words } from '../../words/index.ts'
import { focusHeading } from '../use-heading-focus.ts'
import { useAnnouncement } from './announcer.tsx'
import { Icon, type IconName } from './icon.tsx'

/** What had the focus is gone with it, so the heading gets it: a keyboard goes on from there. */
function dismiss(act: () => void): () => void {
  return () => {
    act()
    focusHeading()
  }
}

/** A notice between bar and content. `spoken` is its title as plain text, announced when it appears. */
export function Strip(props: {
  tone: 'plain' | 'warn' | 'danger'
  icon: IconName
  title: ComponentChildren
  spoken: string
  explained: ComponentChildren
  acts?: ComponentChildren
  /** More than one act, or a long one, stands under the words. */
  actsBelow?: boolean
  onDismiss?: () => void
}) {
  useAnnouncement(props.spoken)
  return (
    <section class={`strip ${props.tone}`} aria-label={words.app.noticeLabel}>
      <Icon name={props.icon} />
      <div class="grow">
        <b>{props.title}</b>
        <p>{props.explained}</p>
        {props.actsBelow && <div class="acts">{props.acts}</div>}
      </div>
      {!props.actsBelow && props.acts}
      {props.onDismiss && (
        <button
          type="button"
          class="icon-btn"
          aria-label={words.app.dismiss}
          onClick={dismiss(props.onDismiss)}
        >
          <Icon name="x" />
        </button>
      )}
    </section>
  )
}
