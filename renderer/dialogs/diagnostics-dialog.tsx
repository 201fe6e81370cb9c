import { useRef, useState } from 'preact/hooks'
import type { DiagnosticsState, Result } from '../../preload/contract/index.ts'
import { laterWords, words } from '../../words/index.ts'
import { invoke, send } from '../bridge.ts'
import { announce } from '../parts/announcer.tsx'
import { BusyButton } from '../parts/busy-button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Icon } from '../parts/icon.tsx'
import { useCommand } from '../use-command.ts'
import { useFlash } from '../use-flash.ts'
import { useQuery } from '../use-query.ts'

const text = laterWords.diagnostics
const notSaved: Result<string | null> = { ok: true, value: null }

/** Shows exactly the text that is copied or saved, so that the user can check what they pass on. */
export function DiagnosticsDialog({ state: { revision, checking } }: { state: DiagnosticsState }) {
  const { value, failure: readFailure } = useQuery('diagnostics.read', {}, revision)
  const { failure: commandFailure, run } = useCommand()
  const [saveResult, setSaveResult] = useState<Result<string | null>>(notSaved)
  const report = useRef<HTMLElement>(null)
  const [copied, flashCopied] = useFlash()

  const copy = async () => {
    if (!(await run('diagnostics.copy', {}))) return
    flashCopied()
    announce(text.copiedAll)
  }
  const save = async () => {
    const answer = await invoke('diagnostics.export', {})
    setSaveResult(answer)
    if (answer.ok && answer.value !== null) announce(text.saved(answer.value).join(''))
  }
  const check = () => {
    // The findings appear at the top.
    if (report.current) report.current.scrollTop = 0
    return run('diagnostics.check', {})
  }
  const failure = commandFailure ?? readFailure ?? (saveResult.ok ? null : saveResult.failure)
  return (
    <Dialog titleId="diagnostics-title" onCancel={() => send('dialog.close', {})}>
      <div class="diagnostics">
        <div class="head">
          <h2 id="diagnostics-title">{text.title}</h2>
          <BusyButton class="compact" busyText={text.checking} busy={checking} onClick={check}>
            {text.check}
          </BusyButton>
        </div>
        <p class="small ink-2">{text.explained}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be focusable */}
        <section ref={report} class="report selectable" tabIndex={0} aria-label={text.label} dir="ltr">
          <code>{value}</code>
        </section>
        {failure && <FailureNote failure={failure} />}
        {saveResult.ok && saveResult.value !== null && (
          <p class="small ink-2">{text.saved(<bdi class="strong">{saveResult.value}</bdi>)}</p>
        )}
        <div class="actions end">
          <button type="button" class="btn" data-initial-focus onClick={() => send('dialog.close', {})}>
            {words.app.close}
          </button>
          <BusyButton class="" busyText={text.saving} onClick={save}>
            {text.save}
          </BusyButton>
          <button type="button" class="btn primary stacked" onClick={copy}>
            <span class={copied ? 'is-hidden' : ''}>
              <Icon name="copy" />
              {text.copy}
            </span>
            <span class={copied ? '' : 'is-hidden'}>
              <Icon name="check" />
              {text.copied}
            </span>
          </button>
        </div>
      </div>
    </Dialog>
  )
}
