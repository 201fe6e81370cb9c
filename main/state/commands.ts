/** What each command of the window, the tray and the command line does. The only way in. */
import {
  type CommandArguments,
  type CommandName,
  type CommandValue,
  type Destination,
  failed,
  ok,
  type Result,
} from '../../preload/contract/index.ts'
import { failure } from '../parallel/failures.ts'
import type { Desktop } from '../ports.ts'
import type { App } from './app.ts'

/** One handler a command; expected failures are values. */
export type CommandHandlers = {
  readonly [N in CommandName]: (
    given: CommandArguments<N>,
  ) => Result<CommandValue<N>> | Promise<Result<CommandValue<N>>>
}

/** @param addressOf where each destination lies; the window only ever names them */
export function commandHandlers(
  app: App,
  desktop: Desktop,
  addressOf: (destination: Destination) => string,
): CommandHandlers {
  const { state, signIn } = app
  const done = ok(null)
  const known = (id: string): boolean => state.current.organisations.some((one) => one.id === id)
  const restoring = failed(failure('busy', 'What was kept is still being opened.'))
  const unknown = failed(failure('signed-out', 'This organisation is not signed in.'))

  return {
    hello: () => ok(state.current),

    'sign-in.show': () => {
      // One that is under way, or whose end wasn't seen, is shown; one whose end was seen makes place for the next.
      const { signIn: shown, view } = state.current
      if (shown.kind === 'ended' && view.screen === 'sign-in') signIn.cancel()
      state.update(({ view }) => ({ view: { ...view, screen: 'sign-in', dialog: null } }))
      return done
    },
    'sign-in.start': ({ permissions, again }) => {
      if (state.current.restoring) return restoring
      const started = signIn.start(permissions, again)
      if (started.ok) state.update(({ view }) => ({ view: { ...view, screen: 'sign-in', dialog: null } }))
      return started
    },
    'sign-in.keep': ({ where }) => signIn.keep(where),
    'sign-in.cancel': () => leaveSignIn(app),
    'sign-in.open-browser': ({ evenIfForeign }) => signIn.openBrowser(evenIfForeign),
    'sign-in.copy-code': () => signIn.copyCode(),
    'sign-in.copy-link': () => signIn.copyLink(),
    'sign-in.try-now': () => {
      signIn.tryNow()
      return done
    },

    'organisation.show': ({ organisationId }) => {
      if (!known(organisationId)) return unknown
      app.show(organisationId)
      return done
    },
    'organisation.refresh': ({ organisationId }) => {
      if (!known(organisationId)) return unknown
      // Progress and result are in the state.
      void app.balances.refresh(organisationId)
      return done
    },
    'organisation.ask-sign-out': ({ organisationId }) => {
      if (!known(organisationId)) return unknown
      state.update({
        view: { screen: 'overview', organisationId, dialog: { kind: 'sign-out', organisationId } },
      })
      return done
    },
    'organisation.sign-out': ({ organisationId }) => {
      if (!known(organisationId)) return unknown
      closeDialog(app)
      return app.signOut(organisationId)
    },
    'organisation.dismiss-arrival': ({ organisationId }) => {
      state.updateOrganisation(organisationId, { arrived: null })
      return done
    },

    'keeping.explain': () => {
      state.update(({ view }) => ({ view: { ...view, dialog: { kind: 'keeping' } } }))
      return done
    },
    'dialog.close': () => {
      closeDialog(app)
      return done
    },
    'notice.dismiss': ({ kind }) => {
      app.withdraw(kind)
      return done
    },
    'app.relaunch': () => {
      desktop.relaunch()
      return done
    },
    'link.open': async ({ destination }) => {
      const opened = await desktop.openBrowser(addressOf(destination))
      return opened ? done : failed(failure('browser', 'No browser could be opened.'))
    },
  }
}

function closeDialog({ state }: App): void {
  state.update(({ view }) => ({ view: { ...view, dialog: null } }))
}

/** Back to the account, if there is one. */
function leaveSignIn({ signIn, state }: App): Result<null> {
  const left = signIn.cancel()
  if (left.ok && state.current.organisations.length > 0) {
    state.update(({ view }) => ({ view: { ...view, screen: 'overview', dialog: null } }))
  }
  return left
}
