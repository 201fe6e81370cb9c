/** Navigation, dialogs and notices of the window, and leaving the app. */
import { type Destination, failed, ok } from '../../../preload/contract/index.ts'
import type { Organisations } from '../../organisation/organisations.ts'
import { failure, signedOutFailure } from '../../parallel/failures.ts'
import type { Desktop } from '../../ports.ts'
import type { Diagnostics } from '../diagnostics.ts'
import type { Navigation } from '../navigation.ts'
import type { Notices } from '../notices.ts'
import { wouldLoseDataOnQuit } from '../quitting.ts'
import type { StateStore } from '../store.ts'
import type { Toasts } from '../toasts.ts'
import { type CommandHandlers, done } from './handlers.ts'

type WindowDeps = {
  readonly state: StateStore
  readonly organisations: Organisations
  readonly navigation: Navigation
  readonly notices: Notices
  readonly toasts: Toasts
  readonly diagnostics: Diagnostics
  readonly desktop: Desktop
}

type LeavingDeps = {
  readonly state: StateStore
  readonly desktop: Desktop
  /** The address of a link; the window only names it. */
  readonly linkTo: (destination: Destination) => string
}

export function windowCommands(deps: WindowDeps) {
  const { state, organisations, navigation, notices, toasts, diagnostics, desktop } = deps
  return {
    hello: () => ok(state.current),
    'view.show': ({ screen }) => {
      // Every screen but the settings needs an organisation.
      if (screen !== 'settings' && organisations.signedIn.length === 0) return failed(signedOutFailure)
      if (screen === 'all') navigation.showAll()
      else navigation.show(screen)
      return done
    },
    'view.rendered': () => {
      desktop.windowRendered()
      return done
    },
    'view.visible': ({ visible }) => {
      desktop.setPageVisible(visible)
      return done
    },
    'view.typing': ({ unsaved }) => {
      desktop.setHasUnsavedInput(unsaved)
      return done
    },
    'dialog.open': ({ dialog }) => {
      if (dialog.kind === 'diagnostics') {
        diagnostics.open()
        return done
      }
      if ('organisationId' in dialog) {
        const organisation = organisations.get(dialog.organisationId)
        if (organisation === undefined) return failed(signedOutFailure)
        navigation.openOrganisationDialog(organisation.id, dialog)
      } else navigation.openDialog(dialog)
      return done
    },
    'dialog.close': () => {
      navigation.closeDialog()
      return done
    },
    'notice.dismiss': ({ kind }) => {
      notices.remove(kind)
      return done
    },
    'toast.dismiss': ({ id }) => {
      toasts.dismiss(id)
      return done
    },
  } satisfies Partial<CommandHandlers>
}

export function leavingCommands({ state, desktop, linkTo }: LeavingDeps) {
  return {
    'app.relaunch': () => {
      // Unlike quitting, a relaunch has no "anyway": the user finishes first and clicks again.
      if (wouldLoseDataOnQuit(state.current)) return failed(failure('busy', 'Something has to end first.'))
      desktop.relaunch()
      return done
    },
    'app.quit': () => {
      desktop.quit()
      return done
    },
    'link.open': async ({ destination }) => {
      const isOpened = await desktop.openBrowser(linkTo(destination))
      return isOpened ? done : failed(failure('browser', 'No browser could be opened.'))
    },
  } satisfies Partial<CommandHandlers>
}
