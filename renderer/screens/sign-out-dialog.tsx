import { useState } from 'preact/hooks'
import type { Organisation } from '../../preload/contract/index.ts'
import { laterWords, words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { makesKey } from '../keys/makes-key.ts'
import { BusyButton } from '../parts/busy-button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { ForgetBox } from './forget-box.tsx'

const text = words.overview.signOutDialog

/** Destroys the sign-in on this computer, so it is asked; the safe answer has the focus. */
export function SignOutDialog({ organisation }: { organisation: Organisation }) {
  const [forget, setForget] = useState(false)
  const waits = makesKey(organisation)
  const close = () => send('dialog.close', {})
  return (
    <Dialog titleId="sign-out-title" onCancel={close}>
      <h2 id="sign-out-title">{text.title(<bdi>{organisation.name}</bdi>)}</h2>
      <p class="say">{text.explained}</p>
      <p class="say">{text.unreachable}</p>
      <ForgetBox checked={forget} onChange={setForget} />
      {waits && <p class="field-note">{laterWords.dialogs.keyIsMade}</p>}
      <div class="acts end">
        <button type="button" class="btn" data-first onClick={close}>
          {text.cancel}
        </button>
        {waits ? (
          <button type="button" class="btn" disabled>
            {text.act}
          </button>
        ) : (
          <BusyButton
            class="danger"
            busyWords={text.busy}
            act={() => send('organisation.sign-out', { organisationId: organisation.id, forget })}
          >
            {text.act}
          </BusyButton>
        )}
      </div>
    </Dialog>
  )
}
