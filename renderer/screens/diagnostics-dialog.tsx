import { useEffect, useRef, useState } from 'preact/hooks'
import type { DiagnosticsState, Result } from '../../preload/contract/index.ts'
import { laterWords, words } from '../../words/index.ts'
import { ask, send } from '../bridge.ts'
import { announce } from '../parts/announcer.tsx'
import { BusyButton } from '../parts/busy-button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Icon } from '../parts/icon.tsx'
import { useAct } from '../use-act.ts'
import { useQuery } from '../use-query.ts'

const text = laterWords.diagnostics
const copiedForMs = 2000
const unsaved: Result<string | null> = { ok: true, value: null }

/** Shows the very text that is copied and saved, so that its reader decides what leaves this computer. */
export function DiagnosticsDialog({ state: { revision, checking } }: { state: DiagnosticsState }) {
  const { value, failure: notRead } = useQuery('diagnostics.read', {}, revision)
  const { failure: notDone, act } = useAct()
  const [saved, setSaved] = useState<Result<string | null>>(unsaved)
  const report = useRef<HTMLElement>(null)
  const [copied, setCopied] = useState(0)
  useEffect(() => {
    if (copied === 0) return
    const timer = setTimeout(() => setCopied(0), copiedForMs)
    return () => clearTimeout(timer)
  }, [copied])

  const copy = async () => {
    if (!(await act('diagnostics.copy', {}))) return
    setCopied(copied + 1)
    announce(text.copiedAll)
  }
  const save = async () => {
    const answer = await ask('diagnostics.export', {})
    setSaved(answer)
    if (answer.ok && answer.value !== null) announce(text.saved(answer.value).join(''))
  }
  const check = () => {
    // Where the findings come.
    if (report.current) report.current.scrollTop = 0
    return act('diagnostics.check', {})
  }
  const failure = notDone ?? notRead ?? (saved.ok ? null : saved.failure)
  return (
    <Dialog titleId="diagnostics-title" onCancel={() => send('dialog.close', {})}>
      <div class="diagnostics">
        <div class="head">
          <h2 id="diagnostics-title">{text.title}</h2>
          <BusyButton class="s" busyWords={text.checking} busy={checking} act={check}>
            {text.check}
          </BusyButton>
        </div>
        <p class="small ink-2">{text.explained}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
        <section ref={report} class="report pick" tabIndex={0} aria-label={text.label} dir="ltr">
          <code>{value}</code>
        </section>
        {failure && <FailureNote failure={failure} />}
        {saved.ok && saved.value !== null && (
          <p class="small ink-2">{text.saved(<bdi class="strong">{saved.value}</bdi>)}</p>
        )}
        <div class="acts end">
          <button type="button" class="btn" data-first onClick={() => send('dialog.close', {})}>
            {words.app.close}
          </button>
          <BusyButton class="" busyWords={text.saving} act={save}>
            {text.save}
          </BusyButton>
          <button type="button" class="btn primary stack" onClick={copy}>
            <span class={copied > 0 ? 'is-away' : ''}>
              <Icon name="copy" />
              {text.copy}
            </span>
            <span class={copied > 0 ? '' : 'is-away'}>
              <Icon name="check" />
              {text.copied}
            </span>
          </button>
        </div>
      </div>
    </Dialog>
  )
}
