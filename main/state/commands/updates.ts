/** Newer versions of the app: looking for them, and putting one in place at once. */
import { failed } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import type { Desktop } from '../../ports.ts'
import type { App } from '../app.ts'
import { mayRestart } from '../updating.ts'
import { done, type HandlersOf } from './handlers.ts'

type Names = 'updates.check' | 'updates.restart'

export function updateCommands(app: App, desktop: Desktop): HandlersOf<Names> {
  return {
    'updates.check': () => app.updates.checkNow(),
    'updates.restart': () => {
      const state = app.state.current
      if (state.updates?.kind !== 'ready') return failed(failure('not-found', 'No update is ready.'))
      if (!mayRestart(state)) {
        app.toasts.say({ kind: 'update-waits' })
        return failed(failure('busy', 'Something has to end first.'))
      }
      app.updates.restartWanted = true
      desktop.quit()
      return done
    },
  }
}
