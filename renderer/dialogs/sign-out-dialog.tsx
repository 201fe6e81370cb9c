import { useState } from 'preact/hooks'
import type { Organisation } from '../../preload/contract/index.ts'
import { laterWords, words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { isCreatingKey } from '../organisation-status.ts'
import { BusyButton } from '../parts/busy-button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { ForgetCheckbox } from './forget-checkbox.tsx'

const text = words.overview.signOutDialog

/** Asks before the tokens are deleted; the safe answer has the focus. */
export function SignOutDialog({ organisation }: { organisation: Organisation }) {
  const [forget, setForget] = useState(false)
  const isBlocked = isCreatingKey(organisation)
  const close = () => send('dialog.close', {})
  return (
    <Dialog titleId="sign-out-title" onCancel={close}>
      <h2 id="sign-out-title">{text.title(<bdi>{organisation.name}</bdi>)}</h2>
      <p class="dialog-text">{text.explained}</p>
      <p class="dialog-text">{text.unreachable}</p>
      <ForgetCheckbox checked={forget} onChange={setForget} />
      {isBlocked && <p class="field-note">{laterWords.dialogs.keyIsMade}</p>}
      <div class="actions end">
        <button type="button" class="btn" data-initial-focus onClick={close}>
          {text.cancel}
        </button>
        {isBlocked ? (
          <button type="button" class="btn" disabled>
            {text.act}
          </button>
        ) : (
          <BusyButton
            class="danger"
            busyText={text.busy}
            onClick={() => send('organisation.sign-out', { organisationId: organisation.id, forget })}
          >
            {text.act}
          </BusyButton>
        )}
      </div>
    </Dialog>
  )
}
