import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { useFlash } from '../use-flash.ts'
import { announce } from './announcer.tsx'
import { Icon, type IconName } from './icon.tsx'

/** Copies in main, since the window has no clipboard access, and shows "Copied" at the same width. */
export function CopyButton(props: {
  command: 'sign-in.copy-code' | 'sign-in.copy-link' | 'updates.copy-command'
  class?: string
  icon: IconName
  text: string
  /** The accessible name, if `text` doesn't tell what is copied. */
  label?: string
  announcement: string
}) {
  const [copied, flash] = useFlash()

  const copy = async () => {
    if (!(await send(props.command, {}))) return
    flash()
    announce(props.announcement)
  }

  return (
    <button
      type="button"
      class={`btn stacked ${props.class ?? ''}`}
      aria-label={copied ? undefined : props.label}
      onClick={copy}
    >
      <span class={copied ? 'is-hidden' : ''}>
        <Icon name={props.icon} />
        {props.text}
      </span>
      <span class={copied ? '' : 'is-hidden'}>
        <Icon name="check" />
        {words.signIn.code.copied}
      </span>
    </button>
  )
}
