/** The commands of the sign-in screens and of the tray's sign-in entry. */
import { failed, type Result } from '../../../preload/contract/index.ts'
import type { Organisations } from '../../organisation/organisations.ts'
import { failure } from '../../parallel/failures.ts'
import type { SignInFlow } from '../../sign-in/sign-in.ts'
import type { Navigation } from '../navigation.ts'
import type { Reset } from '../reset.ts'
import type { StateStore } from '../store.ts'
import { type CommandHandlers, done } from './handlers.ts'

type SignInDeps = {
  readonly state: StateStore
  readonly signIn: SignInFlow
  readonly reset: Reset
  readonly navigation: Navigation
  readonly organisations: Organisations
}

const restoring = failed(failure('busy', 'What was kept is still being opened.'))
const resetting = failed(failure('busy', 'Everything is being removed.'))

export function signInCommands(deps: SignInDeps) {
  const { state, signIn, reset, navigation } = deps
  return {
    'sign-in.show': () => {
      // An attempt in progress is shown again, and so is a failed one that the user hasn't seen yet.
      const { signIn: shown, view } = state.current
      if (shown.kind === 'ended' && view.screen === 'sign-in') signIn.cancel()
      navigation.show('sign-in')
      return done
    },
    'sign-in.start': ({ permissions, again }) => {
      if (state.current.restoring) return restoring
      if (reset.isRunning) return resetting
      const started = signIn.start(permissions, again)
      if (started.ok) navigation.show('sign-in')
      return started
    },
    'sign-in.keep': ({ where }) => signIn.keep(where),
    'sign-in.cancel': () => leaveSignIn(deps),
    'sign-in.open-browser': ({ allowForeignHost }) => signIn.openBrowser(allowForeignHost),
    'sign-in.copy-code': () => signIn.copyCode(),
    'sign-in.copy-link': () => signIn.copyLink(),
    'sign-in.try-now': () => {
      signIn.tryNow()
      return done
    },
  } satisfies Partial<CommandHandlers>
}

/** Cancels, and returns to the organisations if there are any. */
function leaveSignIn({ signIn, organisations, navigation }: SignInDeps): Result<null> {
  const left = signIn.cancel()
  if (left.ok && organisations.signedIn.length > 0) navigation.show('overview')
  return left
}
