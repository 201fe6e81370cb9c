/** The end of a change of apps and keys: its dialog closes, and a toast tells the outcome unless the dialog does. */
import type { Dialog, KeysDoing } from '../../preload/contract/index.ts'
import type { ChangeOutcome } from '../organisation/keys/keys.ts'
import type { Navigation } from './navigation.ts'
import type { Toasts } from './toasts.ts'

export function showKeysEnded(
  { navigation, toasts }: { readonly navigation: Navigation; readonly toasts: Toasts },
  organisationId: string,
  doing: KeysDoing,
  outcome: ChangeOutcome,
): void {
  const { dialog } = navigation
  const isOpen = dialog !== null && isDialogOf(dialog, organisationId, doing)
  if (outcome.ok) {
    if (isOpen) navigation.closeDialog()
    if (outcome.value !== null) toasts.show(outcome.value)
    return
  }
  // An open dialog shows the failure itself.
  if (isOpen) return
  toasts.show({ kind: 'failed', deed: doing.kind, name: doing.name, failure: outcome.failure })
}

function isDialogOf(dialog: Dialog, organisationId: string, doing: KeysDoing): boolean {
  if (dialog.kind !== doing.kind || !('organisationId' in dialog)) return false
  if (dialog.organisationId !== organisationId) return false
  if ('keyId' in dialog) return 'keyId' in doing && dialog.keyId === doing.keyId
  return dialog.kind !== 'delete-app' || ('appId' in doing && dialog.appId === doing.appId)
}
