/** What lies over the screen: one line for each kind of dialog. */
import type { AppState } from '../preload/contract/index.ts'
import { AllowDialog } from './screens/allow-dialog.tsx'
import { ImportDialog } from './screens/import-dialog.tsx'
import { KeepingDialog } from './screens/keeping-dialog.tsx'
import { QuitDialog } from './screens/quit-dialog.tsx'
import { ResetDialog } from './screens/reset-dialog.tsx'
import { SignOutDialog } from './screens/sign-out-dialog.tsx'
import { SignOutEverywhereDialog } from './screens/sign-out-everywhere-dialog.tsx'

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
    case 'sign-out-everywhere':
      return <SignOutEverywhereDialog organisations={state.organisations} />
    case 'allow':
      return organisation ? <AllowDialog organisation={organisation} permission={dialog.permission} /> : null
    case 'reset':
      return <ResetDialog state={state} />
    case 'import':
      return <ImportDialog found={dialog.found} />
    case 'quit':
      return <QuitDialog state={state} />
    default:
      return null
  }
}
