/** Where the user is, what is said to them in passing, and what leads out of the app. */
import { type Destination, failed, ok } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import type { Desktop } from '../../ports.ts'
import type { App } from '../app.ts'
import { losesByQuitting } from '../quitting.ts'
import { closeDialog, done, type HandlersOf, isKnown, unknown } from './handlers.ts'

type Names =
  | 'hello'
  | 'view.show'
  | 'view.rendered'
  | 'view.typing'
  | 'dialog.open'
  | 'dialog.close'
  | 'notice.dismiss'
  | 'toast.dismiss'
  | 'app.relaunch'
  | 'app.quit'
  | 'link.open'

export function windowCommands(
  app: App,
  desktop: Desktop,
  addressOf: (destination: Destination) => string,
): HandlersOf<Names> {
  const { state } = app
  return {
    hello: () => ok(state.current),
    'view.show': ({ screen }) => {
      // Settings are the app's own; the others are an organisation's.
      if (screen !== 'settings' && state.current.organisations.length === 0) return unknown
      state.update(({ view }) => ({ view: { ...view, screen, dialog: null } }))
      return done
    },
    'view.rendered': () => {
      desktop.windowRendered()
      return done
    },
    'view.typing': ({ unsaved }) => {
      desktop.holdTyping(unsaved)
      return done
    },
    'dialog.open': ({ dialog }) => {
      if (dialog.kind === 'diagnostics') {
        app.diagnostics.open()
        return done
      }
      if (!('organisationId' in dialog)) {
        state.update(({ view }) => ({ view: { ...view, dialog } }))
        return done
      }
      const { organisationId } = dialog
      if (!isKnown(app, organisationId)) return unknown
      // A dialog lies over the screen of its own organisation.
      app.show(organisationId)
      state.update(({ view }) => ({ view: { ...view, dialog } }))
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
    'toast.dismiss': ({ id }) => {
      app.toasts.dismiss(id)
      return done
    },
    'app.relaunch': () => {
      // "Quit anyway" is asked before quitting only: here the user finishes first, and clicks again.
      if (losesByQuitting(state.current)) return failed(failure('busy', 'Something has to end first.'))
      desktop.relaunch()
      return done
    },
    'app.quit': () => {
      desktop.quit()
      return done
    },
    'link.open': async ({ destination }) => {
      const opened = await desktop.openBrowser(addressOf(destination))
      return opened ? done : failed(failure('browser', 'No browser could be opened.'))
    },
  }
}
