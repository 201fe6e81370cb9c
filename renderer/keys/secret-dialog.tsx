import { useEffect, useState } from 'preact/hooks'
import type { PendingSecret } from '../../preload/contract/index.ts'
import { wholeSeconds } from '../../words/format.ts'
import { laterWords, words } from '../../words/index.ts'
import { invoke } from '../bridge.ts'
import { announce } from '../parts/announcer.tsx'
import { BusyButton } from '../parts/busy-button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Icon } from '../parts/icon.tsx'
import { useCommand } from '../use-command.ts'
import { secondTickMs, useNow } from '../use-now.ts'

const text = words.keys.secret
const revealMs = 30_000

/** Shows the secret of a new key, which the server sends only once. Stays open until it is copied, saved or discarded. */
export function SecretDialog({ secret }: { secret: PendingSecret }) {
  const { run, failure } = useCommand()
  const isStored = secret.copiedAt !== null || secret.savedAs !== null
  const isCopied = secret.copiedAt !== null
  return (
    <Dialog titleId="secret-title" onCancel={null}>
      <h2 id="secret-title">{text.title(<bdi>{secret.keyName}</bdi>)}</h2>
      <p class="dialog-text">
        {text.explained} {text.where(<bdi>{secret.appName}</bdi>, <bdi>{secret.organisationName}</bdi>)}
      </p>
      <SecretValue masked={secret.masked} />
      <div class="actions near">
        <BusyButton
          class={isStored ? '' : 'primary'}
          initialFocus
          busyText={text.copying}
          onClick={() => run('secret.copy', {})}
        >
          <Icon name="copy" />
          {isCopied ? text.copyAgain : text.copy}
        </BusyButton>
        <BusyButton class="" busyText={text.saving} onClick={() => run('secret.save', {})}>
          <Icon name="save" />
          {text.save}
        </BusyButton>
      </div>
      <StorageNotes secret={secret} />
      {failure && <FailureNote failure={failure} />}
      <div class="actions end separated">
        {!isStored && (
          <BusyButton
            class="quiet danger-ink at-start"
            busyText={text.discarding}
            onClick={() => run('secret.discard', {})}
          >
            {text.discard}
          </BusyButton>
        )}
        <button
          type="button"
          class={isStored ? 'btn primary' : 'btn'}
          disabled={!isStored}
          title={isStored ? undefined : text.doneOff}
          onClick={() => void run('secret.done', {})}
        >
          {laterWords.topUp.done}
        </button>
      </div>
    </Dialog>
  )
}

/** Where there is little room, dots are left out, never the last four characters. */
function MaskedSecret({ masked }: { masked: string }) {
  return (
    <>
      <span class="cut">{masked.slice(0, -4)}</span>
      <span class="nowrap">{masked.slice(-4)}</span>
    </>
  )
}

/** Masked; revealed for half a minute at a time. This component is the only place in the window that holds the value. */
function SecretValue({ masked }: { masked: string }) {
  const [revealed, setRevealed] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (revealed === null) return
    const timer = setTimeout(() => setRevealed(null), revealMs)
    return () => clearTimeout(timer)
  }, [revealed])
  const toggle = async () => {
    if (revealed !== null) return setRevealed(null)
    const answer = await invoke('secret.reveal', {})
    setFailed(!answer.ok)
    if (answer.ok) setRevealed(answer.value)
  }
  return (
    <>
      <div class="secret">
        <code class={revealed === null ? '' : 'is-shown selectable'}>
          <span class="unseen">{text.label} </span>
          {revealed ?? <MaskedSecret masked={masked} />}
        </code>
        <button
          type="button"
          class="icon-btn"
          aria-label={revealed === null ? text.show : text.hide}
          title={revealed === null ? text.show : text.hide}
          onClick={() => void toggle()}
        >
          <Icon name={revealed === null ? 'eye' : 'eye-off'} />
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

/** Whether the secret was copied or saved. */
function StorageNotes({ secret }: { secret: PendingSecret }) {
  const { copiedAt, savedAs } = secret
  if (copiedAt === null && savedAs === null) {
    return (
      <p class="note notes">
        <Icon name="info" />
        <span>{text.notKept}</span>
      </p>
    )
  }
  return (
    <div class="notes">
      {copiedAt !== null && <CopiedNote secret={secret} />}
      {savedAs !== null && (
        <p class="note done" role="status">
          <Icon name="check" />
          <span>{text.saved(<bdi>{savedAs}</bdi>)}</span>
        </p>
      )}
    </div>
  )
}

/** No live region: around the countdown, it would be read every second. Announced at its begin and its end. */
function CopiedNote({ secret: { copiedAt, clearsAt, clipboardUnverified } }: { secret: PendingSecret }) {
  const now = useNow(secondTickMs)
  const secondsLeft = clearsAt === null ? 0 : wholeSeconds(clearsAt - now)
  const isCleared = secondsLeft === 0
  const note = clipboardUnverified ? text.left : isCleared ? text.cleared : text.clearsIn(secondsLeft)
  useEffect(() => announce(note), [copiedAt, clipboardUnverified, isCleared])
  return (
    <p class={clipboardUnverified ? 'note warn' : 'note done'}>
      <Icon name={clipboardUnverified ? 'warn' : 'check'} />
      <span class="num">{note}</span>
    </p>
  )
}
