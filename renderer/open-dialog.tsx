/** What lies over the screen: one line for each kind of dialog. */
import type { AppState } from '../preload/contract/index.ts'
import { AboutDialog } from './about/about-dialog.tsx'
import { DeleteAppDialog } from './keys/delete-app-dialog.tsx'
import { DeleteKeyDialog } from './keys/delete-key-dialog.tsx'
import { NewAppDialog } from './keys/new-app-dialog.tsx'
import { NewKeyDialog } from './keys/new-key-dialog.tsx'
import { RotateKeyDialog } from './keys/rotate-key-dialog.tsx'
import { SecretDialog } from './keys/secret-dialog.tsx'
import { AllowDialog } from './screens/allow-dialog.tsx'
import { DiagnosticsDialog } from './screens/diagnostics-dialog.tsx'
import { ImportDialog } from './screens/import-dialog.tsx'
import { KeepingDialog } from './screens/keeping-dialog.tsx'
import { ProxyPasswordDialog } from './screens/proxy-password-dialog.tsx'
import { QuitDialog } from './screens/quit-dialog.tsx'
import { ResetDialog } from './screens/reset-dialog.tsx'
import { SignOutDialog } from './screens/sign-out-dialog.tsx'
import { SignOutEverywhereDialog } from './screens/sign-out-everywhere-dialog.tsx'
import { TopUpDialog } from './top-up/top-up-dialog.tsx'

/** A secret that nobody has yet goes before everything but the question whether to lose it. */
export function OpenDialog({ state }: { state: AppState }) {
  const { secret, view } = state
  return (
    <>
      {secret && <SecretDialog key={`${secret.organisationId} ${secret.keyName}`} secret={secret} />}
      {(secret === null || view.dialog?.kind === 'quit') && <Asked state={state} />}
    </>
  )
}

function Asked({ state }: { state: AppState }) {
  const { dialog } = state.view
  if (dialog === null) return null
  const organisation =
    'organisationId' in dialog && state.organisations.find((one) => one.id === dialog.organisationId)
  switch (dialog.kind) {
    case 'about':
      return <AboutDialog version={state.appVersion} />
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
    case 'diagnostics':
      return <DiagnosticsDialog state={state.diagnostics} />
    case 'import':
      return <ImportDialog found={dialog.preview} />
    case 'proxy-password':
      return <ProxyPasswordDialog asked={state.proxy.challenge} />
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
