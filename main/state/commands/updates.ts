/** Updates: checking for one, and restarting to install it. */
import { failed, upgradeCommands } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import type { Desktop } from '../../ports.ts'
import type { AppUpdates } from '../../updates/updates.ts'
import type { StateStore } from '../store.ts'
import type { Toasts } from '../toasts.ts'
import { mayRestart } from '../updating.ts'
import { type CommandHandlers, copyText, done } from './handlers.ts'

type UpdateDeps = {
  readonly state: StateStore
  readonly updates: AppUpdates
  readonly toasts: Toasts
  readonly desktop: Desktop
}

export function updateCommands({ state, updates, toasts, desktop }: UpdateDeps) {
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
