/** A change of apps and keys has ended: its dialog closes, and what became of it is said where the user looks. */
import type { Dialog, KeysDoing } from '../../preload/contract/index.ts'
import type { Changed } from '../organisation/keys/keys.ts'
import type { StateStore } from './store.ts'
import type { Toasts } from './toasts.ts'

export function showHowItEnded(
  { state, toasts }: { readonly state: StateStore; readonly toasts: Toasts },
  organisationId: string,
  doing: KeysDoing,
  changed: Changed,
): void {
  const { dialog } = state.current.view
  const isOpen = dialog !== null && isDialogOf(dialog, organisationId, doing)
  if (changed.ok) {
    if (isOpen) state.update(({ view }) => ({ view: { ...view, dialog: null } }))
    if (changed.value !== null) toasts.say(changed.value)
    return
  }
  // An open dialog says it itself.
  if (isOpen) return
  toasts.say({ kind: 'failed', deed: doing.kind, name: doing.name, failure: changed.failure })
}

function isDialogOf(dialog: Dialog, organisationId: string, doing: KeysDoing): boolean {
  if (dialog.kind !== doing.kind || !('organisationId' in dialog)) return false
  if (dialog.organisationId !== organisationId) return false
  if ('keyId' in dialog) return 'keyId' in doing && dialog.keyId === doing.keyId
  return dialog.kind !== 'delete-app' || ('appId' in doing && dialog.appId === doing.appId)
}
