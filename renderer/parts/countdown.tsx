import { useEffect, useRef } from 'preact/hooks'
import { countdown } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { announce } from './announcer.tsx'

const lastMinuteMs = 60_000

/** The remaining time as text and as a bar. Announced only once, when the last minute begins. */
export function Countdown(props: { startedAt: number; expiresAt: number; now: number }) {
  const totalMs = Math.max(1, props.expiresAt - props.startedAt)
  const leftMs = Math.min(totalMs, Math.max(0, props.expiresAt - props.now))
  const isLastMinute = leftMs < lastMinuteMs && totalMs > lastMinuteMs
  const isMounted = useRef(false)
  useEffect(() => {
    if (isLastMinute && isMounted.current) announce(words.signIn.code.nearlyOver)
    isMounted.current = true
  }, [isLastMinute])
  return (
    <>
      <div class="countdown">
        <span id="valid-for">{words.signIn.code.validFor}</span>
        <span class="num strong" role="timer" aria-labelledby="valid-for">
          {countdown(leftMs)}
        </span>
      </div>
      <span class={isLastMinute ? 'progress warn' : 'progress'}>
        <i style={{ width: `${(leftMs / totalMs) * 100}%` }} />
      </span>
    </>
  )
}
