/** When a newer version may be put in place: never while that would cut something off. */
import type { AppState } from '../../preload/contract/index.ts'
import { losesByQuitting } from './quitting.ts'

/** `install`: put in place what is ready; `restart`: and start it. */
export type AtEnd = 'leave' | 'install' | 'restart'

/** A sign-in that waits is the user's own, and would be cut off by a restart. */
export function mayRestart(state: AppState): boolean {
  const { signIn } = state
  return !losesByQuitting(state) && (signIn.kind === 'idle' || signIn.kind === 'ended')
}

/**
 * @param state as it was when the end began
 * @param end `restart`: the user asked for it; `safe`: nothing will cut an installation off half-way
 */
export function atEnd(state: AppState, end: { readonly restart: boolean; readonly safe: boolean }): AtEnd {
  if (state.updates?.kind !== 'ready' || !end.safe || losesByQuitting(state)) return 'leave'
  return end.restart ? 'restart' : 'install'
}
