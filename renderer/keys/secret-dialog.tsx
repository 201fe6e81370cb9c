import { useEffect, useState } from 'preact/hooks'
import type { PendingSecret } from '../../preload/contract/index.ts'
import { wholeSeconds } from '../../words/format.ts'
import { laterWords, words } from '../../words/index.ts'
import { ask } from '../bridge.ts'
import { BusyButton } from '../parts/busy-button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Icon } from '../parts/icon.tsx'
import { useAct } from '../use-act.ts'
import { secondsEveryMs, useNow } from '../use-now.ts'

const text = words.keys.secret
const shownForMs = 30_000

/** The one time a secret can be had: it is copied, saved or discarded before anything else. */
export function SecretDialog({ secret }: { secret: PendingSecret }) {
  const { act, failure } = useAct()
  const isTaken = secret.copiedAt !== null || secret.savedAs !== null
  const copied = secret.copiedAt !== null
  return (
    <Dialog titleId="secret-title" onCancel={null}>
      <h2 id="secret-title">{text.title(<bdi>{secret.keyName}</bdi>)}</h2>
      <p class="say">
        {text.explained} {text.where(<bdi>{secret.appName}</bdi>, <bdi>{secret.organisationName}</bdi>)}
      </p>
      <Value masked={secret.masked} />
      <div class="acts near">
        <BusyButton
          class={isTaken ? '' : 'primary'}
          first
          busyWords={text.copying}
          act={() => act('secret.copy', {})}
        >
          <Icon name="copy" />
          {copied ? text.copyAgain : text.copy}
        </BusyButton>
        <BusyButton class="" busyWords={text.saving} act={() => act('secret.save', {})}>
          <Icon name="save" />
          {text.save}
        </BusyButton>
      </div>
      <Notes secret={secret} />
      {failure && <FailureNote failure={failure} />}
      <div class="acts end parted">
        {!isTaken && (
          <BusyButton
            class="quiet danger-ink at-start"
            busyWords={text.discarding}
            act={() => act('secret.discard', {})}
          >
            {text.discard}
          </BusyButton>
        )}
        <button
          type="button"
          class={isTaken ? 'btn primary' : 'btn'}
          disabled={!isTaken}
          title={isTaken ? undefined : text.doneOff}
          onClick={() => void act('secret.done', {})}
        >
          {laterWords.topUp.done}
        </button>
      </div>
    </Dialog>
  )
}

/** Masked, until the eye is clicked; masked again by itself. The value is nowhere but here. */
function Value({ masked }: { masked: string }) {
  const [shown, show] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (shown === null) return
    const timer = setTimeout(() => show(null), shownForMs)
    return () => clearTimeout(timer)
  }, [shown])
  const toggle = async () => {
    if (shown !== null) return show(null)
    const answer = await ask('secret.reveal', {})
    setFailed(!answer.ok)
    if (answer.ok) show(answer.value)
  }
  return (
    <>
      <div class="secret">
        <code class={shown === null ? '' : 'is-shown pick'}>
          <span class="unseen">{text.label} </span>
          {shown ?? masked}
        </code>
        <button
          type="button"
          class="icon-btn"
          aria-label={shown === null ? text.show : text.hide}
          title={shown === null ? text.show : text.hide}
          onClick={() => void toggle()}
        >
          <Icon name={shown === null ? 'eye' : 'eye-off'} />
        </button>
      </div>
      {failed && (
        <p class="field-note danger-ink" role="alert">
          {text.notShown}
        </p>
      )}
    </>
  )
}

/** What became of it so far. Said once: the countdown itself is not read out. */
function Notes({ secret }: { secret: PendingSecret }) {
  const now = useNow(secondsEveryMs)
  const { copiedAt, clearsAt, clipboardUnverified, savedAs } = secret
  if (copiedAt === null && savedAs === null) {
    return (
      <p class="note notes">
        <Icon name="info" />
        <span>{text.notKept}</span>
      </p>
    )
  }
  const left = clearsAt === null ? 0 : wholeSeconds(clearsAt - now)
  return (
    <div class="notes" role="status">
      {copiedAt !== null && (
        <p class={clipboardUnverified ? 'note warn' : 'note done'}>
          <Icon name={clipboardUnverified ? 'warn' : 'check'} />
          <span class="num" role="timer">
            {clipboardUnverified ? text.left : left > 0 ? text.clearsIn(left) : text.cleared}
          </span>
        </p>
      )}
      {savedAs !== null && (
        <p class="note done">
          <Icon name="check" />
          <span>{text.saved(<bdi>{savedAs}</bdi>)}</span>
        </p>
      )}
    </div>
  )
}
