/**
 * What is read out. What is happening is announced here once, when it changes, whichever screen shows it:
 * a region that came and went with its screen would often not be read, and ticking seconds must not be.
 */
import { useEffect, useRef } from 'preact/hooks'
import { createSignal, useSignal } from '../signal.ts'

const announcement = createSignal({ text: '' })

/** What is to be said in this turn: a strip and a screen that come together are both read. */
let waiting: string[] = []

export function announce(text: string): void {
  if (waiting.length === 0) queueMicrotask(say)
  waiting.push(text)
}

function say(): void {
  const text = [...new Set(waiting)].join('. ')
  waiting = []
  // The same words again are read again only if they differ: an invisible space does.
  announcement.set({ text: text === announcement.current.text ? `${text}\u00a0` : text })
}

/** Announces the text whenever it is another one. */
export function useAnnouncement(text: string): void {
  useEffect(() => announce(text), [text])
}

/** One for the window, and one in each dialog: what lies behind a dialog isn't read. */
export function Announcer() {
  const said = useSignal(announcement)
  const before = useRef(said)
  return (
    <p class="unseen" role="status">
      {said === before.current ? '' : said.text}
    </p>
  )
}
