import { useState } from 'preact/hooks'
import type { AppState, Session } from '../../preload/contract/index.ts'
import { moment } from '../../words/format.ts'
import { laterWords, words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { isCreatingKey } from '../organisation-status.ts'
import { BusyButton } from '../parts/busy-button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { fold } from '../text-search.ts'
import { ageTickMs, useNow } from '../use-now.ts'

const text = laterWords.dialogs.reset

/** Deletes data that exists only on this computer, so the user has to type a word to confirm. */
export function ResetDialog({ state }: { state: AppState }) {
  const [typed, setTyped] = useState('')
  const now = useNow(ageTickMs)
  const close = () => send('dialog.close', {})
  const isCharging = state.organisations.some(({ topUp }) => topUp.kind === 'charging')
  const isCreating = state.organisations.some(isCreatingKey)
  const isConfirmed = fold(typed.trim()) === fold(text.word) && !isCharging && !isCreating
  const remainingGrants = [
    ...state.organisations.map(({ id, name, session }) => ({ id, name, until: grantEnd(session) })),
    ...state.pendingSignOuts.map((signOut) => ({
      id: `${signOut.organisationId} ${signOut.since}`,
      name: signOut.organisationName,
      until: signOut.until,
    })),
  ]
  return (
    <Dialog titleId="reset-title" onCancel={close}>
      <h2 id="reset-title">{text.title}</h2>
      <p class="dialog-text">{text.explained}</p>
      <p class="dialog-text">{text.keysGoOn}</p>
      {remainingGrants.length > 0 && (
        <>
          <p class="dialog-text">{text.alive}</p>
          <ul class="names">
            {remainingGrants.map(({ id, name, until }) => (
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
        data-initial-focus
        autocomplete="off"
        spellcheck={false}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      {isCharging && <p class="field-note">{text.charging}</p>}
      {isCreating && <p class="field-note">{laterWords.dialogs.keyIsMade}</p>}
      <div class="actions end">
        <button type="button" class="btn" onClick={close}>
          {words.app.cancel}
        </button>
        {isConfirmed ? (
          <BusyButton class="danger" busyText={text.busy} onClick={() => send('app.reset', {})}>
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

/** When the authorization expires; null if unknown. */
function grantEnd(session: Session): number | null {
  return session.kind === 'active' ? (session.authorizationUntil ?? session.signInUntil) : null
}
