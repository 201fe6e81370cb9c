/** Reports the end of a change of apps and keys: closes its dialog, and shows a toast unless the dialog shows the failure. */
import type { Dialog, KeysOperation } from '../../preload/contract/index.ts'
import type { ChangeOutcome } from '../organisation/keys/keys.ts'
import type { Navigation } from './navigation.ts'
import type { Toasts } from './toasts.ts'

export function showKeysEnded(
  { navigation, toasts }: { readonly navigation: Navigation; readonly toasts: Toasts },
  organisationId: string,
  operation: KeysOperation,
  outcome: ChangeOutcome,
): void {
  const { dialog } = navigation
  const isOpen = dialog !== null && isDialogOf(dialog, organisationId, operation)
  if (outcome.ok) {
    if (isOpen) navigation.closeDialog()
    if (outcome.value !== null) toasts.show(outcome.value)
    return
  }
  // An open dialog shows the failure itself.
  if (isOpen) return
  toasts.show({ kind: 'failed', operation: operation.kind, name: operation.name, failure: outcome.failure })
}

function isDialogOf(dialog: Dialog, organisationId: string, operation: KeysOperation): boolean {
  if (dialog.kind !== operation.kind || !('organisationId' in dialog)) return false
  if (dialog.organisationId !== organisationId) return false
  if ('keyId' in dialog) return 'keyId' in operation && dialog.keyId === operation.keyId
  return dialog.kind !== 'delete-app' || ('appId' in operation && dialog.appId === operation.appId)
}
