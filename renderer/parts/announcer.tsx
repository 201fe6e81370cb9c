/**
 * The live region. Screens announce changes through it, because a region that is mounted together with its text
 * often isn't read, and a region around a countdown would read every second.
 */
import { useEffect, useRef } from 'preact/hooks'
import { spokenSentences } from '../../words/format.ts'
import { createSignal, useSignal } from '../signal.ts'

const announcement = createSignal({ text: '' })

/** Collected until the end of the current task: a strip and a screen that appear together are both read. */
let pending: string[] = []

export function announce(text: string): void {
  if (pending.length === 0) queueMicrotask(flush)
  pending.push(text)
}

function flush(): void {
  const text = spokenSentences(...new Set(pending))
  pending = []
  // A screen reader repeats a text only if it differs, so a repetition gets a no-break space.
  announcement.set({ text: text === announcement.value.text ? `${text}\u00a0` : text })
}

/** Announces the text on mount and whenever it changes. */
export function useAnnouncement(text: string): void {
  useEffect(() => announce(text), [text])
}

/** The window has one, and so does each dialog: a screen reader ignores everything behind a dialog. */
export function Announcer() {
  const latest = useSignal(announcement)
  const atMount = useRef(latest)
  return (
    <p class="unseen" role="status">
      {latest === atMount.current ? null : latest.text}
    </p>
  )
}
