/** Newer versions of the app: looking for them, and installing one at once. */
import { failed } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import type { CommandContext } from '../commands.ts'
import { mayRestart } from '../updating.ts'
import { done, type HandlersOf } from './handlers.ts'

type Names = 'updates.check' | 'updates.restart'

export function updateCommands({ state, updates, toasts, desktop }: CommandContext): HandlersOf<Names> {
  return {
    'updates.check': () => updates.look(),
    'updates.restart': () => {
      if (state.current.updates?.kind !== 'ready') return failed(failure('not-found', 'No update is ready.'))
      if (!mayRestart(state.current)) {
        toasts.show({ kind: 'update-waits' })
        return failed(failure('busy', 'Something has to end first.'))
      }
      updates.restartWanted = true
      desktop.quit()
      return done
    },
  }
}
