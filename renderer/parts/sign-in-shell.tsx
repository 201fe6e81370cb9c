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

/** The large logo, with the exit button beside it. */
export function SignInHero({ shape, exit }: { shape: 'solid' | 'outline'; exit?: ComponentChildren }) {
  return (
    <div class="open">
      <Logo shape={shape} size={36} />
      {exit}
    </div>
  )
}

/** A small header, for screens with much content. */
export function SignInHeader({ exit }: { exit: ComponentChildren }) {
  return (
    <div class="sign-in-header">
      <span class="app-name">
        <Logo shape="solid" size={16} />
        {text.title}
      </span>
      {exit}
    </div>
  )
}

export function ExitButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button type="button" class="btn quiet compact exit" onClick={onClick}>
      {label}
    </button>
  )
}
