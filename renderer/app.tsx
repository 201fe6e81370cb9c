import type { JSX } from 'preact'
import type { AppState, Organisation } from '../preload/contract/index.ts'
import { appState } from './bridge.ts'
import { Announcer } from './parts/announcer.tsx'
import { Toasts } from './parts/toast.tsx'
import { Code } from './screens/code.tsx'
import { Consent } from './screens/consent.tsx'
import { Ended } from './screens/ended.tsx'
import { KeepingDialog } from './screens/keeping-dialog.tsx'
import { Overview } from './screens/overview.tsx'
import { Restoring } from './screens/restoring.tsx'
import { SignOutDialog } from './screens/sign-out-dialog.tsx'
import { Starting } from './screens/starting.tsx'
import { Storing } from './screens/storing.tsx'
import { Welcome } from './screens/welcome.tsx'
import { useSignal } from './signal.ts'
import { useHeadingFocus } from './use-heading-focus.ts'

/** The whole window, drawn from the state alone. */
export function App() {
  const state = useSignal(appState)
  return (
    <div class="window">
      {state && <Screen state={state} />}
      <Toasts />
      <Announcer />
    </div>
  )
}

function Screen({ state }: { state: AppState }) {
  const organisation = state.view.screen === 'overview' ? onScreen(state) : null
  useHeadingFocus(organisation ? 'overview' : `sign-in ${state.signIn.kind}`, organisation?.id ?? '')
  const { dialog } = state.view
  const leaving =
    dialog?.kind === 'sign-out' && state.organisations.find((one) => one.id === dialog.organisationId)
  return (
    <>
      {organisation ? <Overview state={state} organisation={organisation} /> : <SignInScreen state={state} />}
      {leaving && <SignOutDialog key={leaving.id} organisation={leaving} />}
      {dialog?.kind === 'keeping' && <KeepingDialog folder={state.folder} />}
    </>
  )
}

function onScreen({ view, organisations }: AppState): Organisation | null {
  return organisations.find((one) => one.id === view.organisationId) ?? organisations[0] ?? null
}

function SignInScreen({ state }: { state: AppState }): JSX.Element {
  if (state.restoring) return <Restoring state={state} />
  const { signIn } = state
  switch (signIn.kind) {
    case 'idle':
      return <Welcome state={state} />
    case 'consent':
      return <Consent state={state} mayPersist={signIn.mayPersist} />
    case 'starting':
      return <Starting state={state} />
    case 'waiting':
      return <Code state={state} signIn={signIn} />
    case 'storing':
      return <Storing state={state} signIn={signIn} />
    case 'ended':
      return <Ended state={state} signIn={signIn} />
  }
}
