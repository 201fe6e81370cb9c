/** The frame of every screen before an organisation is there: content, and below it what is happening now. */
import type { ComponentChildren } from 'preact'
import type { AppState } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { useAnnouncement } from './announcer.tsx'
import { Banner } from './banner.tsx'
import { Mark } from './mark.tsx'
import { StripSlot } from './strip-slot.tsx'

const text = words.signIn

export function Gate(props: { state: AppState; now: ComponentChildren; children: ComponentChildren }) {
  return (
    <div class="gate-shell">
      <Banner server={props.state.server} />
      <StripSlot state={props.state} organisation={null} />
      <main class="gate">
        <div class="gate-in">{props.children}</div>
      </main>
      <section class="gate-status" aria-label={text.nowLabel}>
        {props.now}
      </section>
    </div>
  )
}

/** One bold line and one explaining it. Only the bold one is announced: the other may tick. */
export function Now(props: {
  sign: ComponentChildren
  title: string
  explained: string
  act?: ComponentChildren
}) {
  useAnnouncement(props.title)
  return (
    <>
      {props.sign}
      <div class="grow">
        <b>{props.title}</b>
        <p>{props.explained}</p>
      </div>
      {props.act}
    </>
  )
}

/** The large mark, and the way out beside it. */
export function GateOpening({ shape, out }: { shape: 'whole' | 'hollow'; out?: ComponentChildren }) {
  return (
    <div class="open">
      <Mark shape={shape} size={36} />
      {out}
    </div>
  )
}

/** The small head of the steps that have much to show. */
export function GateHead({ out }: { out: ComponentChildren }) {
  return (
    <div class="back">
      <span class="where">
        <Mark shape="whole" size={16} />
        {text.title}
      </span>
      {out}
    </div>
  )
}

export function OutButton({ text: label, act }: { text: string; act: () => void }) {
  return (
    <button type="button" class="btn quiet s out" onClick={act}>
      {label}
    </button>
  )
}
