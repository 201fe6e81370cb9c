/** Newer versions of the app: looking for them, and installing one at once. */
import { failed, upgradeCommands } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import { mayRestart } from '../updating.ts'
import { type CommandContext, type CommandHandlers, copyText, done } from './handlers.ts'

export function updateCommands({ state, updates, toasts, desktop }: CommandContext) {
  return {
    'updates.check': () => updates.checkNow(),
    'updates.copy-command': () => {
      const { updates: known } = state.current
      if (known?.kind !== 'elsewhere' || known.by === 'hand')
        return failed(failure('not-found', 'There is no command to copy.'))
      return copyText(desktop, upgradeCommands[known.by])
    },
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
