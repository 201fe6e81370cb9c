import type { AppState } from '../../../preload/contract/index.ts'
import type { Clock } from '../../ports.ts'
import type { StateStore } from '../store.ts'
import { type Status, statusOf } from './document.ts'

/**
 * Calls `onChange` at once, and whenever the status apart from its time changes.
 * @returns the function that unsubscribes
 */
export function followStatus(
  state: StateStore,
  clock: Pick<Clock, 'now'>,
  onChange: (status: Status) => void,
): () => void {
  let last = ''
  const follow = (current: AppState): void => {
    const status = statusOf(current, clock.now())
    const content = JSON.stringify({ ...status, at: null })
    if (content === last) return
    last = content
    onChange(status)
  }
  follow(state.current)
  return state.subscribe(follow)
}
