import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { SystemInfo } from '../../preload/contract/index.ts'
import { sentences } from '../../words/format.ts'
import { laterWords } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { announce } from '../parts/announcer.tsx'
import { Icon } from '../parts/icon.tsx'
import { acceleratorKeys, type KeyRecording, readKeyboardLayout, recordKey } from './accelerator.ts'
import { SettingRow } from './setting-row.tsx'

const text = laterWords.settings.shortcut

/** The global shortcut that opens the window, with a button to record another one. */
export function ShortcutRow({ shortcut, systemInfo }: { shortcut: string | null; systemInfo: SystemInfo }) {
  const [isRecording, setRecording] = useState(false)
  const id = useId()
  const changeButton = useRef<HTMLButtonElement>(null)
  const wasRecording = useRef(false)
  // The recorder, which had the focus, is gone: the keyboard continues from the button that started it.
  useEffect(() => {
    if (wasRecording.current && !isRecording) changeButton.current?.focus()
    wasRecording.current = isRecording
  }, [isRecording])
  return (
    <SettingRow id={id} name={text.name} description={systemInfo.wayland ? text.wayland : undefined}>
      {isRecording ? (
        <Recorder systemInfo={systemInfo} stop={() => setRecording(false)} />
      ) : (
        <span class="shortcut">
          {shortcut === null ? (
            <span class="ink-3">{text.none}</span>
          ) : (
            <span class="keys-field">
              {acceleratorKeys(shortcut, systemInfo.platform).map((key) => (
                <kbd class="cap" key={key}>
                  {key}
                </kbd>
              ))}
            </span>
          )}
          <button
            type="button"
            class="btn compact"
            ref={changeButton}
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
              title={text.removeLabel}
              onClick={() => {
                void send('settings.change', { change: { shortcut: null, shortcutCode: null } })
                changeButton.current?.focus()
              }}
            >
              <Icon name="x" />
            </button>
          )}
        </span>
      )}
    </SettingRow>
  )
}

/** Records the next key press. Escape or losing the focus keeps the present shortcut. */
function Recorder({ systemInfo, stop }: { systemInfo: SystemInfo; stop: () => void }) {
  const [recording, setRecording] = useState<KeyRecording>({ kind: 'waiting' })
  const field = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    field.current?.focus()
    announce(sentences(text.press, text.stop))
  }, [])
  const layout = useRef(readKeyboardLayout())
  const handleKey = async (event: KeyboardEvent) => {
    // While recording, no key may trigger a shortcut of the window.
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') return stop()
    const next = recordKey(event, systemInfo.platform, await layout.current)
    setRecording(next)
    if (next.kind !== 'shortcut') return
    void send('settings.change', { change: { shortcut: next.accelerator, shortcutCode: next.code } })
    stop()
  }
  const needsMore = systemInfo.platform === 'mac' ? text.needsMoreOnMac : text.needsMore
  const error =
    recording.kind === 'needs-more' ? needsMore : recording.kind === 'not-usable' ? text.notUsable : null
  return (
    <span class="recorder">
      <button
        type="button"
        class="btn compact recording"
        ref={field}
        onKeyDown={handleKey}
        onBlur={stop}
        onClick={stop}
      >
        {text.press}
      </button>
      <span class={error === null ? 'small ink-3' : 'small danger-ink'} role="status">
        {error ?? text.stop}
      </span>
    </span>
  )
}
