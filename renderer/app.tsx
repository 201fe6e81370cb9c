import type { JSX } from 'preact'
import type { AppState, Organisation } from '../preload/contract/index.ts'
import { appState } from './bridge.ts'
import { later } from './later.tsx'
import { paletteIsOpen } from './palette/open.ts'
import { Announcer } from './parts/announcer.tsx'
import { Toasts } from './parts/toasts.tsx'
import { Code } from './screens/code.tsx'
import { Consent } from './screens/consent.tsx'
import { Ended } from './screens/ended.tsx'
import { Overview } from './screens/overview.tsx'
import { Restoring } from './screens/restoring.tsx'
import { Starting } from './screens/starting.tsx'
import { Storing } from './screens/storing.tsx'
import { Welcome } from './screens/welcome.tsx'
import { useSignal } from './signal.ts'
import { useHeadingFocus } from './use-heading-focus.ts'
import { useShortcuts } from './use-shortcuts.ts'

const Keys = later(() => import('./screens/keys.tsx').then((part) => part.Keys))
const Activity = later(() => import('./screens/activity.tsx').then((part) => part.Activity))
const Session = later(() => import('./screens/session.tsx').then((part) => part.Session))
const Settings = later(() => import('./screens/settings.tsx').then((part) => part.Settings))
const OpenDialog = later(() => import('./open-dialog.tsx').then((part) => part.OpenDialog))
const Palette = later(() => import('./palette/palette.tsx').then((part) => part.Palette))

/** The whole window, drawn from the state alone. */
export function App() {
  const state = useSignal(appState)
  return (
    <div class="window">
      {state && <Screen state={state} />}
      <Toasts state={state} />
      <Announcer />
    </div>
  )
}

function Screen({ state }: { state: AppState }) {
  const organisation = current(state)
  const { screen } = state.view
  const palette = useSignal(paletteIsOpen)
  useShortcuts()
  useHeadingFocus(
    isSignIn(state, organisation) ? `sign-in ${state.signIn.kind}` : screen,
    organisation?.id ?? '',
  )
  return (
    <>
      {screenOf(state, organisation)}
      {(state.view.dialog ?? state.secret) && <OpenDialog state={state} />}
      {palette && <Palette state={state} close={() => paletteIsOpen.set(false)} />}
    </>
  )
}

function current({ view, organisations }: AppState): Organisation | null {
  return organisations.find((one) => one.id === view.organisationId) ?? organisations[0] ?? null
}

/** Without an organisation there is only the sign-in, and the settings of the app itself. */
function isSignIn({ view, restoring }: AppState, organisation: Organisation | null): boolean {
  return view.screen === 'sign-in' || (organisation === null && (restoring || view.screen !== 'settings'))
}

function screenOf(state: AppState, organisation: Organisation | null): JSX.Element {
  const { screen } = state.view
  if (isSignIn(state, organisation)) return <SignInScreen state={state} />
  if (screen === 'settings' || organisation === null)
    return <Settings state={state} organisation={organisation} />
  switch (screen) {
    case 'keys':
      return <Keys state={state} organisation={organisation} />
    case 'activity':
      return <Activity state={state} organisation={organisation} />
    case 'session':
      return <Session state={state} organisation={organisation} />
    default:
      return <Overview state={state} organisation={organisation} />
  }
}

function SignInScreen({ state }: { state: AppState }): JSX.Element {
  if (state.restoring) return <Restoring state={state} />
  const { signIn } = state
  switch (signIn.kind) {
    case 'idle':
      return <Welcome state={state} />
    case 'consent':
      return <Consent state={state} canPersist={signIn.canPersist} />
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
