/** The frame of the sign-in screens: content, and a status bar below it. */
import type { ComponentChildren } from 'preact'
import type { AppState } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { useAnnouncement } from './announcer.tsx'
import { Banner } from './banner.tsx'
import { Logo } from './logo.tsx'
import { StripSlot } from './strip-slot.tsx'

const text = words.signIn

export function SignInShell(props: {
  state: AppState
  status: ComponentChildren
  children: ComponentChildren
}) {
  return (
    <div class="sign-in-shell">
      <Banner server={props.state.server} />
      <StripSlot state={props.state} organisation={null} />
      <main class="sign-in">
        <div class="sign-in-content">{props.children}</div>
      </main>
      <section class="sign-in-status" aria-label={text.nowLabel}>
        {props.status}
      </section>
    </div>
  )
}

/** Only the title is announced: the description may contain a countdown. */
export function SignInStatus(props: {
  icon: ComponentChildren
  title: string
  description: string
  action?: ComponentChildren
}) {
  useAnnouncement(props.title)
  return (
    <>
      {props.icon}
      <div class="grow">
        <b>{props.title}</b>
        <p>{props.description}</p>
      </div>
      {props.action}
    </>
  )
}

/**
 * The head of every step: the app's mark and the way out, the headline, and the sentence below it. All of them stay
 * where they are from step to step.
 */
export function SignInHead(props: {
  /** The tray's shape in this state. */
  shape: 'solid' | 'outline'
  exit?: ComponentChildren
  title: string
  titleId?: string
  explained: ComponentChildren
}) {
  return (
    <>
      <div class="sign-in-header">
        <span class="app-name">
          <Logo shape={props.shape} size={20} />
          {text.title}
        </span>
        {props.exit}
      </div>
      <h1 tabIndex={-1} id={props.titleId}>
        {props.title}
      </h1>
      <p class="lede">{props.explained}</p>
    </>
  )
}

export function ExitButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button type="button" class="btn quiet compact exit" onClick={onClick}>
      {label}
    </button>
  )
}
