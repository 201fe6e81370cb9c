import { useEffect, useState } from 'preact/hooks'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { announce } from './announcer.tsx'
import { Icon, type IconName } from './icon.tsx'

const copiedForMs = 2000

/** Has main copy something; says "Copied" for a moment, in the same width. */
export function CopyButton(props: {
  command: 'sign-in.copy-code' | 'sign-in.copy-link'
  class?: string
  icon: IconName
  text: string
  /** What a screen reader hears, when the text alone doesn't say what is copied. */
  label?: string
  done: string
}) {
  const [copied, setCopied] = useState(0)
  useEffect(() => {
    if (copied === 0) return
    const timer = setTimeout(() => setCopied(0), copiedForMs)
    return () => clearTimeout(timer)
  }, [copied])

  const copy = async () => {
    if (!(await send(props.command, {}))) return
    setCopied(copied + 1)
    announce(props.done)
  }

  return (
    <button
      type="button"
      class={`btn stack ${props.class ?? ''}`}
      aria-label={copied > 0 ? undefined : props.label}
      onClick={copy}
    >
      <span class={copied > 0 ? 'is-away' : ''}>
        <Icon name={props.icon} />
        {props.text}
      </span>
      <span class={copied > 0 ? '' : 'is-away'}>
        <Icon name="check" />
        {words.signIn.code.copied}
      </span>
    </button>
  )
}
