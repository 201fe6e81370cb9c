import type { JSX } from 'preact'
import { useLayoutEffect } from 'preact/hooks'
import type { AppState, Organisation } from '../preload/contract/index.ts'
import { appState } from './bridge.ts'
import { holdFirstPaint } from './first-paint.ts'
import { useHeadingFocus } from './focus.ts'
import { lazy } from './lazy.tsx'
import { isPaletteOpen } from './palette/palette-state.ts'
import { Announcer } from './parts/announcer.tsx'
import { Toasts } from './parts/toasts.tsx'
import { ApprovalScreen } from './screens/approval.tsx'
import { OverviewScreen } from './screens/overview.tsx'
import { SignInFailedScreen } from './screens/sign-in-failed.tsx'
import { StartingScreen } from './screens/starting.tsx'
import { StorageConsentScreen } from './screens/storage-consent.tsx'
import { StoringScreen } from './screens/storing.tsx'
import { WelcomeScreen } from './screens/welcome.tsx'
import { useSignal } from './signal.ts'
import { useScrollToTop } from './use-scroll-to-top.ts'
import { useShortcuts } from './use-shortcuts.ts'

const AllOrganisationsScreen = lazy(() =>
  import('./screens/all-organisations.tsx').then((module) => module.AllOrganisationsScreen),
)
const KeysScreen = lazy(() => import('./screens/keys.tsx').then((module) => module.KeysScreen))
const ActivityScreen = lazy(() => import('./screens/activity.tsx').then((module) => module.ActivityScreen))
const SessionScreen = lazy(() => import('./screens/session.tsx').then((module) => module.SessionScreen))
const SettingsScreen = lazy(() => import('./screens/settings.tsx').then((module) => module.SettingsScreen))
const DialogHost = lazy(() => import('./dialogs/dialog-host.tsx').then((module) => module.DialogHost))
const Palette = lazy(() => import('./palette/palette.tsx').then((module) => module.Palette))

/** The window, rendered from the state. */
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
  const organisation = selectedOrganisation(state)
  const { screen } = state.view
  const showPalette = useSignal(isPaletteOpen)
  useShortcuts()
  useHeadingFocus(
    showsSignIn(state, organisation) ? `sign-in ${state.signIn.kind}` : screen,
    organisation?.id ?? '',
  )
  // A dialog about one of all organisations leaves the list where it is.
  useScrollToTop(screen, screen === 'all' ? null : (organisation?.id ?? null))
  return (
    <>
      {renderScreen(state, organisation)}
      {(state.view.dialog ?? state.secret) && <DialogHost state={state} />}
      {showPalette && <Palette state={state} close={() => isPaletteOpen.set(false)} />}
    </>
  )
}

/** Also on the sign-in screens, unlike `currentOrganisation`. */
function selectedOrganisation({ view, organisations }: AppState): Organisation | null {
  return organisations.find(({ id }) => id === view.organisationId) ?? organisations[0] ?? null
}

/** Without an organisation, only the settings are available besides the sign-in. */
function showsSignIn({ view, restoring }: AppState, organisation: Organisation | null): boolean {
  return view.screen === 'sign-in' || (organisation === null && (restoring || view.screen !== 'settings'))
}

function renderScreen(state: AppState, organisation: Organisation | null): JSX.Element {
  const { screen } = state.view
  if (showsSignIn(state, organisation)) return <SignInScreen state={state} />
  if (screen === 'settings' || organisation === null)
    return <SettingsScreen state={state} organisation={organisation} />
  switch (screen) {
    case 'all':
      return <AllOrganisationsScreen state={state} organisation={organisation} />
    case 'keys':
      return <KeysScreen state={state} organisation={organisation} />
    case 'activity':
      return <ActivityScreen state={state} organisation={organisation} />
    case 'session':
      return <SessionScreen state={state} organisation={organisation} />
    default:
      return <OverviewScreen state={state} organisation={organisation} />
  }
}

/** It isn't known yet who is signed in, which takes milliseconds: the window isn't shown. */
function NothingYet(): null {
  useLayoutEffect(() => holdFirstPaint(), [])
  return null
}

function SignInScreen({ state }: { state: AppState }): JSX.Element {
  if (state.restoring) return <NothingYet />
  const { signIn } = state
  switch (signIn.kind) {
    case 'idle':
      return <WelcomeScreen state={state} />
    case 'consent':
      return <StorageConsentScreen state={state} canPersist={signIn.canPersist} />
    case 'starting':
      return <StartingScreen state={state} />
    case 'waiting':
      return <ApprovalScreen state={state} signIn={signIn} />
    case 'storing':
      return <StoringScreen state={state} signIn={signIn} />
    case 'ended':
      return <SignInFailedScreen state={state} signIn={signIn} />
  }
}
