/** Renders the dialog of the state. */
import type { AppState } from '../../preload/contract/index.ts'
import { DeleteAppDialog } from '../keys/delete-app-dialog.tsx'
import { DeleteKeyDialog } from '../keys/delete-key-dialog.tsx'
import { NewAppDialog } from '../keys/new-app-dialog.tsx'
import { NewKeyDialog } from '../keys/new-key-dialog.tsx'
import { RotateKeyDialog } from '../keys/rotate-key-dialog.tsx'
import { SecretDialog } from '../keys/secret-dialog.tsx'
import { TopUpDialog } from '../top-up/top-up-dialog.tsx'
import { AboutDialog } from './about-dialog.tsx'
import { AllowDialog } from './allow-dialog.tsx'
import { DiagnosticsDialog } from './diagnostics-dialog.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { ProxyPasswordDialog } from './proxy-password-dialog.tsx'
import { QuitDialog } from './quit-dialog.tsx'
import { ResetDialog } from './reset-dialog.tsx'
import { SignOutDialog } from './sign-out-dialog.tsx'
import { SignOutEverywhereDialog } from './sign-out-everywhere-dialog.tsx'
import { TokenStorageDialog } from './token-storage-dialog.tsx'

/** A secret that may still be lost covers every other dialog except the confirmation to quit. */
export function DialogHost({ state }: { state: AppState }) {
  const { secret, view } = state
  return (
    <>
      {secret && <SecretDialog key={`${secret.organisationId} ${secret.keyName}`} secret={secret} />}
      {(secret === null || view.dialog?.kind === 'quit') && <RequestedDialog state={state} />}
    </>
  )
}

function RequestedDialog({ state }: { state: AppState }) {
  const { dialog } = state.view
  if (dialog === null) return null
  const organisation =
    'organisationId' in dialog && state.organisations.find(({ id }) => id === dialog.organisationId)
  switch (dialog.kind) {
    case 'about':
      return <AboutDialog version={state.appVersion} />
    case 'keeping':
      return <TokenStorageDialog folder={state.folder} />
    case 'sign-out':
      return organisation ? <SignOutDialog key={organisation.id} organisation={organisation} /> : null
    case 'sign-out-everywhere':
      return <SignOutEverywhereDialog organisations={state.organisations} />
    case 'allow':
      return organisation ? <AllowDialog organisation={organisation} permission={dialog.permission} /> : null
    case 'reset':
      return <ResetDialog state={state} />
    case 'diagnostics':
      return <DiagnosticsDialog state={state.diagnostics} />
    case 'import':
      return <ImportDialog preview={dialog.preview} />
    case 'proxy-password':
      return <ProxyPasswordDialog challenge={state.proxy.challenge} />
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
