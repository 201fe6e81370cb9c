/** When an update may be installed: never while that would interrupt something. */
import type { AppState } from '../../preload/contract/index.ts'
import { wouldLoseDataOnQuit } from './quitting.ts'

/** What happens to a downloaded update when the app exits; `restart` also starts the new version. */
export type UpdateAtExit = 'leave' | 'install' | 'restart'

/** A restart would interrupt a sign-in that waits for approval. */
export function mayRestart(state: AppState): boolean {
  const { signIn } = state
  return !wouldLoseDataOnQuit(state) && (signIn.kind === 'idle' || signIn.kind === 'ended')
}

/**
 * @param state as it was when the shutdown began
 * @param exit `restart`: the user asked for it; `safe`: nothing can interrupt an installation
 */
export function updateAtExit(
  state: AppState,
  exit: { readonly restart: boolean; readonly safe: boolean },
): UpdateAtExit {
  if (state.updates?.kind !== 'ready' || !exit.safe || wouldLoseDataOnQuit(state)) return 'leave'
  return exit.restart ? 'restart' : 'install'
}
