import type { Organisation, Permission } from '../../preload/contract/index.ts'
import { laterWords, words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { BusyButton } from '../parts/busy-button.tsx'
import { Dialog } from '../parts/dialog.tsx'

const text = laterWords.dialogs.allow

/** Adding a permission takes a new sign-in, with the present permissions and the new one. */
export function AllowDialog(props: { organisation: Organisation; permission: Permission }) {
  const { organisation, permission } = props
  const { title, explained: description } = text.permissions[permission]
  const permissions = [...new Set<Permission>(['see', ...organisation.permissions, permission])]
  const close = () => send('dialog.close', {})
  return (
    <Dialog titleId="allow-title" onCancel={close}>
      <h2 id="allow-title">{title(<bdi>{organisation.name}</bdi>)}</h2>
      <p class="dialog-text">{description}</p>
      <p class="dialog-text">{text.how}</p>
      <div class="actions end">
        <button type="button" class="btn" data-initial-focus onClick={close}>
          {words.app.cancel}
        </button>
        <BusyButton
          class="primary"
          busyText={text.busy}
          onClick={() => send('sign-in.start', { permissions, again: organisation.id })}
        >
          {text.act}
        </BusyButton>
      </div>
    </Dialog>
  )
}
