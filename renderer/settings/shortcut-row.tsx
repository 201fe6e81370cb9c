import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { SystemInfo } from '../../preload/contract/index.ts'
import { sentences } from '../../words/format.ts'
import { laterWords } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { announce } from '../parts/announcer.tsx'
import { Icon } from '../parts/icon.tsx'
import { keysOf, type Recorded, record } from './accelerator.ts'
import { Row } from './rows.tsx'

const text = laterWords.settings.shortcut

/** The shortcut that opens the window from anywhere, and the way to press another one. */
export function ShortcutRow({ shortcut, machine }: { shortcut: string | null; machine: SystemInfo }) {
  const [recording, setRecording] = useState(false)
  const id = useId()
  const change = useRef<HTMLButtonElement>(null)
  const wasRecording = useRef(false)
  // The field is gone with its recording; a keyboard goes on from the button that began it.
  useEffect(() => {
    if (wasRecording.current && !recording) change.current?.focus()
    wasRecording.current = recording
  }, [recording])
  return (
    <Row id={id} name={text.name} {...(machine.wayland ? { explained: text.wayland } : {})}>
      {recording ? (
        <Recorder machine={machine} stop={() => setRecording(false)} />
      ) : (
        <span class="shortcut">
          {shortcut === null ? (
            <span class="ink-3">{text.none}</span>
          ) : (
            <span class="keys-field">
              {keysOf(shortcut, machine.platform).map((key) => (
                <kbd class="cap" key={key}>
                  {key}
                </kbd>
              ))}
            </span>
          )}
          <button
            type="button"
            class="btn quiet s"
            ref={change}
            aria-label={text.changeLabel}
            onClick={() => setRecording(true)}
          >
            {text.change}
          </button>
          {shortcut !== null && (
            <button
              type="button"
              class="icon-btn"
              aria-label={text.removeLabel}
              onClick={() => {
                void send('settings.change', { change: { shortcut: null } })
                change.current?.focus()
              }}
            >
              <Icon name="x" />
            </button>
          )}
        </span>
      )}
    </Row>
  )
}

/** Takes the next key press; Escape and leaving keep what was. */
function Recorder({ machine, stop }: { machine: SystemInfo; stop: () => void }) {
  const [heard, setHeard] = useState<Recorded>({ kind: 'waiting' })
  const field = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    field.current?.focus()
    announce(sentences(text.press, text.stop))
  }, [])
  const press = (event: KeyboardEvent) => {
    // Whatever it is, it is no command to the window now.
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') return stop()
    const next = record(event, machine.platform)
    setHeard(next)
    if (next.kind !== 'shortcut') return
    void send('settings.change', { change: { shortcut: next.accelerator } })
    stop()
  }
  const needsMore = machine.platform === 'mac' ? text.needsMoreOnMac : text.needsMore
  const wrong = heard.kind === 'needs-more' ? needsMore : heard.kind === 'not-usable' ? text.notUsable : null
  return (
    <span class="recorder">
      <button
        type="button"
        class="btn s recording"
        ref={field}
        onKeyDown={press}
        onBlur={stop}
        onClick={stop}
      >
        {text.press}
      </button>
      <span class={wrong === null ? 'small ink-3' : 'small danger-ink'} role="status">
        {wrong ?? text.stop}
      </span>
    </span>
  )
}
