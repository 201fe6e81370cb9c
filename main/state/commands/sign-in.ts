/** Signing in: what the window's sign-in screens and the tray ask for. */
import { failed, type Result } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import type { App } from '../app.ts'
import { done, type HandlersOf } from './handlers.ts'

type Names =
  | 'sign-in.show'
  | 'sign-in.start'
  | 'sign-in.keep'
  | 'sign-in.cancel'
  | 'sign-in.open-browser'
  | 'sign-in.copy-code'
  | 'sign-in.copy-link'
  | 'sign-in.try-now'

export function signInCommands(app: App): HandlersOf<Names> {
  const { state, signIn } = app
  const restoring = failed(failure('busy', 'What was kept is still being opened.'))
  const resetting = failed(failure('busy', 'Everything is being removed.'))

  return {
    'sign-in.show': () => {
      // One that is under way, or whose end wasn't seen, is shown; one whose end was seen makes place for the next.
      const { signIn: shown, view } = state.current
      if (shown.kind === 'ended' && view.screen === 'sign-in') signIn.cancel()
      state.update(({ view }) => ({ view: { ...view, screen: 'sign-in', dialog: null } }))
      return done
    },
    'sign-in.start': ({ permissions, again }) => {
      if (state.current.restoring) return restoring
      if (app.leave.isResetting) return resetting
      const started = signIn.start(permissions, again)
      if (started.ok) state.update(({ view }) => ({ view: { ...view, screen: 'sign-in', dialog: null } }))
      return started
    },
    'sign-in.keep': ({ where }) => signIn.keep(where),
    'sign-in.cancel': () => leaveSignIn(app),
    'sign-in.open-browser': ({ allowForeignHost }) => signIn.openBrowser(allowForeignHost),
    'sign-in.copy-code': () => signIn.copyCode(),
    'sign-in.copy-link': () => signIn.copyLink(),
    'sign-in.try-now': () => {
      signIn.tryNow()
      return done
    },
  }
}

/** Back to the account, if there is one. */
function leaveSignIn({ signIn, state }: App): Result<null> {
  const left = signIn.cancel()
  if (left.ok && state.current.organisations.length > 0) {
    state.update(({ view }) => ({ view: { ...view, screen: 'overview', dialog: null } }))
  }
  return left
}
