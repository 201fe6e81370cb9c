import { useState } from 'preact/hooks'
import type { AppState, Session } from '../../preload/contract/index.ts'
import { moment } from '../../words/format.ts'
import { laterWords, words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { makesKey } from '../keys/makes-key.ts'
import { BusyButton } from '../parts/busy-button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { agesEveryMs, useNow } from '../use-now.ts'

const text = laterWords.dialogs.reset

/** Destroys for good what is only here, so it wants a word typed. */
export function ResetDialog({ state }: { state: AppState }) {
  const [typed, setTyped] = useState('')
  const now = useNow(agesEveryMs)
  const close = () => send('dialog.close', {})
  const charging = state.organisations.some(({ topUp }) => topUp.kind === 'charging')
  const making = state.organisations.some(makesKey)
  const ready = typed.trim().toLocaleLowerCase() === text.word && !charging && !making
  const alive = [
    ...state.organisations.map(({ id, name, session }) => ({ id, name, until: endOf(session) })),
    ...state.pendingSignOuts.map((one) => ({
      id: `${one.organisationId} ${one.since}`,
      name: one.organisationName,
      until: one.until,
    })),
  ]
  return (
    <Dialog titleId="reset-title" onCancel={close}>
      <h2 id="reset-title">{text.title}</h2>
      <p class="say">{text.explained}</p>
      <p class="say">{text.keysGoOn}</p>
      {alive.length > 0 && (
        <>
          <p class="say">{text.alive}</p>
          <ul class="names">
            {alive.map(({ id, name, until }) => (
              <li key={id}>
                {until === null
                  ? text.endsUnknown(<bdi>{name}</bdi>)
                  : text.endsAt(<bdi>{name}</bdi>, moment(until, now))}
              </li>
            ))}
          </ul>
        </>
      )}
      <label class="field-label spaced" for="reset-word">
        {text.confirm(text.word)}
      </label>
      <input
        id="reset-word"
        class="field"
        data-first
        autocomplete="off"
        spellcheck={false}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      {charging && <p class="field-note">{text.charging}</p>}
      {making && <p class="field-note">{laterWords.dialogs.keyIsMade}</p>}
      <div class="acts end">
        <button type="button" class="btn" onClick={close}>
          {words.app.cancel}
        </button>
        {ready ? (
          <BusyButton class="danger" busyWords={text.busy} act={() => send('app.reset', {})}>
            {text.act}
          </BusyButton>
        ) : (
          <button type="button" class="btn" disabled>
            {text.act}
          </button>
        )}
      </div>
    </Dialog>
  )
}

/** When the authorization ends by itself, as far as that is known. */
function endOf(session: Session): number | null {
  return session.kind === 'active' ? (session.authorizationUntil ?? session.signInUntil) : null
}
