import { useState } from 'preact/hooks'
import type { Organisation } from '../../preload/contract/index.ts'
import { laterWords, words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { BusyButton } from '../parts/busy-button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { ForgetCheckbox } from './forget-checkbox.tsx'

const text = laterWords.dialogs.signOutEverywhere

export function SignOutEverywhereDialog({ organisations }: { organisations: readonly Organisation[] }) {
  const [forget, setForget] = useState(false)
  const close = () => send('dialog.close', {})
  return (
    <Dialog titleId="everywhere-title" onCancel={close}>
      <h2 id="everywhere-title">{text.title(organisations.length)}</h2>
      <p class="dialog-text">{text.explained}</p>
      <ul class="names">
        {organisations.map(({ id, name }) => (
          <li key={id} class="cut">
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
      <p class="dialog-text">{text.unreachable}</p>
      <ForgetCheckbox checked={forget} onChange={setForget} />
      <div class="actions end">
        <button type="button" class="btn" data-initial-focus onClick={close}>
          {words.app.cancel}
        </button>
        <BusyButton
          class="danger"
          busyText={text.busy}
          onClick={() => send('sign-out.everywhere', { forget })}
        >
          {text.act}
        </BusyButton>
      </div>
    </Dialog>
  )
}
