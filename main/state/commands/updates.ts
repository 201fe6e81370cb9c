/** Newer versions of the app: looking for them, and installing one at once. */
import { failed } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import { mayRestart } from '../updating.ts'
import { type CommandContext, type CommandHandlers, done } from './handlers.ts'

export function updateCommands({ state, updates, toasts, desktop }: CommandContext) {
  return {
    'updates.check': () => updates.checkNow(),
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
  } satisfies Partial<CommandHandlers>
}
