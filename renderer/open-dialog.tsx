/** What lies over the screen: one line for each kind of dialog. */
import type { AppState } from '../preload/contract/index.ts'
import { KeepingDialog } from './screens/keeping-dialog.tsx'
import { SignOutDialog } from './screens/sign-out-dialog.tsx'

export function OpenDialog({ state }: { state: AppState }) {
  const { dialog } = state.view
  if (dialog === null) return null
  const organisation =
    'organisationId' in dialog && state.organisations.find((one) => one.id === dialog.organisationId)
  switch (dialog.kind) {
    case 'keeping':
      return <KeepingDialog folder={state.folder} />
    case 'sign-out':
      return organisation ? <SignOutDialog key={organisation.id} organisation={organisation} /> : null
    default:
      return null
  }
}
