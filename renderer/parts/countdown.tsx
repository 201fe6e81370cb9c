import { useEffect, useRef } from 'preact/hooks'
import { countdown } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { announce } from './announcer.tsx'

const nearlyOverMs = 60_000

/** What is left of a known time: the clock and a bar. Said aloud only once, when it gets short. */
export function Countdown(props: { startedAt: number; expiresAt: number; now: number }) {
  const whole = Math.max(1, props.expiresAt - props.startedAt)
  const left = Math.min(whole, Math.max(0, props.expiresAt - props.now))
  const short = left < nearlyOverMs && whole > nearlyOverMs
  const shown = useRef(false)
  useEffect(() => {
    if (short && shown.current) announce(words.signIn.code.nearlyOver)
    shown.current = true
  }, [short])
  return (
    <>
      <div class="valid">
        <span id="valid-for">{words.signIn.code.validFor}</span>
        <span class="num strong" role="timer" aria-labelledby="valid-for">
          {countdown(left)}
        </span>
      </div>
      <span class={short ? 'run warn' : 'run'}>
        <i style={{ width: `${(left / whole) * 100}%` }} />
      </span>
    </>
  )
}
