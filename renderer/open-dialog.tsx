/** What lies over the screen: one line for each kind of dialog. */
import type { AppState } from '../preload/contract/index.ts'
import { lazy } from './lazy.tsx'
import { AllowDialog } from './screens/allow-dialog.tsx'
import { KeepingDialog } from './screens/keeping-dialog.tsx'
import { SignOutDialog } from './screens/sign-out-dialog.tsx'

const keyDialogs = () => import('./keys/dialogs.ts')
const TopUpDialog = lazy(async () => (await import('./top-up/top-up-dialog.tsx')).TopUpDialog)
const NewAppDialog = lazy(async () => (await keyDialogs()).NewAppDialog)
const NewKeyDialog = lazy(async () => (await keyDialogs()).NewKeyDialog)
const DeleteAppDialog = lazy(async () => (await keyDialogs()).DeleteAppDialog)
const DeleteKeyDialog = lazy(async () => (await keyDialogs()).DeleteKeyDialog)
const RotateKeyDialog = lazy(async () => (await keyDialogs()).RotateKeyDialog)
const SecretDialog = lazy(async () => (await keyDialogs()).SecretDialog)
const ImportDialog = lazy(async () => (await import('./screens/import-dialog.tsx')).ImportDialog)
const QuitDialog = lazy(async () => (await import('./screens/quit-dialog.tsx')).QuitDialog)
const ResetDialog = lazy(async () => (await import('./screens/reset-dialog.tsx')).ResetDialog)
const SignOutEverywhereDialog = lazy(
  async () => (await import('./screens/sign-out-everywhere-dialog.tsx')).SignOutEverywhereDialog,
)

export function OpenDialog({ state }: { state: AppState }) {
  const { secret } = state
  // A secret that nobody has yet goes before everything, also before the question whether to quit.
  if (secret) return <SecretDialog key={`${secret.organisationId} ${secret.keyName}`} secret={secret} />
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
    case 'top-up':
      return organisation ? <TopUpDialog key={organisation.id} organisation={organisation} /> : null
    case 'new-app':
      return organisation ? <NewAppDialog organisation={organisation} /> : null
    case 'new-key':
      return organisation ? <NewKeyDialog organisation={organisation} appId={dialog.appId} /> : null
    case 'delete-app':
      return organisation ? <DeleteAppDialog organisation={organisation} appId={dialog.appId} /> : null
    case 'delete-key':
      return organisation ? <DeleteKeyDialog organisation={organisation} keyId={dialog.keyId} /> : null
    case 'rotate-key':
      return organisation ? <RotateKeyDialog organisation={organisation} keyId={dialog.keyId} /> : null
  }
}
